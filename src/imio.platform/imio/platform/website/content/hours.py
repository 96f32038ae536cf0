"""The schedule of a service object, with the commune's holidays."""

from datetime import date
from imio.platform.core.calendar import legal_calendar
from imio.platform.website.rules.schedule import Holidays
from imio.platform.website.rules.schedule import Schedule
from imio.platform.website.rules.schedule_data import read_schedule
from imio.platform.website.rules.schedule_data import ScheduleError


def schedule_of(service, holidays: Holidays | None = None) -> Schedule:
    """The opening hours of a service; empty where none are kept.

    :param holidays: the commune's, when the caller has them at hand already.
    """
    try:
        return read_schedule(
            getattr(service, "week", None),
            getattr(service, "closures", None),
            holidays or commune_holidays(),
        )
    except ScheduleError:
        return Schedule()


def commune_holidays() -> Holidays:
    """Names of the legal holidays and of the commune's own."""
    calendar = legal_calendar()
    years: dict[int, dict[date, str]] = {}

    def name_of(day: date) -> str | None:
        if day.year not in years:
            years[day.year] = calendar.holidays(day.year)
        return years[day.year].get(day)

    return name_of
