"""Asking for a mail, and the job that sends it."""

from collections.abc import Sequence
from datetime import datetime
from email.headerregistry import Address
from imio.platform.core.clock import now
from imio.platform.core.commune import commune
from imio.platform.core.interfaces import MailDelivered
from imio.platform.core.jobs import enqueue
from imio.platform.core.jobs import GiveUp
from imio.platform.core.jobs import job
from imio.platform.core.jobs import SYSTEM
from imio.platform.core.mail.message import address
from imio.platform.core.mail.message import Attachment
from imio.platform.core.mail.message import BadAddress
from imio.platform.core.mail.message import build
from imio.platform.core.mail.message import one_line
from imio.platform.core.mail.transport import deliver
from plone import api
from zope.event import notify
import uuid

#: Name of the job that sends one mail.
MAIL_JOB = "imio.platform.mail"


def send_mail(
    to: Sequence[str],
    subject: str,
    text: str,
    html: str | None = None,
    attachments: Sequence[Attachment] = (),
    key: str | None = None,
    about: str = "",
) -> None:
    """Send a mail once the present transaction has committed.

    The recipients see one another: send one mail a person where they should not.

    :param to: addresses, ``"ann@exemple.be"`` or ``"Ann <ann@exemple.be>"``.
    :param text: the mail as plain text.
    :param html: the same as HTML, or None.
    :param key: what makes this mail unique in the site; the same key sends once.
    :param about: told back by ``MailDelivered`` once the mail server has it; empty
        for no such event.
    :raises BadAddress: one of the addresses could not reach anyone.
    :raises ValueError: there is no address.
    """
    recipients = [str(address(one)) for one in to]
    if not recipients:
        raise ValueError("Un courriel doit avoir au moins un destinataire.")
    key = key or uuid.uuid4().hex
    enqueue(
        MAIL_JOB,
        key=key,
        to=recipients,
        subject=subject,
        text=text,
        html=html,
        attachments=[one.as_json() for one in attachments],
        attached=[one.filename for one in attachments],
        about=about,
        date=now().isoformat(),
        message_id=f"<{uuid.uuid4().hex}@imio.platform>",
    )


@job(MAIL_JOB, title="Envoi d'un courriel", run_as=SYSTEM)
def send(
    site, to, subject, text, html, attachments, attached, date, message_id, about=""
):
    """Hand one mail to the mail server; the queue tries again when it cannot."""
    try:
        message = build(
            sender(),
            to,
            subject,
            text,
            html,
            [Attachment.from_json(one) for one in attachments],
            datetime.fromisoformat(date),
            message_id,
        )
    except BadAddress as error:
        raise GiveUp(str(error)) from error
    deliver(site, message)
    if about:
        notify(MailDelivered(about, tuple(to), now()))


def sender() -> Address:
    """Address the site writes from, with its name: Plone's, or the commune's own."""
    record = api.portal.get_registry_record
    identity = commune()
    spec = (
        record("plone.email_from_address", default=None)
        or identity.email
        or "nepasrepondre@commune.invalid"
    )
    name = record("plone.email_from_name", default=None) or identity.name
    return Address(one_line(name), addr_spec=address(spec).addr_spec)
