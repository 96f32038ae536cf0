"""What the page of a dashboard shows, worked out of its results."""

from dataclasses import replace
from functools import cached_property
from imio.platform.core.browser.dashboard.columns import Column
from imio.platform.core.browser.dashboard.facets import Facet
from imio.platform.core.browser.dashboard.facets import period
from imio.platform.core.browser.dashboard.parts import Cell
from imio.platform.core.browser.dashboard.parts import Chip
from imio.platform.core.browser.dashboard.parts import Choice
from imio.platform.core.browser.dashboard.parts import FacetBox
from imio.platform.core.browser.dashboard.parts import Heading
from imio.platform.core.browser.dashboard.parts import Page
from imio.platform.core.browser.dashboard.parts import page_numbers
from imio.platform.core.browser.dashboard.parts import SavedLink
from imio.platform.core.browser.dashboard.selection import FACET_PREFIX
from imio.platform.core.browser.dashboard.selection import form_of
from imio.platform.core.browser.dashboard.selection import Selection
from imio.platform.i18n import _
from zope.i18n import translate


class Drawing:
    """Headings, lines, facets, chips, pages and saved searches of a dashboard."""

    def __init__(self, dashboard):
        self.dashboard = dashboard
        self.selection = dashboard.selection
        self.request = dashboard.request

    def headings(self) -> list[Heading]:
        return [self._heading(column) for column in self.dashboard.shown_columns]

    def _heading(self, column: Column) -> Heading:
        if not column.sort_index:
            return Heading(column.id, column.title, css=column.heading_css)
        is_sorted = column is self.dashboard.sort_column
        order = ""
        if is_sorted:
            order = "descending" if self.dashboard.is_descending else "ascending"
        turned = is_sorted and not self.dashboard.is_descending
        url = self.dashboard.address(self.selection.sorted_by(column.id, turned))
        return Heading(column.id, column.title, url, order, column.heading_css)

    def rows(self) -> list[list[Cell]]:
        return [self._cells(brain) for brain in self.dashboard.brains()]

    def _cells(self, brain) -> list[Cell]:
        return [
            Cell(
                column.id,
                column.title,
                column.text(brain, self.dashboard),
                column.url(brain, self.dashboard),
                column.css_of(brain),
                column.machine_date(brain),
                position == 0,
            )
            for position, column in enumerate(self.dashboard.shown_columns)
        ]

    @cached_property
    def facet_boxes(self) -> list[FacetBox]:
        boxes = [self._facet_box(facet) for facet in self.dashboard.facets]
        return [box for box in boxes if box.is_offered]

    def _facet_box(self, facet: Facet) -> FacetBox:
        values = self.selection.facets.get(facet.id, ())
        box = FacetBox(facet.id, FACET_PREFIX + facet.id, facet.title, facet.kind)
        if facet.kind == "dates":
            start, end = period(values)
            return replace(
                box,
                start=start.isoformat() if start else "",
                end=end.isoformat() if end else "",
            )
        found = (
            self.dashboard.record_ids(self.selection, facet.id)
            if values
            else self.dashboard.found
        )
        offered = facet.offered(found) if found else []
        choices = [
            Choice(
                facet.token(value),
                facet.term_title(value, self.dashboard),
                number,
                facet.token(value) in values,
            )
            for value, number in offered
        ]
        choices.sort(key=lambda choice: choice.title.casefold())
        return replace(box, choices=tuple(choices))

    def chips(self) -> list[Chip]:
        """Everything that narrows the list, each with the way to take it off."""
        chips = []
        if self.selection.text:
            chips.append(
                Chip(
                    f"« {self.selection.text} »",
                    self.dashboard.address(self.selection.without_text()),
                )
            )
        for facet in self.dashboard.facets:
            chips += self._facet_chips(facet)
        return chips

    def _facet_chips(self, facet: Facet) -> list[Chip]:
        values = self.selection.facets.get(facet.id, ())
        title = translate(facet.title, context=self.request)
        if facet.kind == "dates":
            marks = (_("depuis le %d/%m/%Y"), _("jusqu'au %d/%m/%Y"))
            texts = [
                day.strftime(translate(mark, context=self.request))
                for day, mark in zip(period(values), marks, strict=True)
                if day
            ]
            if not texts:
                return []
            url = self.dashboard.address(self.selection.without_facet(facet.id))
            return [Chip(f"{title} : {' '.join(texts)}", url)]
        titles = {
            choice.token: choice.title
            for box in self.facet_boxes
            if box.id == facet.id
            for choice in box.choices
        }
        return [
            Chip(
                f"{title} : {titles.get(value, value)}",
                self.dashboard.address(self.selection.without_value(facet.id, value)),
            )
            for value in values
            if value
        ]

    def column_choices(self) -> list[Choice]:
        shown = {column.id for column in self.dashboard.shown_columns}
        return [
            Choice(column.id, column.title, 0, column.id in shown)
            for column in self.dashboard.columns
        ]

    def pages(self) -> list[Page]:
        if self.dashboard.last_page == 1:
            return []
        return [
            Page("…")
            if number is None
            else Page(
                str(number),
                self.dashboard.address(self.selection.at_page(number)),
                number == self.dashboard.page,
            )
            for number in page_numbers(self.dashboard.page, self.dashboard.last_page)
        ]

    def previous_url(self) -> str:
        return self._page_url(self.dashboard.page - 1)

    def next_url(self) -> str:
        return self._page_url(self.dashboard.page + 1)

    def _page_url(self, page: int) -> str:
        if not 1 <= page <= self.dashboard.last_page:
            return ""
        return self.dashboard.address(self.selection.at_page(page))

    def csv_url(self) -> str:
        parameters = self.selection.at_page(1).query_string()
        return (
            f"{self.dashboard.url}?{parameters}&format=csv"
            if parameters
            else (f"{self.dashboard.url}?format=csv")
        )

    def ready_links(self) -> list[SavedLink]:
        links = []
        for one in self.dashboard.proposed.values():
            selection = Selection(ready=one.id)
            links.append(
                SavedLink(
                    one.id,
                    one.title,
                    self.dashboard.address(selection),
                    len(self.dashboard.record_ids(selection)),
                    self.selection.ready == one.id,
                )
            )
        return links

    def saved_links(self) -> list[SavedLink]:
        if self.dashboard.saved is None:
            return []
        current = self.selection.at_page(1).query_string()
        links = []
        for kept in self.dashboard.saved.all():
            selection = self.dashboard.read(form_of(kept.query_string))
            links.append(
                SavedLink(
                    kept.id,
                    kept.name,
                    self.dashboard.address(selection),
                    len(self.dashboard.record_ids(selection)),
                    bool(current) and selection.query_string() == current,
                )
            )
        return links
