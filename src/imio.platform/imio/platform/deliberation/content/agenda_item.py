"""A point: what a service puts to a body, and what became of it."""

from imio.platform.core.interfaces import IComputedRoles
from imio.platform.deliberation.content.interfaces import IAgendaItem
from plone.dexterity.content import Container
from zope.interface import implementer
import re


@implementer(IAgendaItem, IComputedRoles)
class AgendaItem(Container):
    """Lies in its body's ``points/<year>``; its order lies on the meeting."""

    # No type annotations here, see ``Meeting``.

    #: Present validation level, while in validation.
    level = ""
    #: UID of the meeting on whose agenda it is.
    meeting = ""
    #: What the body decided, see ``vocabularies.OUTCOMES``.
    outcome = ""
    #: UID of the meeting whose minutes it approves.
    minutes_of = ""
    #: UIDs of the services that were asked for their advice.
    asked_services = ()
    #: Identity in the application that sent it.
    external_id = ""
    #: UID of the point it was made from, and how: see ``workflow.links``.
    predecessor = ""
    comes_by = ""
    #: UIDs of the points made from it, oldest first.
    successors = ()
    #: UID of the template it was made from.
    template = ""
    #: What it held when it was made from another one, to know it untouched.
    made_as = ""


def text_of(value) -> str:
    """Safe HTML of a rich text, empty where there is none."""
    return (value.output or "") if value is not None else ""


def has_text(value) -> bool:
    """Whether a rich text says something, whatever its markup."""
    raw = value.raw if value is not None else ""
    return bool(re.sub(r"<[^>]*>|&nbsp;|\s", "", raw or ""))
