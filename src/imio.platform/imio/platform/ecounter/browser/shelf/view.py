"""The procedures that the suite ships: those the commune has, and those it may take."""

from functools import cached_property
from imio.platform.core.browser.titles.interfaces import ITitledPage
from imio.platform.core.errors import PlatformError
from imio.platform.core.organisation.directory import services
from imio.platform.ecounter import library
from imio.platform.ecounter.content.interfaces import CATEGORIES
from imio.platform.ecounter.content.interfaces import IProcedure
from imio.platform.ecounter.library.installing import install
from imio.platform.ecounter.library.installing import update
from imio.platform.i18n import _
from plone import api
from plone.protect import CheckAuthenticator
from Products.Five.browser import BrowserView
from zope.i18n import translate
from zope.interface import implementer


@implementer(ITitledPage)
class Shelf(BrowserView):
    """Takes a procedure into the counter, or its newer version."""

    title = _("Bibliothèque de démarches")

    def __call__(self):
        self.request.response.setHeader("Cache-Control", "private, no-store")
        if self.request.method == "POST":
            CheckAuthenticator(self.request)
            try:
                self._say(self._act(), "info")
            except PlatformError as problem:
                self._say(problem.args[0], "error")
            url = f"{self.context.absolute_url()}/@@bibliotheque"
            return self.request.response.redirect(url, status=303)
        return self.index()

    def _act(self):
        """Do what was asked; the sentence that says so."""
        data = library.load(str(self.request.form.get("procedure", "")))
        title = {"title": data["sheet"]["title"]}
        installed = self._installed(data["id"])
        if installed is not None:
            number = update(installed, data).number
            return _(
                "« ${title} » passe à la version ${number} ; les demandes en cours "
                "gardent la leur.",
                mapping={**title, "number": number},
            )
        service = str(self.request.form.get("service", ""))
        if service not in {entry.uid for entry in self.services}:
            return _("Choisissez le service qui traitera les demandes.")
        install(self.context, data, service)
        return _("« ${title} » est ouverte au public.", mapping=title)

    def _say(self, message, kind: str) -> None:
        api.portal.show_message(message, self.request, type=kind)

    def _installed(self, name: str):
        found = self.context.get(name)
        return found if IProcedure.providedBy(found) else None

    @cached_property
    def services(self) -> list:
        """Those that may treat requests."""
        return list(services())

    @cached_property
    def rows(self) -> list[dict]:
        """The shipped procedures, by title."""
        rows = [self._row(library.load(name)) for name in library.names()]
        return sorted(rows, key=lambda row: row["title"])

    def _row(self, data) -> dict:
        sheet = data["sheet"]
        installed = self._installed(data["id"])
        source = (installed.shared_source or {}) if installed is not None else {}
        return {
            "id": data["id"],
            "title": sheet["title"],
            "description": sheet["description"],
            "category": translate(
                CATEGORIES.getTerm(sheet["category"]).title, context=self.request
            ),
            "legal_basis": sheet.get("legal_basis", ""),
            "cases": len(data.get("cases", ())),
            "url": installed.absolute_url() if installed is not None else "",
            "is_newer": bool(source) and data["version"] > source.get("version", 0),
            "changelog": data.get("changelog", ""),
        }
