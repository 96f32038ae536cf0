"""Points made from a body's templates: by a person, or by themselves."""

from imio.platform.core.annexes.listing import all_annexes
from imio.platform.deliberation.content.interfaces import IAgendaItem
from imio.platform.deliberation.content.meeting import body_of
from imio.platform.deliberation.content.meeting import meeting_day
from imio.platform.deliberation.content.settings import IItemTemplate
from imio.platform.deliberation.content.settings import is_offered_to
from imio.platform.deliberation.content.settings import lineage
from imio.platform.deliberation.content.settings import templates_of
from imio.platform.deliberation.content.storage import items_folder
from imio.platform.deliberation.content.vocabularies import meetings_of
from imio.platform.deliberation.records.agenda import item_uids
from imio.platform.deliberation.rules.recurrence import is_due
from imio.platform.deliberation.rules.recurrence import Recurrence
from imio.platform.deliberation.workflow.categories import apply_category
from imio.platform.deliberation.workflow.cloning import give_annexes
from imio.platform.deliberation.workflow.lookup import find_items
from imio.platform.deliberation.workflow.presenting import present
from imio.platform.deliberation.workflow.walking import validate_directly
from plone import api
from plone.dexterity.utils import createContentInContainer
from zope.schema import getFieldNames

#: Fields of a template that mean the same on a point; its title is its own name.
SHARED = tuple(
    name
    for name in getFieldNames(IItemTemplate)
    if name in getFieldNames(IAgendaItem) and name != "title"
)


def offered_templates(body, services) -> list:
    """The templates from which people of these services draft, by name."""
    mine = lineage(services)
    return [one for one in templates_of(body) if is_offered_to(one, mine)]


def find_template(body, uid: str):
    """The body's template with this UID, or ``None``."""
    return next((one for one in templates_of(body) if one.UID() == uid), None)


def values_of(template) -> dict:
    """The fields of a point that the template fills."""
    values = {name: getattr(template, name) for name in SHARED}
    return {"title": template.subject, **values}


def finish(item, template) -> None:
    """Give a point that was drafted from a template what a form does not hold."""
    item.template = template.UID()
    give_annexes(item, all_annexes(template))


def propose_recurring(meeting) -> list:
    """Put on an agenda the points that come back in this meeting, once each.

    A second or third convocation puts the same points again, and no other.
    """
    if meeting.puts_again or int(meeting.convocation_rank or 1) > 1:
        return []
    body = body_of(meeting)
    day = meeting_day(meeting)
    others = [
        meeting_day(other)
        for other in meetings_of(body)
        if other.UID() != meeting.UID()
        and api.content.get_state(other) not in ("cancelled", "no_quorum")
    ]
    there = {item.template for item in find_items(item_uids(meeting)).values()}
    return [
        _put(template, body, meeting)
        for template in templates_of(body)
        if not template.is_closed
        and template.UID() not in there
        and is_due(Recurrence(template.recurrence), day, others)
    ]


def _put(template, body, meeting):
    with api.env.adopt_roles(["Manager"]):
        item = createContentInContainer(
            items_folder(body, meeting_day(meeting).year),
            "AgendaItem",
            checkConstraints=False,
            proposing_service=template.recurring_service or body.secretariat,
            **values_of(template),
        )
        finish(item, template)
        apply_category(item, is_new=True)
        validate_directly(item)
        present(item, meeting)
    return item
