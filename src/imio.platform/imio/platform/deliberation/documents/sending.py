"""The jobs that send a convocation or a complement to each member, with its PDF."""

from imio.platform.core import clock
from imio.platform.core.documents import generate
from imio.platform.core.documents.errors import DocumentError
from imio.platform.core.interfaces import MailDelivered
from imio.platform.core.jobs import job
from imio.platform.core.mail import Attachment
from imio.platform.core.mail import send_mail
from imio.platform.core.mail.message import BadAddress
from imio.platform.deliberation.browser.body.meetings import when
from imio.platform.deliberation.content.meeting import body_of
from imio.platform.deliberation.content.meeting import meeting_day
from imio.platform.deliberation.content.modes import PHYSICAL
from imio.platform.deliberation.documents.recipients import Recipient
from imio.platform.deliberation.documents.recipients import recipients
from imio.platform.deliberation.documents.specs import COMPLEMENT as COMPLEMENT_TEMPLATE
from imio.platform.deliberation.documents.specs import CONVOCATION
from imio.platform.deliberation.records.agenda import item_uids
from imio.platform.deliberation.records.convocations import add_wave
from imio.platform.deliberation.records.convocations import change_sending
from imio.platform.deliberation.records.convocations import COMPLEMENT
from imio.platform.deliberation.records.convocations import EMAIL
from imio.platform.deliberation.records.convocations import find_wave
from imio.platform.deliberation.records.convocations import save_sendings
from imio.platform.deliberation.records.convocations import Sending
from imio.platform.deliberation.records.convocations import Wave
from imio.platform.deliberation.workflow.convoking import about
from imio.platform.deliberation.workflow.convoking import CONVOCATION_JOB
from imio.platform.deliberation.workflow.convoking import RESEND_JOB
from imio.platform.deliberation.workflow.lookup import find_meeting
from imio.platform.i18n import _
from plone import api


@job(CONVOCATION_JOB, title=_("Envoi d'une convocation"))
def send_convocation(site, meeting_uid: str, wave_id: str = "") -> None:
    """One mail a member; what becomes of each is recorded as the proof."""
    meeting = find_meeting(meeting_uid)
    if meeting is None or not _still_useful(meeting):
        return
    wave = find_wave(meeting, wave_id) or _wave_of_an_earlier_release(meeting)
    if wave.sendings:
        # Sent already, by an attempt of this job or before it was asked for.
        return
    attachments = [_document(meeting, wave)]
    sent = [_send(meeting, wave, one, attachments) for one in recipients(meeting)]
    save_sendings(meeting, wave.id, sent)


@job(RESEND_JOB, title=_("Nouvel envoi d'une convocation à un membre"))
def send_again(site, meeting_uid: str, wave_id: str, member: str) -> None:
    """The same documents to one member, at the address that is known now."""
    meeting = find_meeting(meeting_uid)
    wave = find_wave(meeting, wave_id) if meeting is not None else None
    if wave is None or not _still_useful(meeting):
        return
    former = {line.member: line for line in wave.sendings}
    one = next((one for one in recipients(meeting) if one.member == member), None)
    if one is None or member not in former:
        return
    attempt = former[member].attempt + 1
    line = _send(meeting, wave, one, [_document(meeting, wave)], attempt)
    change_sending(
        meeting,
        wave.id,
        member,
        email=line.email,
        key=line.key,
        attempt=attempt,
        road=EMAIL,
        reason="",
        sent_at="",
    )


def delivered(event: MailDelivered) -> None:
    """The mail server took a convocation: its proof."""
    kind, _space, rest = event.about.partition(" ")
    if kind != "convocation" or rest.count(" ") != 2:
        return
    meeting_uid, wave_id, member = rest.split(" ")
    meeting = find_meeting(meeting_uid)
    wave = find_wave(meeting, wave_id) if meeting is not None else None
    lines = wave.sendings if wave is not None else ()
    if any(line.member == member and line.road == EMAIL for line in lines):
        # One noted on paper meanwhile stays so.
        moment = event.at.isoformat(timespec="seconds")
        change_sending(meeting, wave_id, member, sent_at=moment)


def _still_useful(meeting) -> bool:
    return meeting.convened_at is not None and meeting_day(meeting) >= clock.today()


def _wave_of_an_earlier_release(meeting) -> Wave:
    """A job stored before waves were kept names none."""
    wave = Wave(
        clock.now().isoformat(timespec="microseconds"),
        "convocation",
        tuple(item_uids(meeting)),
    )
    add_wave(meeting, wave)
    return wave


def _send(
    meeting,
    wave: Wave,
    one: Recipient,
    attachments: list[Attachment],
    attempt: int = 1,
) -> Sending:
    """Hand one mail to the queue; without an address that can be reached, nothing.

    One wrong address must not keep the others from their convocation.
    """
    nothing = Sending(one.member, one.name, one.email)
    if not one.email:
        return nothing
    key = f"{meeting.UID()}-{wave.id}-{one.member}-{attempt}"
    try:
        send_mail(
            [one.email],
            _subject(meeting, wave),
            _text(meeting, wave, one),
            attachments=attachments,
            key=key,
            about=about(meeting, wave.id, one.member),
        )
    except BadAddress:
        return nothing
    return Sending(one.member, one.name, one.email, key=key, attempt=attempt)


def _document(meeting, wave: Wave) -> Attachment:
    """The PDF; the ODT where this server cannot make PDF: the law's date passes first."""
    template = COMPLEMENT_TEMPLATE if wave.kind == COMPLEMENT else CONVOCATION
    meeting.REQUEST.set("wave", wave.id)
    with api.env.adopt_roles(["Manager"]):
        try:
            made = generate(meeting, template.id, "pdf", check=False)
        except DocumentError:
            made = generate(meeting, template.id, "odt", check=False)
    return Attachment(made.filename, made.content_type, made.data)


def _connection(meeting) -> str:
    """How to join a meeting that is held at a distance (L6511-2)."""
    if meeting.mode == PHYSICAL:
        return ""
    return f"Réunion à distance, {meeting.mode_tool} :\n{meeting.mode_connection}\n\n"


def _subject(meeting, wave: Wave) -> str:
    what = "Ordre du jour complémentaire" if wave.kind == COMPLEMENT else "Convocation"
    return f"{what} : {body_of(meeting).title}, {when(meeting)}"


def _text(meeting, wave: Wave, one: Recipient) -> str:
    place = f", {meeting.place}" if meeting.place else ""
    sitting = f"la séance du {body_of(meeting).title} du {when(meeting)}{place}"
    if wave.kind == COMPLEMENT:
        said = (
            f"Des points sont ajoutés à l'ordre du jour de {sitting}.\n\n"
            "L'ordre du jour complémentaire est joint à ce message ; les numéros de la "
            "convocation ne changent pas."
        )
    else:
        said = (
            f"Cette convocation concerne {sitting}.\n\n"
            f"{_connection(meeting)}"
            "La convocation et l'ordre du jour sont joints à ce message."
        )
    return (
        f"Bonjour {one.name},\n\n{said} Les points et leurs notes se lisent ici, une "
        f"fois connecté :\n{meeting.absolute_url()}\n\n"
        "Dites au secrétariat si vous serez présent :\n"
        f"{meeting.absolute_url()}/@@ma-presence\n"
    )
