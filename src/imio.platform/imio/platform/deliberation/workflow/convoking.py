"""Sending to the members: the convocation, its complements, and what became of each."""

from datetime import date
from datetime import datetime
from datetime import time
from imio.platform.core import clock
from imio.platform.core.interfaces import refused
from imio.platform.core.interfaces import Verdict
from imio.platform.core.jobs import enqueue
from imio.platform.deliberation.errors import DeliberationError
from imio.platform.deliberation.records.agenda import agenda
from imio.platform.deliberation.records.agenda import item_uids
from imio.platform.deliberation.records.agenda import save_agenda
from imio.platform.deliberation.records.convocations import add_wave
from imio.platform.deliberation.records.convocations import change_sending
from imio.platform.deliberation.records.convocations import COMPLEMENT
from imio.platform.deliberation.records.convocations import CONVOCATION
from imio.platform.deliberation.records.convocations import find_wave
from imio.platform.deliberation.records.convocations import PAPER
from imio.platform.deliberation.records.convocations import Sending
from imio.platform.deliberation.records.convocations import Wave
from imio.platform.deliberation.rules.agenda import not_announced
from imio.platform.deliberation.rules.agenda import with_fixed_numbers
from imio.platform.deliberation.workflow.meeting_guards import lacking_note
from imio.platform.i18n import _
from plone import api

CONVOCATION_JOB = "imio.platform.deliberation.convocation"
RESEND_JOB = "imio.platform.deliberation.convocation_again"

#: Why a member is convoked on paper at home (CDLD L1122-13).
PAPER_REASONS = {
    "request": _("À la demande écrite du membre"),
    "impossible": _("Impossibilité technique"),
}


def send_convocation_of(meeting) -> None:
    """Send the convocation that the meeting's transition has just decided."""
    _send(meeting, CONVOCATION, tuple(item_uids(meeting)))


def pending_points(meeting) -> list[str]:
    """UIDs of the points added since the convocation and not sent to the members."""
    if api.content.get_state(meeting) not in ("convened", "in_session"):
        return []
    return not_announced(agenda(meeting))


def complement_verdict(meeting) -> Verdict:
    """Whether a complementary agenda can be sent."""
    if api.content.get_state(meeting) != "convened":
        return refused(
            _("Un ordre du jour complémentaire part entre la convocation et la séance.")
        )
    pending = pending_points(meeting)
    if not pending:
        return refused(
            _("Aucun point n'a été ajouté depuis le dernier envoi aux membres.")
        )
    return lacking_note(meeting, pending)


def send_complement(meeting) -> None:
    """Send the points added since, and only them; their numbers are then printed.

    :raises DeliberationError: with the reason.
    """
    verdict = complement_verdict(meeting)
    if not verdict:
        raise DeliberationError(verdict.reason)
    points = tuple(pending_points(meeting))
    save_agenda(meeting, with_fixed_numbers(agenda(meeting)))
    _send(meeting, COMPLEMENT, points)


def resend(meeting, wave_id: str, member: str) -> None:
    """Send one member's mail of a wave again, to the address known now.

    :raises DeliberationError: there is no such sending.
    """
    line = _line(meeting, wave_id, member)
    enqueue(
        RESEND_JOB,
        key=f"{meeting.UID()}-{wave_id}-{member}-{line.attempt + 1}",
        meeting_uid=meeting.UID(),
        wave_id=wave_id,
        member=member,
    )


def note_paper(meeting, wave_id: str, member: str, reason: str, day: date) -> None:
    """Note that a member was convoked on paper, and why.

    :raises DeliberationError: with the field at fault.
    """
    _line(meeting, wave_id, member)
    if reason not in PAPER_REASONS:
        raise DeliberationError(
            _("Dites pourquoi la convocation est remise sur papier."), "reason"
        )
    asked = datetime.fromisoformat(wave_id).astimezone(clock.BRUSSELS).date()
    if not asked <= day <= clock.today():
        raise DeliberationError(
            _("La date de remise va du jour de l'envoi à aujourd'hui."), "day"
        )
    change_sending(
        meeting,
        wave_id,
        member,
        road=PAPER,
        reason=reason,
        sent_at=datetime.combine(day, time(12), clock.BRUSSELS).isoformat(),
    )


def about(meeting, wave_id: str, member: str) -> str:
    """What a mail carries to be known again once the mail server has it."""
    return f"convocation {meeting.UID()} {wave_id} {member}"


def _line(meeting, wave_id: str, member: str) -> Sending:
    wave = find_wave(meeting, wave_id)
    lines = wave.sendings if wave is not None else ()
    found = next((line for line in lines if line.member == member), None)
    if found is None:
        raise DeliberationError(_("Cet envoi n'existe pas."))
    return found


def _send(meeting, kind: str, points: tuple[str, ...]) -> None:
    wave_id = clock.now().isoformat(timespec="microseconds")
    add_wave(meeting, Wave(wave_id, kind, points))
    enqueue(
        CONVOCATION_JOB,
        key=f"{meeting.UID()}-{wave_id}",
        meeting_uid=meeting.UID(),
        wave_id=wave_id,
    )
