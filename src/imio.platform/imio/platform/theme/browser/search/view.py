"""The search of the site: words, a kind of content, an order."""

from Acquisition import aq_inner
from Acquisition import aq_parent
from dataclasses import dataclass
from functools import cached_property
from imio.platform.i18n import _
from imio.platform.theme.rules.search import Asked
from imio.platform.theme.rules.search import asked
from plone import api
from plone.base.batch import Batch
from plone.base.utils import munge_search_term
from Products.CMFPlone.browser.search import Search
from Products.ZCTextIndex.ParseTree import ParseError

PAGE_SIZE = 10
TITLES = {
    "relevance": _("Les plus pertinents d'abord"),
    "Date": _("Les plus récents d'abord"),
    "sortable_title": _("Par ordre alphabétique"),
}


@dataclass(frozen=True)
class Found:
    """One result: ``place`` is the title of the page it is in, empty at the top."""

    title: str
    url: str
    description: str
    kind: str
    place: str


class SearchPage(Search):
    """Works without a script; odd addresses find nothing rather than fail."""

    page_title = _("Recherche")

    @cached_property
    def asked(self) -> Asked:
        return asked(self.request.form)

    @cached_property
    def kinds(self) -> list[tuple[str, str]]:
        """Kinds of content that this person can find, by title."""
        brains = api.content.find(portal_type=self.types_list())
        used = {brain.portal_type for brain in brains}
        return [(kind, self._kind(kind)) for kind in self.types_list() if kind in used]

    @property
    def orders(self) -> list[tuple[str, str]]:
        return list(TITLES.items())

    @cached_property
    def batch(self) -> Batch:
        return Batch(self._brains(), PAGE_SIZE, self._start())

    def found(self) -> list[Found]:
        """Results of the page asked for."""
        return [
            Found(
                title=brain.Title or brain.getId,
                url=self._url(brain),
                description=brain.Description,
                kind=self._kind(brain.portal_type),
                place=self._place(brain),
            )
            for brain in self.batch
        ]

    def _brains(self):
        if self.asked.is_empty:
            return []
        root = api.portal.get_navigation_root(aq_inner(self.context))
        query = {
            "path": "/".join(root.getPhysicalPath()),
            "portal_type": self.filter_types(list(self.asked.kinds)),
        }
        if self.asked.words:
            query["SearchableText"] = munge_search_term(self.asked.words)
        if self.asked.subjects:
            query["Subject"] = list(self.asked.subjects)
        if self.asked.order != "relevance":
            query["sort_on"] = self.asked.order
        if self.asked.order == "Date":
            query["sort_order"] = "descending"
        try:
            return api.portal.get_tool("portal_catalog").searchResults(**query)
        except ParseError:
            return []

    def _start(self) -> int:
        try:
            return max(int(self.request.form.get("b_start", 0)), 0)
        except (TypeError, ValueError):
            return 0

    def _kind(self, portal_type: str) -> str:
        info = api.portal.get_tool("portal_types").getTypeInfo(portal_type)
        return info.Title() if info else ""

    def _url(self, brain) -> str:
        viewed = api.portal.get_registry_record(
            "plone.types_use_view_action_in_listings"
        )
        suffix = "/view" if brain.portal_type in (viewed or ()) else ""
        return brain.getURL() + suffix

    def _place(self, brain) -> str:
        container = aq_parent(aq_inner(brain._unrestrictedGetObject()))
        root = api.portal.get_navigation_root(aq_inner(self.context))
        if container is None or container in (root, api.portal.get()):
            return ""
        if not api.user.has_permission("View", obj=container):
            return ""
        return container.Title()
