"""Rows of text in a form: those that exist, and blank ones to add, no JavaScript.

Groups are not fieldsets: Plone turns those of an edit form into tabs.
"""

from dataclasses import dataclass
from imio.platform.website.content.fields import InvalidRows
from imio.platform.website.content.fields import IRows
from imio.platform.website.rules.rows import Column
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from z3c.form.browser.widget import HTMLFormElement
from z3c.form.converter import BaseDataConverter
from z3c.form.interfaces import IFieldWidget
from z3c.form.interfaces import IFormLayer
from z3c.form.interfaces import INPUT_MODE
from z3c.form.interfaces import IWidget
from z3c.form.interfaces import NO_VALUE
from z3c.form.widget import FieldWidget
from z3c.form.widget import Widget
from zope.component import adapter
from zope.interface import implementer

#: Blank rows shown after those filled in.
BLANK_ROWS = 3

#: No form holds more, whatever is sent.
MAX_SENT = 100


class IRowsWidget(IWidget):
    """Edits rows of text."""


@dataclass(frozen=True)
class Row:
    """A row as the form shows it."""

    number: int
    cells: dict[str, str]
    problem: str


@implementer(IRowsWidget)
class RowsWidget(HTMLFormElement, Widget):
    """Its value is a list of dictionaries, blank rows included."""

    klass = "rows-widget"
    _input = ViewPageTemplateFile("rows.pt")
    _display = ViewPageTemplateFile("rows_display.pt")

    def render(self):
        return self._input() if self.mode == INPUT_MODE else self._display()

    @property
    def columns(self) -> tuple[Column, ...]:
        return self.field.columns

    def extract(self, default=NO_VALUE):
        try:
            count = int(self.request.get(f"{self.name}-count", ""))
        except ValueError:
            return default
        return [
            {
                column.name: str(
                    self.request.get(self.input_name(number, column), "")
                ).strip()
                for column in self.columns
            }
            for number in range(min(count, MAX_SENT))
        ]

    def input_name(self, number: int, column: Column) -> str:
        return f"{self.name}.{number}.{column.name}"

    def input_id(self, number: int, column: Column) -> str:
        return self.input_name(number, column).replace(".", "-")

    def input_type(self, column: Column) -> str:
        return "date" if column.kind == "date" else "text"

    def rows(self) -> list[Row]:
        """Rows of the form, blank ones at the end."""
        filled = [cells for cells in self.value or () if any(cells.values())]
        problems = self._problems(filled)
        blank = dict.fromkeys((column.name for column in self.columns), "")
        shown = [*filled, *(blank for _ in range(BLANK_ROWS))]
        return [
            Row(number, {**blank, **cells}, problems.get(number, ""))
            for number, cells in enumerate(shown)
        ]

    def filled_rows(self) -> list[Row]:
        return [row for row in self.rows() if any(row.cells.values())]

    def _problems(self, filled):
        if not self.error:
            return {}
        try:
            self.field.read(filled)
        except InvalidRows as error:
            return error.problems
        return {}


@adapter(IRows, IFormLayer)
@implementer(IFieldWidget)
def rows_field_widget(field, request):
    return FieldWidget(field, RowsWidget(request))


@adapter(IRows, IRowsWidget)
class RowsConverter(BaseDataConverter):
    """Leaves blank rows out, refuses wrong ones with their number."""

    def toWidgetValue(self, value):
        return [dict(row) for row in value or ()]

    def toFieldValue(self, value):
        return self.field.read([row for row in value if any(row.values())])
