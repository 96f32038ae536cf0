"""Ways to narrow a dashboard: one facet asks one index of the catalog."""

from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from DateTime import DateTime
from datetime import date
from datetime import datetime
from datetime import time
from datetime import timedelta
from imio.platform.core.browser.dashboard.results import counts
from imio.platform.core.clock import BRUSSELS
from imio.platform.i18n import _
from typing import Any
from zope.i18n import translate


@dataclass(frozen=True)
class Facet:
    """Values of one index, several of which may be ticked (any of them matches).

    Each value is offered with the number of results that the person may see; one
    without results is not offered.

    :param id: stable: it is written in addresses (``f.<id>``) and saved searches.
    :param title: translatable name.
    :param index: catalog index; the same as ``id`` by default.
    """

    id: str
    title: str
    index: str = ""

    #: How the template draws it: ``choices`` or ``dates``.
    kind = "choices"

    @property
    def index_name(self) -> str:
        return self.index or self.id

    def term_title(self, value, view) -> str:
        """How a person reads ``value``."""
        return str(value)

    def query(self, values: Sequence[str]) -> Mapping[str, Any]:
        """Part of the catalog query for the ticked ``values``; empty if they are wrong."""
        return {self.index_name: list(values)}

    def token(self, value) -> str:
        """``value`` of the index as written in addresses."""
        return str(value)

    def offered(self, found) -> list[tuple[Any, int]]:
        """Each value among the records ``found``, and how many of them hold it."""
        return counts(self.index_name, found)


@dataclass(frozen=True)
class StateFacet(Facet):
    """Workflow states."""

    def term_title(self, value, view) -> str:
        return view.titles.state(value)


@dataclass(frozen=True)
class TypeFacet(Facet):
    """Content types."""

    def term_title(self, value, view) -> str:
        return view.titles.type(value)


@dataclass(frozen=True)
class VocabularyFacet(Facet):
    """Values of a named vocabulary, by their titles."""

    vocabulary: str = ""

    def term_title(self, value, view) -> str:
        return view.titles.term(self.vocabulary, value)


@dataclass(frozen=True)
class PersonFacet(Facet):
    """Users, by their full names."""

    def term_title(self, value, view) -> str:
        return view.titles.person(value)


@dataclass(frozen=True)
class BooleanFacet(Facet):
    """Yes or no."""

    def term_title(self, value, view) -> str:
        return translate(_("Oui") if value else _("Non"), context=view.request)

    def token(self, value) -> str:
        return "1" if value else "0"

    def query(self, values: Sequence[str]) -> Mapping[str, Any]:
        wanted = {value == "1" for value in values if value in ("0", "1")}
        return {self.index_name: wanted.pop()} if len(wanted) == 1 else {}


@dataclass(frozen=True)
class DateFacet(Facet):
    """A period, from a day to a day, both included; either may be left empty."""

    kind = "dates"

    def query(self, values: Sequence[str]) -> Mapping[str, Any]:
        start, end = period(values)
        bounds, sides = [], []
        if start is not None:
            bounds.append(_midnight(start))
            sides.append("min")
        if end is not None:
            # A date index counts minutes: the last of the day is included.
            bounds.append(_midnight(end + timedelta(days=1)) - 1 / 1440)
            sides.append("max")
        if not bounds:
            return {}
        return {self.index_name: {"query": bounds, "range": ":".join(sides)}}


def period(values: Sequence[str]) -> tuple[date | None, date | None]:
    """The first and last day written in ``values``; a wrong one is left out."""
    return _day(values, 0), _day(values, 1)


def _day(values: Sequence[str], position: int) -> date | None:
    try:
        day = date.fromisoformat(values[position])
    except (IndexError, ValueError):
        return None
    return day if 1900 <= day.year <= 2200 else None


def _midnight(day: date) -> DateTime:
    return DateTime(datetime.combine(day, time.min, tzinfo=BRUSSELS))
