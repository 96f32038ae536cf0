"""Putting points on agendas and taking them off."""

from imio.platform.core import clock
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
from imio.platform.deliberation.records.late_points import late_points
from imio.platform.deliberation.records.late_points import save_late_point
from imio.platform.deliberation.records.urgencies import urgency
from imio.platform.deliberation.rules.agenda import remove
from imio.platform.deliberation.rules.quorum import LIFTING_RANK
from imio.platform.deliberation.rules.quorum import may_be_added
from imio.platform.deliberation.workflow.advices import mandatory_verdict
from imio.platform.deliberation.workflow.late_points import lacks_reason
from imio.platform.deliberation.workflow.late_points import late_kind
from imio.platform.deliberation.workflow.late_points import LATE_STATES
from imio.platform.deliberation.workflow.late_points import late_verdict
from imio.platform.deliberation.workflow.late_points import note_late
from imio.platform.deliberation.workflow.lookup import find_meeting
from imio.platform.deliberation.workflow.order import insert
from imio.platform.i18n import _
from plone import api


def accepts(meeting, item, reason: str = "") -> Verdict:
    """Whether a meeting takes a point.

    :param reason: why it comes once the meeting is convoked, where the law asks.
    """
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
    if not may_be_added(item.UID(), rank, points_put_before(meeting)):
        return refused(
            _(
                "Une troisième convocation ne délibère que sur les points mis deux "
                "fois à l'ordre du jour : aucun point nouveau n'est possible "
                "(CDLD, art. L1122-17)."
            )
        )
    noted = late_points(meeting).get(item.UID())
    return late_verdict(meeting, item, reason or (noted.reason if noted else ""))


def points_put_before(meeting) -> set[str]:
    """UIDs of the points that every earlier convocation of the meeting put."""
    agendas = []
    earlier = find_meeting(meeting.puts_again)
    while earlier is not None and len(agendas) < LIFTING_RANK:
        agendas.append(set(item_uids(earlier)))
        earlier = find_meeting(earlier.puts_again)
    return set.intersection(*agendas) if agendas else set()


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


def present(item, meeting, reason: str = "") -> None:
    """Put a validated point on a meeting's agenda.

    :param reason: why it comes once the meeting is convoked, where the law asks.
    :raises DeliberationError: the meeting does not take it, or the point is not
        ready.
    """
    verdict = accepts(meeting, item, reason)
    if not verdict:
        field = "reason" if lacks_reason(meeting, item, reason) else ""
        raise DeliberationError(verdict.reason, field)
    if api.content.get_state(item) != "validated":
        raise DeliberationError(
            _("Seul un point validé peut être mis à l'ordre du jour.")
        )
    waiting = mandatory_verdict(item)
    if not waiting:
        raise DeliberationError(waiting.reason)
    item.meeting = meeting.UID()
    if api.content.get_state(meeting) in LATE_STATES:
        # Noted first: the transition's guard reads the reason there.
        note_late(meeting, item, reason)
    api.portal.get_tool("portal_workflow").doActionFor(item, "present")


def enlist(item) -> None:
    """Record a point that was just presented on its meeting's agenda."""
    meeting = target_meeting(item)
    item.meeting = meeting.UID()
    if item.UID() not in item_uids(meeting):
        if api.content.get_state(meeting) in LATE_STATES:
            _note_once(meeting, item)
        insert(meeting, item)
    item.reindexObject(idxs=["item_meeting"])


def _note_once(meeting, item) -> None:
    """How a point joined that was presented by its transition alone."""
    noted = late_points(meeting).get(item.UID())
    if noted is None or noted.kind != late_kind(meeting, item):
        note_late(meeting, item, noted.reason if noted is not None else "")


def delist(item) -> None:
    """Take a point off its meeting's agenda."""
    meeting = find_meeting(item.meeting)
    item.meeting = ""
    if meeting is not None and item.UID() in item_uids(meeting):
        save_agenda(meeting, remove(agenda(meeting), item.UID()))
        save_late_point(meeting, item.UID(), None)
    item.reindexObject(idxs=["item_meeting"])
