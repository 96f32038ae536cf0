"""In which meetings a recurring point comes back by itself."""

from collections.abc import Iterable
from datetime import date
from enum import StrEnum


class Recurrence(StrEnum):
    """Counted in the calendar of the body's own meetings."""

    NEVER = "never"
    EVERY = "every"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


def is_due(when: Recurrence, day: date, others: Iterable[date]) -> bool:
    """Whether a point comes back in the meeting of ``day``.

    :param others: days of the body's other meetings, cancelled ones left out.

    A point of the month, the quarter or the year comes in the first meeting of it.
    """
    if when is Recurrence.NEVER:
        return False
    if when is Recurrence.EVERY:
        return True
    period = _period(when, day)
    return not any(_period(when, other) == period and other < day for other in others)


def _period(when: Recurrence, day: date) -> tuple[int, int]:
    if when is Recurrence.MONTH:
        return day.year, day.month
    if when is Recurrence.QUARTER:
        return day.year, (day.month - 1) // 3
    return day.year, 0
