"""@@dossier-pdf: the whole meeting as one PDF, made for who asks."""

from datetime import datetime
from datetime import timedelta
from functools import cached_property
from imio.platform.core import clock
from imio.platform.core.browser.annexes.view import human_size
from imio.platform.core.clock import BRUSSELS
from imio.platform.core.documents.office import office
from imio.platform.core.jobs import enqueue
from imio.platform.deliberation.browser.forms import FormPage
from imio.platform.deliberation.documents.bundle import kept
from imio.platform.deliberation.documents.bundle.advancing import advanced
from imio.platform.deliberation.documents.bundle.contents import contents
from imio.platform.deliberation.documents.bundle.contents import fingerprint
from imio.platform.deliberation.documents.bundle.contents import uids
from imio.platform.deliberation.documents.bundle.making import BUNDLE_JOB
from imio.platform.deliberation.errors import DeliberationError
from imio.platform.deliberation.records.notebook import mine
from imio.platform.i18n import _
from plone import api
from plone.namedfile.utils import stream_data
from Products.Five.browser import BrowserView
from zExceptions import NotFound

#: A bundle that takes longer was lost with its server: one may ask again.
LONGEST = timedelta(minutes=15)


class BundlePage(FormPage):
    """Ask for it, see it advance, take it."""

    @cached_property
    def kept(self) -> kept.Kept | None:
        return kept.bundle(mine(), self.context.UID())

    @property
    def is_available(self) -> bool:
        return bool(office().is_available())

    @property
    def is_under_way(self) -> bool:
        one = self.kept
        if one is None or one.made_at or one.error:
            return False
        return clock.now() - datetime.fromisoformat(one.asked_at) < LONGEST

    @property
    def is_lost(self) -> bool:
        one = self.kept
        if one is None or one.made_at or one.error:
            return False
        return not self.is_under_way

    @property
    def is_ready(self) -> bool:
        return self.kept is not None and bool(self.kept.made_at)

    @property
    def advanced(self) -> tuple[int, int] | None:
        """Annexes done, of how many."""
        found = advanced(mine().user_id, self.context.UID())
        return found if found and found[1] else None

    @cached_property
    def is_outdated(self) -> bool:
        points = contents(self.context, self.kept.with_notes)
        return fingerprint(points) != self.kept.fingerprint

    @property
    def made_at(self) -> str:
        moment = datetime.fromisoformat(self.kept.made_at).astimezone(BRUSSELS)
        return f"{moment:%d/%m/%Y à %H:%M}"

    @property
    def size(self) -> str:
        return human_size(self.kept.size)

    def handle(self) -> str:
        if not self.is_available:
            raise DeliberationError(
                _(
                    "Ce serveur ne peut pas produire de PDF : LibreOffice n'y est pas "
                    "installé."
                )
            )
        if self.is_under_way:
            raise DeliberationError(_("Votre dossier est déjà en préparation."))
        uid = self.context.UID()
        if not contents(self.context, False):
            raise DeliberationError(_("L'ordre du jour n'a encore aucun point à lire."))
        kept.ask(mine(), uid, bool(self.value("notes")))
        enqueue(BUNDLE_JOB, meeting_uid=uid)
        return _("Votre dossier est en préparation.")


class BundleDownload(BrowserView):
    """The file of the person who asked for it, while she may read all it shows."""

    def __call__(self):
        notebook, uid = mine(), self.context.UID()
        about = kept.bundle(notebook, uid)
        file = kept.bundle_file(notebook, uid)
        if about is None or file is None:
            raise NotFound(self.__name__)
        response = self.request.response
        response.setHeader("Cache-Control", "private, no-store")
        if not set(about.uids) <= set(uids(contents(self.context, False))):
            api.portal.show_message(
                _(
                    "Un document de ce dossier ne vous est plus ouvert : préparez le "
                    "dossier à nouveau."
                ),
                self.request,
                "warning",
            )
            return response.redirect(f"{self.context.absolute_url()}/@@dossier-pdf")
        response.setHeader("Content-Type", "application/pdf")
        response.setHeader("Content-Length", str(file.getSize()))
        response.setHeader("X-Content-Type-Options", "nosniff")
        response.setHeader(
            "Content-Disposition",
            f'attachment; filename="dossier-{self.context.getId()}.pdf"',
        )
        return stream_data(file)
