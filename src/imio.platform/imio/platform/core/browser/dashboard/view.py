"""Base class of every listing of the suite."""

from collections.abc import Iterable
from collections.abc import Mapping
from dataclasses import replace
from functools import cached_property
from imio.platform.core.browser.dashboard.columns import Column
from imio.platform.core.browser.dashboard.drawing import Drawing
from imio.platform.core.browser.dashboard.facets import Facet
from imio.platform.core.browser.dashboard.parts import Action
from imio.platform.core.browser.dashboard.parts import ReadyList
from imio.platform.core.browser.dashboard.results import record_ids
from imio.platform.core.browser.dashboard.results import search
from imio.platform.core.browser.dashboard.results import text_query
from imio.platform.core.browser.dashboard.saved import SavedSearches
from imio.platform.core.browser.dashboard.saving import handle_post
from imio.platform.core.browser.dashboard.selection import read_selection
from imio.platform.core.browser.dashboard.selection import Selection
from imio.platform.core.browser.dashboard.spreadsheet import respond_with_csv
from imio.platform.core.browser.dashboard.terms import Titles
from imio.platform.core.browser.titles.interfaces import ITitledPage
from imio.platform.i18n import _
from plone import api
from Products.Five.browser import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from typing import Any
from zope.interface import implementer


