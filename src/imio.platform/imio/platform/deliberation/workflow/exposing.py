"""Keeps the memory of what is public, each time that it may have changed."""

from imio.platform.core import clock
from imio.platform.core.annexes.listing import all_annexes
from imio.platform.deliberation.content.interfaces import IAgendaItem
from imio.platform.deliberation.content.interfaces import IDeliberations
from imio.platform.deliberation.content.interfaces import IMeeting
from imio.platform.deliberation.records.exposure import bury
from imio.platform.deliberation.records.exposure import exposure
from imio.platform.deliberation.records.exposure import note
from plone import api

#: Kinds of things that the memory tells apart.
MEETING, ITEM, PAPER, FILE = "meeting", "item", "paper", "file"
PERSON, MANDATE = "person", "mandate"


def root_of(context):
    """The place of the bodies that a thing lies in, or ``None``."""
    for parent in context.aq_chain:
        if IDeliberations.providedBy(parent):
            return parent
    return None


def roots() -> list:
    """The places of bodies of this site."""
    brains = api.portal.get_tool("portal_catalog").unrestrictedSearchResults(
        portal_type="Deliberations"
    )
    return [brain._unrestrictedGetObject() for brain in brains]


def note_meeting(meeting, is_public: bool) -> None:
    """A meeting, with the files that lie in it, is public or no more."""
    _note(meeting, MEETING, is_public)
    for annex in all_annexes(meeting):
        note_annex(annex, is_public)


def note_item(item, is_announced: bool, is_readable: bool) -> None:
    """A point's title, and its texts and files, are public or no more."""
    _note(item, ITEM, is_announced)
    _touch_meeting(item)
    _note(item, PAPER, is_readable)
    for annex in all_annexes(item):
        note_annex(annex, is_readable)


def note_annex(annex, container_is_public: bool) -> None:
    """A file of something public is public where it is not confidential."""
    _note(annex, FILE, container_is_public and not annex.confidential)


def _touch_meeting(item) -> None:
    """A meeting tells its points: it changes with them."""
    root = root_of(item)
    known = exposure(root, MEETING, item.meeting) if root is not None else None
    if known is not None and not known.hidden:
        note(root, MEETING, item.meeting, True, clock.now())


def leaves(context, event) -> None:
    """A meeting, a point or a file that is deleted is public no more."""
    if IMeeting.providedBy(context):
        note_meeting(context, False)
    elif IAgendaItem.providedBy(context):
        note_item(context, False, False)
    else:
        note_annex(context, False)


def person_leaves(person, event) -> None:
    _bury(person, PERSON)


def mandate_leaves(mandate, event) -> None:
    _bury(mandate, MANDATE)


def _bury(context, kind: str) -> None:
    shown = context.created().asdatetime().astimezone(clock.BRUSSELS)
    for root in roots():
        bury(root, kind, context.UID(), shown, clock.now())


def _note(context, kind: str, is_public: bool) -> None:
    root = root_of(context)
    if root is not None:
        note(root, kind, context.UID(), is_public, clock.now())
