"""Days off that a commune adds to the legal ones, written as people write them."""

from dataclasses import dataclass
from datetime import date
import re

#: ``27/09`` or ``27/09/2026``, then the name of the day.
PATTERN = re.compile(r"^(\d{1,2})/(\d{1,2})(?:/(\d{4}))?(?:\s+(.+))?$")
#: 29 February exists in this year, so that a yearly day may be that one.
LEAP_YEAR = 2024


class InvalidLocalDay(ValueError):
    """The text is no day."""


@dataclass(frozen=True)
class LocalDay:
    """A local day off: each year, or once when ``year`` is given."""

    month: int
    day: int
    year: int | None = None
    name: str = ""

    def in_year(self, year: int) -> date | None:
        """The day in ``year``; none where it does not fall in that year."""
        if self.year is not None and self.year != year:
            return None
        try:
            return date(year, self.month, self.day)
        except ValueError:
            return None


def local_day(day: date, name: str = "") -> LocalDay:
    """A local day off that happens once, on ``day``."""
    return LocalDay(day.month, day.day, day.year, name)


def parse_local_day(text: str) -> LocalDay:
    """Read ``27/09 Fête de la Communauté française`` or ``02/01/2026 Pont``.

    :raises InvalidLocalDay: where it is not a day of the calendar.
    """
    match = PATTERN.match(text.strip())
    if match is None:
        raise InvalidLocalDay(text)
    day, month, year, name = match.groups()
    try:
        date(int(year) if year else LEAP_YEAR, int(month), int(day))
    except ValueError as error:
        raise InvalidLocalDay(text) from error
    return LocalDay(int(month), int(day), int(year) if year else None, name or "")
