"""@@demander-copie: ask for a certified copy of a deliberation (CDLD L1122-29)."""

from email.headerregistry import Address
from imio.platform.core import clock
from imio.platform.core.commune import commune
from imio.platform.core.mail import send_mail
from imio.platform.core.mail.message import address
from imio.platform.core.mail.message import BadAddress
from imio.platform.core.mail.message import one_line
from imio.platform.deliberation.browser.forms import FormPage
from imio.platform.deliberation.content.meeting import body_of
from imio.platform.deliberation.content.meeting import meeting_day
from imio.platform.deliberation.errors import DeliberationError
from imio.platform.deliberation.rules.french_dates import full_date
from imio.platform.deliberation.workflow.public_record import public_point
from imio.platform.i18n import _
from zExceptions import NotFound

LONGEST_NAME = 120
LONGEST_MESSAGE = 2000


def copies_address() -> str:
    """Where copies are asked for: the commune's own address, or nothing."""
    return commune().email or ""


class CopyRequest(FormPage):
    """A mail to the commune; nothing of the visitor is kept on the site."""

    page_title = _("Demander une copie")

    def __call__(self):
        point = public_point(self.context)
        if point is None or not point.line.outcome or not copies_address():
            raise NotFound()
        self.point = point
        return super().__call__()

    @property
    def day(self) -> str:
        return full_date(meeting_day(self.point.meeting))

    @property
    def body_title(self) -> str:
        return body_of(self.context).title

    def error(self, name: str) -> str:
        return self.errors.get(name, "")

    def handle(self):
        name, email = one_line(self.value("nom")), self.value("courriel")
        message = self.value("message")
        if not name or len(name) > LONGEST_NAME:
            raise DeliberationError(_("Écrivez votre nom (120 signes au plus)."), "nom")
        sender = _checked(email)
        if len(message) > LONGEST_MESSAGE:
            raise DeliberationError(
                _("Votre message est trop long : 2 000 signes au plus."), "message"
            )
        # A field that people do not see: only a machine fills it.
        if not self.value("site"):
            self._send(name, sender, message)
        return _(
            "Votre demande est envoyée à la commune, qui vous répondra à l'adresse "
            "que vous avez donnée."
        )

    def next_url(self) -> str:
        return self.context.absolute_url()

    def _send(self, name: str, sender: Address, message: str) -> None:
        lines = (
            f"{name} demande une copie de cette délibération :",
            "",
            f"{self.context.title}",
            f"{self.body_title}, séance du {self.day}, point {self.point.line.number}",
            self.context.absolute_url(),
            "",
            message,
            "",
            f"Répondre à : {name} <{sender.addr_spec}>",
        )
        send_mail(
            [copies_address()],
            f"Demande de copie : {one_line(self.context.title)}",
            "\n".join(lines),
            # The same person asks once a day for the same act.
            key=f"copie-{self.context.UID()}-{sender.addr_spec}-{clock.today()}",
        )


def _checked(email: str) -> Address:
    try:
        return address(email)
    except BadAddress:
        raise DeliberationError(
            _("Écrivez une adresse électronique complète, comme nom@exemple.be."),
            "courriel",
        ) from None
