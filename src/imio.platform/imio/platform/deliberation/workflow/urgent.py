"""A point put on the agenda in session, once the urgency is declared (L1122-24)."""

from collections.abc import Sequence
from imio.platform.deliberation.content import officials
from imio.platform.deliberation.errors import DeliberationError
from imio.platform.deliberation.errors import worded
from imio.platform.deliberation.records.presence import member_uids
from imio.platform.deliberation.records.presence import presence
from imio.platform.deliberation.records.urgencies import save_urgency
from imio.platform.deliberation.records.urgencies import Urgency
from imio.platform.deliberation.records.urgencies import urgency
from imio.platform.deliberation.rules.urgency import check_urgency
from imio.platform.deliberation.rules.urgency import urgency_sentence
from imio.platform.deliberation.rules.violations import RuleViolation
from imio.platform.deliberation.workflow.presenting import present
from imio.platform.i18n import _
from plone import api


def put_urgent(meeting, item, in_favour: Sequence[str], at_item: str = "") -> None:
    """Put a validated point on the agenda of a meeting in session.

    :param in_favour: mandates of the members who declare the urgency.
    :param at_item: point at which the sitting stands: who is in the room.
    :raises DeliberationError: nothing was done, for the reason given.
    """
    if api.content.get_state(meeting) != "in_session":
        raise DeliberationError(_("La séance n'est pas ouverte."))
    there = presence(meeting).present_at(at_item, member_uids(meeting))
    try:
        check_urgency(there, in_favour)
    except RuleViolation as violation:
        raise worded(violation) from violation
    named = tuple(member for member in there if member in set(in_favour))
    # Recorded first: without it the council's agenda takes nothing in session.
    save_urgency(meeting, item.UID(), Urgency(named, len(there)))
    try:
        present(item, meeting)
    except DeliberationError:
        save_urgency(meeting, item.UID(), None)
        raise


def urgency_words(meeting, item_uid: str) -> str:
    """Who declared the urgency of a point, as minutes tell it."""
    declared = urgency(meeting, item_uid)
    if declared is None:
        return ""
    names = {one.uid: one.person_name for one in officials.members_of(meeting)}
    return urgency_sentence(declared.in_favour, declared.present, names)
