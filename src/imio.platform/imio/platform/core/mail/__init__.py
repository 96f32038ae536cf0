"""Outgoing mail: asked for in a transaction, sent by a job.

::

    from imio.platform.core.mail import Attachment
    from imio.platform.core.mail import send_mail

    send_mail(
        ["ann@exemple.be"],
        "Votre demande 2026-0001",
        "Bonjour, ...",
        attachments=[Attachment("attestation.pdf", "application/pdf", data)],
        key="2026-0001-accepted",
    )

Nothing is sent when the transaction aborts or is replayed on a conflict; a mail
server that is down only delays. Where the site has no mail server of its own and
``IMIO_MAIL_FOLDER`` is set, mails are written there as ``.eml`` files.
"""

from imio.platform.core.mail.message import Attachment
from imio.platform.core.mail.sending import send_mail

__all__ = ["Attachment", "send_mail"]
