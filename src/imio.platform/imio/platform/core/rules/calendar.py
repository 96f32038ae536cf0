"""Days that the law counts, in Wallonia.

Three ways of counting are in use and are never mixed up:

- *clear days* ("jours francs"): neither the day of receipt nor the day of the
  meeting counts, only the full 24-hour days between them (CDLD L1122-13 § 1 for
  convocations, L1122-24 for a councillor's point, L3221-x for drafts online);
- *working days* ("jours ouvrables"): Monday to Friday without holidays, Saturday
  too where the commune says so (CDLD L1124-40 for the financial director);
- *calendar days*: every day.

Holidays are Belgium's own, moving ones computed, and local days given as data.
"""

from collections.abc import Collection
from collections.abc import Iterable
from collections.abc import Iterator
from dataclasses import dataclass
from dataclasses import field
from datetime import date
from datetime import timedelta
from functools import lru_cache
from imio.platform.core.rules.local_days import LocalDay
import holidays as holidays_library

ONE_DAY = timedelta(days=1)
SATURDAY = 5
SUNDAY = 6
#: Longest run of days searched for a working day before giving up.
SEARCH_LIMIT_DAYS = 366


class NoWorkingDay(ValueError):
    """The local days leave no working day within a year."""


@lru_cache(maxsize=64)
def belgian_holidays(year: int) -> dict[date, str]:
    """Legal holidays of Belgium in ``year`` with their French name."""
    return dict(holidays_library.country_holidays("BE", years=year, language="fr"))


@dataclass(frozen=True)
class LegalCalendar:
    """Counts days as the law does.

    :param local_days: days off proper to the commune, once or every year.
    :param saturday_counts: whether Saturday is a working day.
    """

    local_days: tuple[LocalDay, ...] = field(default=())
    saturday_counts: bool = False

    def holidays(self, year: int) -> dict[date, str]:
        """Legal and local days off of ``year`` by day, with their name."""
        days = dict(belgian_holidays(year))
        for local_day in self.local_days:
            day = local_day.in_year(year)
            if day is not None:
                days.setdefault(day, local_day.name)
        return dict(sorted(days.items()))

    def is_holiday(self, day: date) -> bool:
        """Whether ``day`` is a legal or local day off."""
        return day in belgian_holidays(day.year) or any(
            local_day.in_year(day.year) == day for local_day in self.local_days
        )

    def is_working_day(self, day: date) -> bool:
        """Whether ``day`` counts as a working day ("jour ouvrable")."""
        weekday = day.weekday()
        if weekday == SUNDAY or (weekday == SATURDAY and not self.saturday_counts):
            return False
        return not self.is_holiday(day)

    # Clear days

    def clear_days_before(self, meeting: date, clear_days: int) -> date:
        """Last day of sending that leaves ``clear_days`` clear days.

        CDLD L1122-13 § 1: 7 clear days before a council, 2 for the second and
        third convocations; L1122-24: 5 for a councillor's point. Every day
        counts, holidays included.

        :param meeting: day of the meeting, not counted.
        :param clear_days: full days wanted between sending and meeting, 0 or more.
        """
        _require_not_negative(clear_days)
        return meeting - timedelta(days=clear_days + 1)

    def clear_days_between(self, sent: date, meeting: date) -> int:
        """Full days between ``sent`` and ``meeting``, both excluded; 0 if none."""
        return max((meeting - sent).days - 1, 0)

    def is_sent_in_time(self, sent: date, meeting: date, clear_days: int) -> bool:
        """Whether a sending on ``sent`` leaves ``clear_days`` clear days."""
        return sent <= self.clear_days_before(meeting, clear_days)

    # Working days

    def add_working_days(
        self,
        day: date,
        working_days: int,
        not_ending_on: Collection[int] = (),
    ) -> date:
        """The ``working_days``-th working day after ``day``, which is not counted.

        CDLD L1124-40 § 1: the financial director has 10 working days from the
        complete file, 5 when urgency is motivated. The limit is the end of the
        day returned.

        :param working_days: how many, 0 or more; 0 gives ``day`` back, or the
            next working day where ``day`` is none.
        :param not_ending_on: weekdays (Monday is 0) on which the term may not
            end; it then ends on the next working day that is allowed.
        """
        _require_not_negative(working_days)
        if working_days:
            following = self._working_days_after(day)
        else:
            following = self._working_days_after(day - ONE_DAY)
        end = next(following)
        for _ in range(working_days - 1):
            end = next(following)
        # Seven allowed working days meet every weekday that can end a term.
        for _ in range(7):
            if end.weekday() not in not_ending_on:
                return end
            end = next(following)
        raise NoWorkingDay("every weekday is excluded")

    def first_day_after(self, day: date, working_days: int) -> date:
        """First working day once ``working_days`` full working days have passed.

        For a notice period: a request of Tuesday 24 November 2026 that must
        leave the services 5 working days can start on Wednesday 2 December.
        """
        return self.add_working_days(day, working_days + 1)

    def working_days_between(self, start: date, end: date) -> int:
        """Working days after ``start`` up to and with ``end``; negative if reversed."""
        if end < start:
            return -self.working_days_between(end, start)
        span = (end - start).days
        days = (start + timedelta(days=offset) for offset in range(1, span + 1))
        return sum(1 for day in days if self.is_working_day(day))

    def next_working_day(self, day: date) -> date:
        """``day`` itself if it is a working day, otherwise the next one."""
        return next(self._working_days_after(day - ONE_DAY))

    # Calendar days

    def add_calendar_days(self, day: date, days: int) -> date:
        """``day`` plus ``days`` calendar days; the starting day is not counted."""
        return day + timedelta(days=days)

    def _working_days_after(self, day: date) -> Iterator[date]:
        idle = 0
        while idle < SEARCH_LIMIT_DAYS:
            day += ONE_DAY
            if self.is_working_day(day):
                idle = 0
                yield day
            else:
                idle += 1
        raise NoWorkingDay(f"no working day in the year before {day.isoformat()}")


def calendar_of(
    local_days: Iterable[LocalDay] = (), saturday_counts: bool = False
) -> LegalCalendar:
    """A calendar with ``local_days`` in a stable order."""
    ordered = sorted(local_days, key=lambda day: (day.month, day.day, day.year or 0))
    return LegalCalendar(tuple(ordered), saturday_counts)


def _require_not_negative(days: int) -> None:
    if days < 0:
        raise ValueError("a number of days is 0 or more")
