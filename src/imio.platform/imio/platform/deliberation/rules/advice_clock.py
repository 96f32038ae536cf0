"""How long an adviser has to answer (CDLD L1124-40 § 1 for the financial director).

The clock starts on the day the file is complete, which is not counted, and
counts working days; which weekdays count is the calendar's. A file that is found
incomplete stops it: the law counts from the complete file, so it starts anew on
the day the file is completed. The last day is open until its end.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Protocol


class WorkingDays(Protocol):
    """What the clock asks of a calendar."""

    def add_working_days(
        self, day: date, working_days: int, not_ending_on: Collection[int] = ()
    ) -> date:
        """The ``working_days``-th working day after ``day``."""

    def working_days_between(self, start: date, end: date) -> int:
        """Working days after ``start`` up to and with ``end``."""


class Standing(StrEnum):
    """Where the clock stands."""

    STOPPED = "stopped"
    RUNNING = "running"
    LAPSED = "lapsed"


@dataclass(frozen=True)
class AdviceTerm:
    """What was allowed to the adviser.

    :param working_days: the delay.
    :param completed_on: day the complete file was received; ``None`` while the
        file is incomplete.
    :param extension: working days added at the adviser's reasoned request.
    :param not_ending_on: weekdays (Monday is 0) on which the term may not end.
    """

    working_days: int
    completed_on: date | None
    extension: int = 0
    not_ending_on: tuple[int, ...] = ()


@dataclass(frozen=True)
class AdviceClock:
    """The clock read on a day.

    :param limit: last day to answer; ``None`` while it is stopped.
    :param days_left: working days left after today, 0 on the last day.
    """

    standing: Standing
    limit: date | None = None
    days_left: int = 0

    @property
    def is_lapsed(self) -> bool:
        return self.standing is Standing.LAPSED


def limit_of(term: AdviceTerm, calendar: WorkingDays) -> date | None:
    """Last day to answer, or ``None`` while the file is incomplete."""
    if term.completed_on is None:
        return None
    days = term.working_days + term.extension
    return calendar.add_working_days(term.completed_on, days, term.not_ending_on)


def read_clock(term: AdviceTerm, today: date, calendar: WorkingDays) -> AdviceClock:
    """The clock on ``today``, a day in Brussels: open until 23:59 of its limit."""
    limit = limit_of(term, calendar)
    if limit is None:
        return AdviceClock(Standing.STOPPED)
    if today > limit:
        return AdviceClock(Standing.LAPSED, limit)
    left = calendar.working_days_between(max(today, _start(term)), limit)
    return AdviceClock(Standing.RUNNING, limit, left)


def _start(term: AdviceTerm) -> date:
    return term.completed_on or date.min