@implementer(ITitledPage)
class Dashboard(BrowserView):
    """A listing of the catalog with facets, text, columns, saved searches and CSV.

    An add-on subclasses it, sets the attributes below, answers ``base_query`` and
    registers the class with ``browser:page`` (no template) under a permission::

        class Requests(Dashboard):
            title = _("Demandes")
            columns = (
                TitleColumn("Title", _("Demande"), sort_index="sortable_title"),
                StateColumn("review_state", _("État"), sort_index="review_state"),
                DateColumn("created", _("Introduite le"), sort_index="created"),
            )
            facets = (StateFacet("review_state", _("État")),)
            default_sort = "created"

            def base_query(self):
                return {"portal_type": "Request", "path": self.path}

    Only what the catalog shows to the present person is listed, counted, offered
    as a choice or exported. Addresses say everything: ``list`` (ready-made list), ``q``
    (text), ``f.<facet>``, ``col``, ``sort``, ``dir``, ``page`` and ``format=csv``.
    """

    title = ""
    description = ""
    #: Read by screen readers before the table; the title by default.
    caption = ""
    columns: tuple[Column, ...] = ()
    facets: tuple[Facet, ...] = ()
    #: Id of the sortable column that orders the list before the person chooses.
    default_sort = ""
    default_descending = True
    page_size = 25
    #: Index asked by the search field; empty for no search field.
    search_index = "SearchableText"
    search_label = _("Rechercher dans cette liste")
    #: Said instead of an empty list, when nothing narrows it.
    empty = _("Il n'y a encore rien ici.")
    #: Types whose item is seen at ``.../view``.
    types_with_view: tuple[str, ...] = ("File", "Image")

    template = ViewPageTemplateFile("dashboard.pt")

    # What a subclass answers

    def base_query(self) -> Mapping[str, Any]:
        """Catalog query of the whole listing, before anything narrows it."""
        raise NotImplementedError

    def actions(self) -> Iterable[Action]:
        """Links offered beside the title."""
        return ()

    def ready_lists(self) -> Iterable[ReadyList]:
        """Lists proposed to the reader, each with the number of its results."""
        return ()

    def item_url(self, brain) -> str:
        """Where a line leads."""
        suffix = "/view" if brain.portal_type in self.types_with_view else ""
        return brain.getURL() + suffix

    # Publishing

    def __call__(self):
        self.request.response.setHeader("Cache-Control", "private, no-store")
        if self.request.method == "POST":
            return handle_post(self)
        if "_authenticator" in self.request.form:
            # plone.protect writes the person's token in every form, this one too:
            # it must not stay in an address that people share.
            address = self.address(self.selection)
            return self.request.response.redirect(address, status=303)
        if self.request.form.get("format") == "csv":
            return respond_with_csv(self)
        return self.template()

    @property
    def path(self) -> str:
        """Path of the context, for a query on what lies below it."""
        return "/".join(self.context.getPhysicalPath())

    @property
    def url(self) -> str:
        """Address of the listing without any choice."""
        return f"{self.context.absolute_url()}/@@{self.__name__}"

    @property
    def key(self) -> str:
        """Stable name under which a person's searches are kept."""
        root = api.portal.get().getPhysicalPath()
        place = "/".join(self.context.getPhysicalPath()[len(root) :])
        return f"{place}@@{self.__name__}"

    def address(self, selection: Selection) -> str:
        query_string = selection.query_string()
        return f"{self.url}?{query_string}" if query_string else self.url

    # What the person asks

    @cached_property
    def selection(self) -> Selection:
        return self.read(self.request.form)

    def read(self, form: Mapping[str, Any]) -> Selection:
        """The selection that ``form`` asks of this dashboard."""
        selection = read_selection(
            form,
            [facet.id for facet in self.facets],
            [column.id for column in self.columns],
            [column.id for column in self.columns if column.sort_index],
            self.proposed,
        )
        usual = tuple(column.id for column in self.columns if column.default)
        # The usual columns go without saying: addresses stay short.
        return (
            replace(selection, columns=())
            if selection.columns == usual
            else (selection)
        )

    @cached_property
    def proposed(self) -> dict[str, ReadyList]:
        """The ready-made lists by id, in their order."""
        return {one.id: one for one in self.ready_lists()}

    def query(self, selection: Selection, leave_out: str = "") -> dict[str, Any]:
        """Catalog query for ``selection``, without the facet ``leave_out``.

        A facet never widens the base query: where both ask the same index, values
        are kept that both allow, and a period or a yes/no is not listened to.
        """
        query = dict(self.base_query())
        if selection.ready:
            query |= self.proposed[selection.ready].query
        for facet in self.facets:
            values = selection.facets.get(facet.id)
            if values and facet.id != leave_out:
                for index, criterion in facet.query(values).items():
                    query[index] = _narrowed(query.get(index), criterion)
        if selection.text and self.search_index:
            query[self.search_index] = text_query(selection.text)
        return query

    # Results

    @cached_property
    def found(self):
        return self.record_ids(self.selection)

    def record_ids(self, selection: Selection, leave_out: str = ""):
        """Records that ``selection`` finds for the present person."""
        if selection.text and not text_query(selection.text):
            return ()
        return record_ids(self.query(selection, leave_out))

    @property
    def number(self) -> int:
        """How many results the person may see, over all pages."""
        return len(self.found)

    @cached_property
    def last_page(self) -> int:
        return max(-(-self.number // self.page_size), 1)

    @cached_property
    def page(self) -> int:
        return min(self.selection.page, self.last_page)

    def ordered(self):
        """All results in the order asked; lazy."""
        if not self.number:
            return []
        return search(self.query(self.selection) | self._order())

    def brains(self):
        """Results of the present page."""
        start = (self.page - 1) * self.page_size
        return self.ordered()[start : start + self.page_size]

    def _order(self) -> dict[str, str]:
        column = self.sort_column
        if column is None:
            return {}
        order = "descending" if self.is_descending else "ascending"
        return {"sort_on": column.sort_index, "sort_order": order}

    @property
    def sort_column(self) -> Column | None:
        wanted = self.selection.sort or self.default_sort
        found = [c for c in self.columns if c.id == wanted and c.sort_index]
        return found[0] if found else None

    @property
    def is_descending(self) -> bool:
        if self.selection.sort:
            return self.selection.descending
        return self.default_descending

    @cached_property
    def shown_columns(self) -> list[Column]:
        """The columns chosen, in the dashboard's order."""
        chosen = self.selection.columns
        if chosen:
            return [column for column in self.columns if column.id in chosen]
        return [column for column in self.columns if column.default]

    # What goes with it

    @cached_property
    def titles(self) -> Titles:
        """Titles of types, states, terms and persons in the reader's language."""
        return Titles(self.context, self.request)

    @cached_property
    def drawing(self) -> Drawing:
        """What the template shows."""
        return Drawing(self)

    @cached_property
    def saved(self) -> SavedSearches | None:
        """The present person's searches; none for an anonymous visitor."""
        if api.user.is_anonymous():
            return None
        return SavedSearches(api.user.get_current().getId(), self.key)


def _narrowed(base: Any, criterion: Any) -> Any:
    """``criterion`` limited to what ``base`` already asks of the same index."""
    if base is None:
        return criterion
    if not isinstance(criterion, list):
        return base
    allowed = base.get("query", base) if isinstance(base, dict) else base
    allowed = [allowed] if isinstance(allowed, str) else list(allowed)
    return [value for value in criterion if value in allowed] or [""]
