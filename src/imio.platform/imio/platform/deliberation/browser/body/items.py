"""The points of a body that wait for something, as the present user may see them."""

from dataclasses import dataclass
from imio.platform.core.organisation import directory
from imio.platform.deliberation.workflow.projection import state_title
from plone import api

#: States of a point on its way to an agenda, in the order a list shows them.
WAITING = ("returned", "validated", "in_validation", "draft")


@dataclass(frozen=True)
class ItemLine:
    """A point in a list."""

    uid: str
    title: str
    url: str
    state: str
    state_title: str
    service: str
    preferred_meeting: str
    #: What the present user may do with several points at once: see ``ACTIONS``.
    action: str = ""


#: By state, the batch action and the permission that it takes.
ACTIONS = {
    "draft": ("submit", "imio.platform.deliberation: Submit item"),
    "returned": ("", ""),
    "in_validation": ("validate", "imio.platform.deliberation: Review item"),
    "validated": ("present", "imio.platform.deliberation: Manage agenda"),
}


def waiting_items(body, states=WAITING) -> list[ItemLine]:
    """Points in the given states, the most advanced first."""
    brains = api.content.find(
        context=body, portal_type="AgendaItem", review_state=list(states)
    )
    services = {entry.uid: entry.title for entry in directory.services(True)}
    lines = [_line(brain.getObject(), services) for brain in brains]
    return sorted(lines, key=lambda line: (states.index(line.state), line.title))


def _line(item, services) -> ItemLine:
    state = api.content.get_state(item)
    action, permission = ACTIONS[state]
    may = bool(action and api.user.has_permission(permission, obj=item))
    return ItemLine(
        uid=item.UID(),
        title=item.title,
        url=item.absolute_url(),
        action=action if may else "",
        state=state,
        state_title=state_title(item),
        service=services.get(item.proposing_service, ""),
        preferred_meeting=item.preferred_meeting or "",
    )
