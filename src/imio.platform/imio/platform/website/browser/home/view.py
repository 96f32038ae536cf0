"""A home page: its sections in order, and for its editors the means to change them."""

from dataclasses import dataclass
from imio.platform.i18n import _
from imio.platform.website.browser.home.kept import kept
from plone import api
from Products.Five.browser import BrowserView
from zExceptions import BadRequest
from zExceptions import MethodNotAllowed
from zope.component import getMultiAdapter
from zope.i18n import translate


@dataclass(frozen=True)
class KindOfSection:
    """A section that may be added."""

    title: str
    url: str


class HomeView(BrowserView):
    """Draws each section by its own view."""

    def sections(self):
        """Views of the sections, each drawn by calling it."""
        for section in self.context.contentValues():
            view = getMultiAdapter((section, self.request), name="section-html")
            if api.user.is_anonymous():
                yield kept(section, self.request, view)
            else:
                yield view.of(self.can_edit)

    @property
    def can_edit(self) -> bool:
        return bool(
            not api.user.is_anonymous()
            and api.user.has_permission("Modify portal content", obj=self.context)
        )

    def kinds(self) -> list[KindOfSection]:
        """What the editor may add."""
        types = sorted(
            self.context.allowedContentTypes(),
            key=lambda fti: translate(fti.Title(), context=self.request),
        )
        return [
            KindOfSection(
                fti.Title(), f"{self.context.absolute_url()}/++add++{fti.getId()}"
            )
            for fti in types
        ]


class MoveSection(BrowserView):
    """Moves a section up or down; posted by the buttons beside it."""

    def __call__(self):
        if self.request.method != "POST":
            raise MethodNotAllowed(self.request.method)
        section_id = self.request.form.get("section", "")
        delta = {"up": -1, "down": 1}.get(self.request.form.get("direction", ""))
        if section_id not in self.context or delta is None:
            raise BadRequest(_("Cette section n'existe pas."))
        ordering = self.context.getOrdering()
        ordering.moveObjectsByDelta([section_id], delta)
        self.context[section_id].reindexObject(idxs=["getObjPositionInParent"])
        self.request.response.redirect(f"{self.context.absolute_url()}#{section_id}")
