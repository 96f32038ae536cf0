"""Putting points on agendas and taking them off."""

from imio.platform.core import clock
from imio.platform.core.interfaces import ALLOWED
from imio.platform.core.interfaces import refused
from imio.platform.core.interfaces import Verdict
from imio.platform.deliberation.content.meeting import body_of
from imio.platform.deliberation.content.meeting import meeting_day
from imio.platform.deliberation.content.vocabularies import ACCEPTING
from imio.platform.deliberation.content.vocabularies import meetings_of
from imio.platform.deliberation.errors import DeliberationError
from imio.platform.deliberation.records.agenda import agenda
from imio.platform.deliberation.records.agenda import item_uids
from imio.platform.deliberation.records.agenda import save_agenda
from imio.platform.deliberation.records.urgencies import urgency
from imio.platform.deliberation.rules.agenda import remove
from imio.platform.deliberation.rules.quorum import may_be_added
from imio.platform.deliberation.workflow.advices import mandatory_verdict
from imio.platform.deliberation.workflow.lookup import find_meeting
from imio.platform.deliberation.workflow.order import insert
from imio.platform.i18n import _
from plone import api


def accepts(meeting, item) -> Verdict:
    """Whether a meeting takes a point."""
    if body_of(meeting) is not body_of(item) and (
        body_of(meeting).UID() != body_of(item).UID()
    ):
        return refused(_("Cette séance est celle d'un autre organe."))
    if api.content.get_state(meeting) not in ACCEPTING:
        return refused(_("Cette séance ne reçoit plus de points."))
    if _wants_urgency(meeting, item):
        return refused(
            _(
                "La séance est ouverte : un point nouveau veut l'urgence, déclarée par "
                "les deux tiers des membres présents, sur la page « En séance » "
                "(CDLD, art. L1122-24)."
            )
        )
    rank = int(meeting.convocation_rank or 1)
    earlier = find_meeting(meeting.puts_again)
    points = item_uids(earlier) if earlier is not None else ()
    if not may_be_added(item.UID(), rank, points):
        return refused(
            _(
                "Une troisième convocation ne délibère que sur les points mis deux "
                "fois à l'ordre du jour : aucun point nouveau n'est possible "
                "(CDLD, art. L1122-17)."
            )
        )
    return ALLOWED


def _wants_urgency(meeting, item) -> bool:
    return (
        body_of(meeting).rules().urgency_by_vote
        and api.content.get_state(meeting) == "in_session"
        and item.UID() not in item_uids(meeting)
        and urgency(meeting, item.UID()) is None
    )


def target_meeting(item):
    """The meeting a point would join: the one named, else the next that takes it."""
    named = find_meeting(item.meeting) or find_meeting(item.preferred_meeting)
    if named is not None and accepts(named, item):
        return named
    if item.meeting:
        return None
    return next(
        (
            meeting
            for meeting in meetings_of(body_of(item))
            if meeting_day(meeting) >= clock.today()
            and api.content.get_state(meeting) in ("planned", "prepared")
            and accepts(meeting, item)
        ),
        None,
    )


def present(item, meeting) -> None:
    """Put a validated point on a meeting's agenda.

    :raises DeliberationError: the meeting does not take it, or the point is not
        ready.
    """
    verdict = accepts(meeting, item)
    if not verdict:
        raise DeliberationError(verdict.reason)
    if api.content.get_state(item) != "validated":
        raise DeliberationError(
            _("Seul un point validé peut être mis à l'ordre du jour.")
        )
    waiting = mandatory_verdict(item)
    if not waiting:
        raise DeliberationError(waiting.reason)
    item.meeting = meeting.UID()
    api.portal.get_tool("portal_workflow").doActionFor(item, "present")


def enlist(item) -> None:
    """Record a point that was just presented on its meeting's agenda."""
    meeting = target_meeting(item)
    item.meeting = meeting.UID()
    if item.UID() not in item_uids(meeting):
        insert(meeting, item)
    item.reindexObject(idxs=["item_meeting"])


def delist(item) -> None:
    """Take a point off its meeting's agenda."""
    meeting = find_meeting(item.meeting)
    item.meeting = ""
    if meeting is not None and item.UID() in item_uids(meeting):
        save_agenda(meeting, remove(agenda(meeting), item.UID()))
    item.reindexObject(idxs=["item_meeting"])
