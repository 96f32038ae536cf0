"""@@courriels-sortants: recent outgoing mails and what became of them."""

from imio.platform.core.browser.jobs.view import COLOURS
from imio.platform.core.browser.jobs.view import STATES
from imio.platform.core.browser.jobs.view import written
from imio.platform.core.browser.titles.interfaces import ITitledPage
from imio.platform.core.jobs.queue import backend
from imio.platform.core.mail.sending import MAIL_JOB
from imio.platform.core.mail.transport import outbox_folder
from imio.platform.core.mail.transport import server_configured
from imio.platform.i18n import _
from Products.Five.browser import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.interface import implementer


@implementer(ITitledPage)
class MailsPage(BrowserView):
    """The list; ``?mail=<number>`` opens one to its text."""

    title = _("Courriels sortants")
    index = ViewPageTemplateFile("mails.pt")

    def __call__(self):
        return self.index()

    @property
    def url(self) -> str:
        return f"{self.context.absolute_url()}/@@courriels-sortants"

    @property
    def folder(self) -> str:
        """Folder that mails are written to in place of a server, or empty."""
        folder = outbox_folder()
        return "" if folder is None or server_configured() else str(folder)

    @property
    def opened(self) -> str:
        return str(self.request.form.get("mail", ""))

    def rows(self) -> list[dict]:
        """Newest first."""
        site = "/".join(self.context.getPhysicalPath())
        records = backend(self.context).ledger.records(site, [MAIL_JOB], limit=100)
        return [
            {
                "id": str(record.id),
                "to": ", ".join(record.args["to"]),
                "subject": record.args["subject"],
                "text": record.args["text"],
                "attached": ", ".join(record.args["attached"]),
                "state": STATES[record.state],
                "colour": COLOURS.get(record.state, "text-bg-light border"),
                "error": record.error,
                "created": written(record.created),
            }
            for record in records
        ]
