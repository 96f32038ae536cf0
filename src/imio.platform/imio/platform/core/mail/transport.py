"""Where a mail goes: the site's mail server, or files for a demonstration."""

from datetime import datetime
from email.message import EmailMessage
from pathlib import Path
from plone import api
import os
import re
import tempfile

#: Plone's own default: a server nobody has configured.
UNCONFIGURED = ("", "localhost")

#: Seconds that a mail server is given to answer.
TIMEOUT_SECONDS = 20


def deliver(site, message: EmailMessage) -> None:
    """Send ``message``, or write it in the outbox folder where that is the way.

    :raises OSError, smtplib.SMTPException: the server cannot be reached or refuses.
    """
    folder = outbox_folder()
    if folder is not None and not server_configured():
        write(folder, message)
    else:
        site.MailHost.send(message, immediate=True)


def server_configured() -> bool:
    """Whether the site names a mail server of its own."""
    host = api.portal.get_registry_record("plone.smtp_host", default="") or ""
    return host.strip() not in UNCONFIGURED


def outbox_folder() -> Path | None:
    """Folder for mails of a site without mail server, if there is one."""
    path = os.environ.get("IMIO_MAIL_FOLDER", "")
    return Path(path) if path else None


def write(folder: Path, message: EmailMessage) -> Path:
    """Write ``message`` as an ``.eml`` file; one of the same id is replaced."""
    folder.mkdir(parents=True, exist_ok=True)
    day = datetime.strptime(message["Date"], "%a, %d %b %Y %H:%M:%S %z")
    unique = re.sub(r"[^0-9a-zA-Z]", "", message["Message-ID"])[:32]
    path = folder / f"{day:%Y-%m-%d-%H%M%S}-{unique}.eml"
    handle, unfinished = tempfile.mkstemp(dir=folder, suffix=".part")
    with os.fdopen(handle, "wb") as file:
        file.write(message.as_bytes())
    os.replace(unfinished, path)
    return path
