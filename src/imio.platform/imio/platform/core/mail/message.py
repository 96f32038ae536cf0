"""A mail as data: from its JSON in the job to the message on the wire."""

from base64 import b64decode
from base64 import b64encode
from dataclasses import dataclass
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from email.utils import parseaddr
import re


@dataclass(frozen=True)
class Attachment:
    """A file sent with a mail."""

    filename: str
    content_type: str
    data: bytes

    def as_json(self) -> dict:
        return {
            "filename": self.filename,
            "content_type": self.content_type,
            "data": b64encode(self.data).decode("ascii"),
        }

    @classmethod
    def from_json(cls, values: dict) -> "Attachment":
        return cls(
            values["filename"], values["content_type"], b64decode(values["data"])
        )


class BadAddress(ValueError):
    """Not an e-mail address to which a mail could be sent."""

    def __init__(self, text: str):
        super().__init__(f"« {text} » n'est pas une adresse e-mail.")


def address(text: str) -> Address:
    """``"Ann <ann@exemple.be>"`` or ``"ann@exemple.be"`` as an address.

    :raises BadAddress: where it could not reach anyone, or hides another header.
    """
    name, spec = parseaddr(text)
    if "\n" in text or "\r" in text or not re.fullmatch(r"[^@\s]+@[^@\s]+", spec):
        raise BadAddress(text)
    try:
        spec.encode("ascii")
        return Address(name, addr_spec=spec)
    except ValueError:
        raise BadAddress(text) from None


def one_line(text: str) -> str:
    """A header's text: line ends would begin another header."""
    return " ".join(text.split())


def build(
    sender: Address,
    to: list[str],
    subject: str,
    text: str,
    html,
    attachments,
    when,
    id_,
) -> EmailMessage:
    """The message.

    :param html: HTML version of the text, or None.
    :param attachments: ``Attachment`` objects.
    :param when: aware datetime of the mail.
    :param id_: the same for every attempt, so that a server that gets it twice
        can tell.
    """
    message = EmailMessage(policy=SMTP)
    message["From"] = sender
    message["To"] = tuple(address(one) for one in to)
    message["Subject"] = one_line(subject)
    message["Date"] = format_datetime(when)
    message["Message-ID"] = id_
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(text)
    if html:
        message.add_alternative(html, subtype="html")
    for attachment in attachments:
        maintype, _slash, subtype = attachment.content_type.partition("/")
        message.add_attachment(
            attachment.data,
            maintype=maintype,
            subtype=subtype or "octet-stream",
            filename=one_line(attachment.filename),
        )
    return message
