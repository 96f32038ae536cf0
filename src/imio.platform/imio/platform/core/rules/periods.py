"""When a periodic work is due: once in each period, not before its hour."""

from datetime import datetime
from datetime import time
from datetime import timedelta
from enum import StrEnum


class Every(StrEnum):
    """How often."""

    HOUR = "hour"
    DAY = "day"


def due_period(now: datetime, every: Every, at: time) -> str | None:
    """The period whose work is due at ``now``, or ``None`` while it is not.

    A period that passed while nothing ran is not made up for: what a periodic work
    does follows from what is there when it runs.

    :param now: aware, in the place where the hour is meant.
    :param at: hour of the day for ``Every.DAY``; its minute for ``Every.HOUR``.
    """
    if every is Every.HOUR:
        return f"{now:%Y-%m-%dT%H}" if now.minute >= at.minute else None
    return f"{now:%Y-%m-%d}" if now.time() >= at else None


def next_due(now: datetime, every: Every, at: time) -> datetime:
    """The next instant at which a work becomes due, after ``now``."""
    if every is Every.HOUR:
        start = now.replace(minute=at.minute, second=0, microsecond=0)
        return start if start > now else start + timedelta(hours=1)
    start = now.replace(hour=at.hour, minute=at.minute, second=0, microsecond=0)
    # The wall clock: a day with a change of hour has 23 or 25 hours.
    return start if start > now else start + timedelta(days=1)
