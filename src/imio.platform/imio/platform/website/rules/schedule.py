"""Opening hours of a service: what a week says, and whether it is open now.

Hours are wall-clock hours in Belgium; an instant is converted to Brussels first,
so that the two days a year when the clock moves read like any other.
"""

from collections.abc import Callable
from collections.abc import Iterator
from dataclasses import dataclass
from dataclasses import field
from datetime import date
from datetime import datetime
from datetime import time
from datetime import timedelta
from enum import Enum
from zoneinfo import ZoneInfo

BRUSSELS = ZoneInfo("Europe/Brussels")

#: Keys of a stored week, Monday first.
DAYS = (
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
)

#: How far the next opening is looked for.
HORIZON_DAYS = 60

#: Name of the holiday of a day, or None; an empty name is none either.
Holidays = Callable[[date], str | None]


def no_holidays(day: date) -> None:
    """A calendar without holidays."""


@dataclass(frozen=True, order=True)
class Span:
    """Open from ``opens`` (included) to ``closes`` (excluded), the same day."""

    opens: time
    closes: time


@dataclass(frozen=True)
class Day:
    """The spans of a day of the week, in order, and what is said of it."""

    spans: tuple[Span, ...] = ()
    comment: str = ""


@dataclass(frozen=True)
class Closure:
    """Closed from ``start`` to ``end``, both included."""

    start: date
    end: date
    reason: str = ""

    def holds(self, day: date) -> bool:
        return self.start <= day <= self.end


@dataclass(frozen=True)
class Schedule:
    """Seven days from Monday, the exceptional closures and the holidays."""

    week: tuple[Day, ...] = (Day(),) * 7
    closures: tuple[Closure, ...] = ()
    holidays: Holidays = field(default=no_holidays, compare=False)

    def has_hours(self) -> bool:
        return any(day.spans for day in self.week)


class State(Enum):
    OPEN = "open"
    #: Closed, but opens later today for the first time.
    BEFORE = "before"
    #: Between two spans of today.
    BREAK = "break"
    #: Closed for the rest of the day.
    AFTER = "after"
    #: No hours today.
    CLOSED = "closed"
    #: An exceptional closure or a holiday.
    EXCEPTION = "exception"


@dataclass(frozen=True)
class Status:
    """What to tell somebody who asks at a given instant.

    ``until`` is when the present opening ends, ``next_opening`` when the doors
    open next if they are shut; both aware. ``reason`` says why it is closed
    exceptionally, ``comment`` is what the week says of today.
    """

    state: State
    until: datetime | None = None
    next_opening: datetime | None = None
    reason: str = ""
    comment: str = ""

    @property
    def is_open(self) -> bool:
        return self.state is State.OPEN


def status(schedule: Schedule, at: datetime) -> Status:
    """Whether the service is open at an instant, and what comes next.

    :param at: an aware instant, in any time zone.
    """
    local = at.astimezone(BRUSSELS)
    today, clock = local.date(), local.time()
    comment = schedule.week[today.weekday()].comment
    for span in spans_on(schedule, today):
        if span.opens <= clock < span.closes:
            return Status(State.OPEN, until=_at(today, span.closes), comment=comment)
    return Status(
        _closed_state(schedule, today, clock),
        next_opening=next_opening(schedule, at),
        reason=closure_reason(schedule, today) or "",
        comment=comment,
    )


def next_opening(schedule: Schedule, at: datetime) -> datetime | None:
    """The first opening after an instant, within ``HORIZON_DAYS``; else None."""
    local = at.astimezone(BRUSSELS)
    for day in _days_from(local.date()):
        for span in spans_on(schedule, day):
            if day > local.date() or span.opens > local.time():
                return _at(day, span.opens)
    return None


def spans_on(schedule: Schedule, day: date) -> tuple[Span, ...]:
    """The hours of a day, none when it is a holiday or exceptionally closed."""
    if closure_reason(schedule, day) is not None:
        return ()
    return schedule.week[day.weekday()].spans


def closure_reason(schedule: Schedule, day: date) -> str | None:
    """Why a day is exceptionally closed (it may be ""); None where it is not."""
    for closure in schedule.closures:
        if closure.holds(day):
            return closure.reason
    return schedule.holidays(day) or None


def coming_closures(schedule: Schedule, today: date, days: int = 30) -> list[Closure]:
    """Closures and holidays that change something within so many days, by date.

    A holiday on a day without hours changes nothing and is left out.
    """
    limit = today + timedelta(days=days)
    found = [c for c in schedule.closures if c.end >= today and c.start <= limit]
    for day in _days_from(today, days):
        name = schedule.holidays(day)
        if (
            name
            and schedule.week[day.weekday()].spans
            and not any(closure.holds(day) for closure in found)
        ):
            found.append(Closure(day, day, name))
    return sorted(found, key=lambda closure: (closure.start, closure.end))


def _closed_state(schedule: Schedule, today: date, clock: time) -> State:
    if closure_reason(schedule, today) is not None:
        return State.EXCEPTION
    spans = spans_on(schedule, today)
    if not spans:
        return State.CLOSED
    if clock < spans[0].opens:
        return State.BEFORE
    return State.BREAK if clock < spans[-1].opens else State.AFTER


def _days_from(first: date, count: int = HORIZON_DAYS) -> Iterator[date]:
    return (first + timedelta(days=ahead) for ahead in range(count + 1))


def _at(day: date, clock: time) -> datetime:
    return datetime.combine(day, clock, BRUSSELS)
