"""The agenda as one reader may see it: pages, services and documents read this.

The secretariat and the members see every point. Somebody else sees the points
that are his to read and, once the body publishes its agenda, the public ones.
"""

from dataclasses import dataclass
from dataclasses import replace
from imio.platform.core.organisation import directory
from imio.platform.deliberation.content.officials import member_named
from imio.platform.deliberation.content.vocabularies import OUTCOMES
from imio.platform.deliberation.records.agenda import agenda
from imio.platform.deliberation.records.late_points import late_points
from imio.platform.deliberation.rules.agenda import HEADING
from imio.platform.deliberation.rules.agenda import numbers
from imio.platform.deliberation.rules.late_points import COUNCILLOR
from imio.platform.deliberation.workflow.late_points import late_title
from imio.platform.deliberation.workflow.lookup import find_items
from imio.platform.deliberation.workflow.publicity import decisions_are_public
from imio.platform.deliberation.workflow.publicity import meeting_is_public
from imio.platform.deliberation.workflow.validation import level_title
from plone import api
from zope.i18n import translate

FULL_AGENDA = "imio.platform.deliberation: View full agenda"
NOTES = "imio.platform.deliberation: View private notes"


@dataclass(frozen=True)
class AgendaLine:
    """One line of an agenda for one reader.

    :param url: where the point can be read; empty where it may not be.
    :param late_kind: by which road it joined a convoked meeting.
    :param proposed_by: the councillor whose point it is.
    :param outcome: what was decided, empty where it is not for this reader.
    """

    uid: str
    number: str
    kind: str
    level: int
    title: str
    service: str = ""
    is_closed: bool = False
    is_late: bool = False
    late_kind: str = ""
    late_title: str = ""
    proposed_by: str = ""
    by_hand: bool = False
    state: str = ""
    state_title: str = ""
    outcome: str = ""
    outcome_title: str = ""
    url: str = ""


def sees_full_agenda(meeting) -> bool:
    """Whether the present user may see the closed sitting too."""
    return bool(api.user.has_permission(FULL_AGENDA, obj=meeting))


def lines(meeting, public_only: bool = False) -> list[AgendaLine]:
    """The agenda for the present user.

    :param public_only: what the public sees, whoever asks: for public documents.
    """
    full = not public_only and sees_full_agenda(meeting)
    published = meeting_is_public(meeting)
    outcomes = full or decisions_are_public(meeting)
    services = {entry.uid: entry.title for entry in directory.services(True)}
    entries = agenda(meeting)
    items = find_items(entry.uid for entry in entries)
    late = late_points(meeting)
    titles: dict[tuple[str, str], str] = {}
    result = []
    for entry, number in zip(entries, numbers(entries), strict=True):
        if entry.kind == HEADING:
            result.append(
                AgendaLine(entry.uid, "", HEADING, entry.level, entry.heading)
            )
            continue
        item = items.get(entry.uid)
        if item is None:
            continue
        readable = bool(api.user.has_permission("View", obj=item))
        announced = published and item.privacy == "public"
        if not (full or announced or (readable and not public_only)):
            continue
        line = _line(entry, number, item, services, readable, outcomes, titles)
        if line.is_late:
            line = _told_late(line, late.get(entry.uid))
        if item.origin == COUNCILLOR:
            line = replace(line, proposed_by=author_name(item))
        result.append(line)
    return _with_headings(result, full)


def _with_headings(found: list[AgendaLine], full: bool) -> list[AgendaLine]:
    """Each heading in the part of its first point; without a point for this reader
    it says nothing but what is kept from them."""
    result: list[AgendaLine] = []
    for index, line in enumerate(found):
        if line.kind != HEADING:
            result.append(line)
            continue
        following = found[index + 1] if index + 1 < len(found) else None
        if following is not None and following.kind != HEADING:
            result.append(replace(line, is_closed=following.is_closed))
        elif full:
            result.append(line)
    return result


def _line(
    entry, number, item, services, readable: bool, outcomes: bool, titles: dict
) -> AgendaLine:
    internal = bool(api.user.has_permission(NOTES, obj=item)) and readable
    state = api.content.get_state(item) if internal else ""
    outcome = item.outcome if outcomes or internal else ""
    return AgendaLine(
        uid=entry.uid,
        number=number,
        kind=entry.kind,
        level=entry.level,
        title=item.title,
        service=services.get(item.proposing_service, ""),
        is_closed=item.privacy != "public",
        is_late=entry.list_type != "normal",
        by_hand=entry.by_hand,
        state=state,
        state_title=_state_title_once(item, state, titles) if internal else "",
        outcome=outcome,
        outcome_title=_text(OUTCOMES[outcome]) if outcome in OUTCOMES else "",
        url=item.absolute_url() if readable else "",
    )


def _told_late(line: AgendaLine, noted) -> AgendaLine:
    kind = noted.kind if noted is not None else ""
    return replace(line, late_kind=kind, late_title=_text(late_title(noted)))


def author_name(item) -> str:
    """The councillor who proposes a point, or an empty string."""
    author = member_named(item.proposed_by)
    return author.person_name if author is not None else ""


def _state_title_once(item, state: str, titles: dict) -> str:
    """The title of a state, translated once for the hundreds of points of an agenda."""
    if state == "in_validation":
        return state_title(item)
    key = (item.portal_type, state)
    if key not in titles:
        titles[key] = state_title(item)
    return titles[key]


def state_title(context) -> str:
    """The state as people say it, with the level of a point in validation."""
    state = api.content.get_state(context)
    title = api.portal.get_tool("portal_workflow").getTitleForStateOnType(
        state, context.portal_type
    )
    level = getattr(context, "level", "")
    if state == "in_validation" and level:
        return f"{_text(title)} : {level_title(context, level)}"
    return _text(title)


def _text(message) -> str:
    return translate(message, domain="imio.platform", target_language="fr")
