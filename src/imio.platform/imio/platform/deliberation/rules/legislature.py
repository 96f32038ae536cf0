"""Communal legislatures: six years from an installation to the next.

Communal elections are held every six years, on the second Sunday of October; the
council is installed on the first Monday of the December that follows (CDLD
L1122-3 and L4124-1).
"""

from dataclasses import dataclass
from datetime import date
from datetime import timedelta

#: A year of communal elections.
ELECTION = 2024
YEARS = 6


@dataclass(frozen=True)
class Legislature:
    """From the day of an installation to the eve of the next."""

    start: date
    end: date

    @property
    def name(self) -> str:
        return f"Législature {self.start.year}-{self.end.year}"


def legislature_of(day: date) -> Legislature:
    """The legislature in which a day lies."""
    year = ELECTION + (day.year - ELECTION) // YEARS * YEARS
    if day < installation(year):
        year -= YEARS
    return Legislature(
        installation(year), installation(year + YEARS) - timedelta(days=1)
    )


def installation(year: int) -> date:
    """The first Monday of December of a year of elections."""
    first = date(year, 12, 1)
    return first + timedelta(days=(7 - first.weekday()) % 7)
