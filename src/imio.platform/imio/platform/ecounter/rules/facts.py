"""What an evaluation may know besides the answers, all of it given."""

from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field
from datetime import date
from datetime import datetime
from datetime import timedelta
from typing import Any
from typing import Protocol


class WorkingDays(Protocol):
    """The legal calendar, as far as expressions need it."""

    def add_working_days(self, day: date, number: int) -> date:
        """The day that comes ``number`` working days after ``day``."""


class WeekDays:
    """A calendar that knows no holiday, for previews without a commune."""

    def add_working_days(self, day: date, number: int) -> date:
        step = timedelta(days=1 if number >= 0 else -1)
        remaining = abs(number)
        while remaining:
            day += step
            if day.weekday() < 5:
                remaining -= 1
        return day


@dataclass(frozen=True)
class Person:
    """The person who answers.

    ``level`` is 0 anonymous, 1 mail verified, 2 account, 3 strong identity.
    """

    level: int = 0
    attributes: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Facts:
    """The instant, the calendar, the commune's options, the person and the commune.

    ``commune`` holds what every definition may ask of it: ``postal_codes``.
    """

    now: datetime
    calendar: WorkingDays = field(default_factory=WeekDays)
    options: Mapping[str, Any] = field(default_factory=dict)
    person: Person = field(default_factory=Person)
    commune: Mapping[str, Any] = field(default_factory=dict)

    @property
    def today(self) -> date:
        return self.now.date()
