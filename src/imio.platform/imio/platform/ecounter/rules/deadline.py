"""When a request should be treated: a delay in working days, which stops meanwhile.

The clock stands still while the commune waits for the applicant's answer.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Protocol

#: Lines of the history that stop the clock, and those that start it again.
STOPS = "ask"
STARTS = ("answer", "resume", "withdraw")

LATE, TODAY, SOON, IN_TIME = "late", "today", "soon", "in_time"
#: Working days before the last day in which a request is nearly due.
SOON_WORKING_DAYS = 1


class Calendar(Protocol):
    """The legal calendar, as far as a delay needs it."""

    def add_working_days(self, day: date, working_days: int) -> date:
        """The day that comes ``working_days`` working days after ``day``."""

    def working_days_between(self, start: date, end: date) -> int:
        """Working days after ``start`` up to and with ``end``."""


@dataclass(frozen=True)
class Pause:
    """Days during which the clock stood still; no ``end`` while it still does."""

    start: date
    end: date | None = None


def pauses(lines: Iterable[tuple[str, date]]) -> tuple[Pause, ...]:
    """The pauses that a history tells.

    :param lines: kind and day of each line, oldest first.
    """
    found: list[Pause] = []
    for kind, day in lines:
        running = not found or found[-1].end is not None
        if kind == STOPS and running:
            found.append(Pause(day))
        elif kind in STARTS and not running:
            found[-1] = Pause(found[-1].start, day)
    return tuple(found)


def due_date(
    received: date,
    delay_working_days: int,
    stopped: Iterable[Pause],
    calendar: Calendar,
) -> date | None:
    """Last day to treat a request; ``None`` while the clock stands still.

    :param received: the day it was sent, which does not count.
    """
    lost = 0
    for pause in stopped:
        if pause.end is None:
            return None
        lost += calendar.working_days_between(pause.start, pause.end)
    return calendar.add_working_days(received, delay_working_days + lost)


def urgency(due: date, today: date, calendar: Calendar) -> str:
    """How near the last day is: ``late``, ``today``, ``soon`` or ``in_time``."""
    if due < today:
        return LATE
    if due == today:
        return TODAY
    left = calendar.working_days_between(today, due)
    return SOON if left <= SOON_WORKING_DAYS else IN_TIME
