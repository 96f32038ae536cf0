"""The job that sends a convocation to each member, with its PDF."""

from imio.platform.core import clock
from imio.platform.core.documents import generate
from imio.platform.core.documents.errors import DocumentError
from imio.platform.core.jobs import job
from imio.platform.core.mail import Attachment
from imio.platform.core.mail import send_mail
from imio.platform.core.mail.message import BadAddress
from imio.platform.deliberation.browser.body.meetings import when
from imio.platform.deliberation.content.meeting import body_of
from imio.platform.deliberation.content.meeting import meeting_day
from imio.platform.deliberation.documents.recipients import Recipient
from imio.platform.deliberation.documents.recipients import recipients
from imio.platform.deliberation.documents.specs import CONVOCATION
from imio.platform.deliberation.records.convocations import save_sendings
from imio.platform.deliberation.records.convocations import Sending
from imio.platform.deliberation.workflow.lookup import find_meeting
from imio.platform.deliberation.workflow.meeting_effects import CONVOCATION_JOB
from imio.platform.i18n import _
from plone import api


@job(CONVOCATION_JOB, title=_("Envoi d'une convocation"))
def send_convocation(site, meeting_uid: str) -> None:
    """One mail a member; what was sent is recorded as the proof."""
    meeting = find_meeting(meeting_uid)
    if meeting is None or meeting.convened_at is None:
        return
    if meeting_day(meeting) < clock.today():
        return
    attachments = [_convocation(meeting)]
    sent = []
    for one in recipients(meeting):
        sent_at = _send(meeting, one, attachments) if one.email else ""
        sent.append(Sending(one.member, one.name, one.email, sent_at))
    save_sendings(meeting, sent)


def _send(meeting, one: Recipient, attachments: list[Attachment]) -> str:
    """The instant of sending; empty where the address cannot reach anyone.

    One wrong address must not keep the others from their convocation.
    """
    try:
        send_mail(
            [one.email],
            _subject(meeting),
            _text(meeting, one),
            attachments=attachments,
            key=f"{meeting.UID()}-{meeting.convened_at.isoformat()}-{one.member}",
        )
    except BadAddress:
        return ""
    return clock.now().isoformat(timespec="seconds")


def _convocation(meeting) -> Attachment:
    """The PDF; the ODT where this server cannot make PDF: the law's date passes first."""
    with api.env.adopt_roles(["Manager"]):
        try:
            made = generate(meeting, CONVOCATION.id, "pdf", check=False)
        except DocumentError:
            made = generate(meeting, CONVOCATION.id, "odt", check=False)
    return Attachment(made.filename, made.content_type, made.data)


def _subject(meeting) -> str:
    return f"Convocation : {body_of(meeting).title}, {when(meeting)}"


def _text(meeting, one) -> str:
    place = f", {meeting.place}" if meeting.place else ""
    return (
        f"Bonjour {one.name},\n\n"
        f"Cette convocation concerne la séance du {body_of(meeting).title} du "
        f"{when(meeting)}{place}.\n\n"
        "La convocation et l'ordre du jour sont joints à ce message. Les points et "
        f"leurs notes se lisent ici, une fois connecté :\n{meeting.absolute_url()}\n\n"
        "Dites au secrétariat si vous serez présent :\n"
        f"{meeting.absolute_url()}/@@ma-presence\n"
    )
