"""Page where the commune changes its functions, bodies and offices."""

from functools import cached_property
from imio.platform.core.browser.titles.interfaces import ITitledPage
from imio.platform.core.errors import PlatformError
from imio.platform.core.organisation import words
from imio.platform.core.organisation.offices import offices
from imio.platform.i18n import _
from plone import api
from plone.protect import CheckAuthenticator
from Products.Five.browser import BrowserView
from zope.interface import implementer
import transaction

#: Parts of an office's titles, with the label read above each.
PARTS = {
    "masculine": _("Au masculin"),
    "feminine": _("Au féminin"),
    "plural": _("Au pluriel"),
    "prefix_masculine": _("Article masculin"),
    "prefix_feminine": _("Article féminin"),
    "prefix_plural": _("Article pluriel"),
}


@implementer(ITitledPage)
class WordsPage(BrowserView):
    """One form a kind of word; each names itself in the field ``kind``."""

    title = _("Fonctions, organes et titres")

    error = ""
    error_kind = ""
    parts = PARTS

    def __call__(self):
        if self.request.method != "POST":
            return self.index()
        CheckAuthenticator(self.request)
        kind = str(self.request.form.get("kind", ""))
        before = transaction.savepoint(optimistic=True)
        try:
            self._save(kind)
        except PlatformError as error:
            before.rollback()
            self.error, self.error_kind = error.args[0], kind
            self.request.response.setStatus(400)
            return self.index()
        api.portal.show_message(_("C'est enregistré."), request=self.request)
        self.request.response.redirect(f"{self.context.absolute_url()}/@@words")
        return ""

    @cached_property
    def lists(self) -> list[dict]:
        """The two lists of titles with their heading."""
        return [
            {
                "kind": words.FUNCTIONS,
                "title": _("Fonctions dans les services"),
                "hint": _(
                    "Chacune devient un groupe dans chaque service. Une fonction "
                    "ajoutée ici est aussitôt proposée partout."
                ),
                "words": words.titles(words.FUNCTIONS),
            },
            {
                "kind": words.BODIES,
                "title": _("Organes"),
                "hint": _("Là où les mandats sont exercés."),
                "words": words.titles(words.BODIES),
            },
        ]

    @cached_property
    def offices(self) -> list[dict[str, str]]:
        """Offices with their parts, and an empty one to fill in."""
        rows = [
            {
                "key": office.key,
                "title": office.neutral(),
                **{part: getattr(office, part).strip() for part in PARTS},
            }
            for office in offices().values()
        ]
        return [*rows, {"key": "", **dict.fromkeys(PARTS, "")}]

    def _save(self, kind: str) -> None:
        form = self.request.form
        if kind in (words.FUNCTIONS, words.BODIES):
            changed = {
                key: str(form.get(f"title-{key}", title))
                for key, title in words.titles(kind).items()
            }
            removed = form.get("remove", ())
            removed = {removed} if isinstance(removed, str) else set(removed)
            words.save_titles(kind, changed, str(form.get("new", "")), removed)
        elif form.get("delete"):
            words.remove_office(str(form.get("key", "")))
        else:
            key = str(form.get("key", ""))
            if key and key not in offices():
                key = ""
            values = {part: str(form.get(part, "")) for part in PARTS}
            words.save_office(key, values)
