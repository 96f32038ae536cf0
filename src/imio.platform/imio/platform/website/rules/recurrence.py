"""Dates of an event that no calendar can hold, refused before they are kept.

RFC 5545, 3.3.10: an interval is a positive number; without one the dates of a
recurrence would never advance.
"""

from datetime import datetime
from datetime import timedelta
import re

#: The longest an event may last, and the most dates it may recur on.
LONGEST = timedelta(days=3 * 366)
MOST_DATES = 1000

FREQUENCIES = ("DAILY", "WEEKLY", "MONTHLY", "YEARLY")


class RecurrenceError(ValueError):
    """The rule is refused; ``reason`` is a code."""

    def __init__(self, reason: str):
        super().__init__(reason)
        self.reason = reason


def check_recurrence(text: str) -> None:
    """Refuse a recurrence that would never end or never advance.

    :param text: lines of iCalendar: ``RRULE:FREQ=WEEKLY;COUNT=5``, ``EXDATE:...``.
    :raises RecurrenceError: ``"frequency"``, ``"interval"`` or ``"count"``.
    """
    for line in re.split(r"[\r\n]+", text):
        name, _colon, rule = line.strip().partition(":")
        if name.upper() == "RRULE":
            _check_rule(rule)


def _check_rule(rule: str) -> None:
    pairs = (part.partition("=") for part in rule.upper().split(";"))
    parts = {name.strip(): value.strip() for name, _equals, value in pairs}
    if parts.get("FREQ") not in FREQUENCIES:
        raise RecurrenceError("frequency")
    if not _is_between(parts.get("INTERVAL", "1"), 1, MOST_DATES):
        raise RecurrenceError("interval")
    if "COUNT" in parts and not _is_between(parts["COUNT"], 1, MOST_DATES):
        raise RecurrenceError("count")


def _is_between(text: str, least: int, most: int) -> bool:
    is_number = text.isascii() and text.isdigit() and len(text) < 7
    return is_number and least <= int(text) <= most


def is_too_long(start: datetime, end: datetime) -> bool:
    """Whether an event lasts more than three years: a slip of the year, surely."""
    return end - start > LONGEST
