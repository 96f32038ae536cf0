"""What a dashboard shows of each result; everything is read from the catalog."""

from collections.abc import Callable
from dataclasses import dataclass
from DateTime import DateTime
from datetime import date
from datetime import datetime
from imio.platform.core.clock import BRUSSELS
from Missing import Value as MISSING
from typing import Any

#: What the catalog answers where the object has no such value.
NOTHING = ("", "None")


@dataclass(frozen=True)
class Column:
    """One column of plain text.

    :param id: stable: it is written in addresses and saved searches; the catalog
        metadata read where ``get`` is not given.
    :param title: translatable heading.
    :param sort_index: catalog index that sorts it; none if it cannot be sorted.
    :param default: shown before the person chooses columns.
    :param get: brain to value, for what is not one metadata column.
    """

    id: str
    title: str
    sort_index: str | None = None
    default: bool = True
    get: Callable[[Any], Any] | None = None

    #: CSS class of the value, for instance a badge.
    css = ""
    #: CSS class of the heading, for instance to align it with its numbers.
    heading_css = ""

    def value(self, brain) -> Any:
        """The raw value, ``None`` where there is none."""
        found = self.get(brain) if self.get else getattr(brain, self.id, None)
        if found is MISSING or (isinstance(found, str) and found in NOTHING):
            return None
        return found

    def text(self, brain, view) -> str:
        """The value as a person reads it."""
        value = self.value(brain)
        if value is None:
            return ""
        if isinstance(value, tuple | list | set | frozenset):
            return ", ".join(str(item) for item in value)
        return str(value)

    def export(self, brain, view) -> Any:
        """The value for a spreadsheet."""
        return self.text(brain, view)

    def url(self, brain, view) -> str:
        """Where the value leads; nowhere by default."""
        return ""

    def css_of(self, brain) -> str:
        """CSS class of one value, where it depends on it."""
        return self.css

    def machine_date(self, brain) -> str:
        """The value for the ``datetime`` attribute, for dates only."""
        return ""


@dataclass(frozen=True)
class TitleColumn(Column):
    """The title, which leads to the object and names the line."""

    def text(self, brain, view) -> str:
        return super().text(brain, view) or brain.getId

    def url(self, brain, view) -> str:
        return view.item_url(brain)


@dataclass(frozen=True)
class DateColumn(Column):
    """A day, written 24/11/2026."""

    pattern = "%d/%m/%Y"

    def value(self, brain) -> date | None:
        value = super().value(brain)
        if isinstance(value, DateTime):
            value = value.asdatetime()
        if isinstance(value, datetime):
            value = value.astimezone(BRUSSELS) if value.tzinfo else value
        # Plone writes "never" as a day of 1969 or 2499.
        if isinstance(value, date) and not 1969 < value.year < 2499:
            return None
        return value

    def text(self, brain, view) -> str:
        value = self.value(brain)
        return value.strftime(self.pattern) if isinstance(value, date) else ""

    def machine_date(self, brain) -> str:
        value = self.value(brain)
        return value.isoformat() if isinstance(value, date) else ""


@dataclass(frozen=True)
class DateTimeColumn(DateColumn):
    """An instant, written 24/11/2026 09:05 in Brussels' time."""

    pattern = "%d/%m/%Y %H:%M"


@dataclass(frozen=True)
class NumberColumn(Column):
    """A number, kept a number in the spreadsheet."""

    css = "dashboard-number"
    heading_css = "dashboard-number"

    def export(self, brain, view) -> Any:
        return self.value(brain)


@dataclass(frozen=True)
class StateColumn(Column):
    """The workflow state by its title."""

    css = "badge dashboard-state"

    def text(self, brain, view) -> str:
        state = self.value(brain)
        return view.titles.state(state, brain.portal_type) if state else ""


@dataclass(frozen=True)
class TypeColumn(Column):
    """The content type by its title."""

    def text(self, brain, view) -> str:
        return view.titles.type(self.value(brain) or "")


@dataclass(frozen=True)
class VocabularyColumn(Column):
    """One or more values of a named vocabulary by their titles."""

    vocabulary: str = ""

    def text(self, brain, view) -> str:
        value = self.value(brain)
        if value is None:
            return ""
        values = value if isinstance(value, tuple | list | set) else (value,)
        return ", ".join(view.titles.term(self.vocabulary, item) for item in values)


@dataclass(frozen=True)
class PersonColumn(Column):
    """A user by full name."""

    def text(self, brain, view) -> str:
        return view.titles.person(self.value(brain) or "")
