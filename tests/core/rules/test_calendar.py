"""Days that the law counts."""

from datetime import date
from datetime import timedelta
from hypothesis import given
from hypothesis import strategies as st
from imio.platform.core.rules.calendar import calendar_of
from imio.platform.core.rules.calendar import LegalCalendar
from imio.platform.core.rules.calendar import NoWorkingDay
from imio.platform.core.rules.local_days import InvalidLocalDay
from imio.platform.core.rules.local_days import local_day
from imio.platform.core.rules.local_days import parse_local_day
import pytest

BELGIAN = LegalCalendar()
WITH_SATURDAY = LegalCalendar(saturday_counts=True)
COUNCIL = date(2026, 6, 25)  # a Thursday
MONDAY = date(2026, 3, 2)  # a Monday with no holiday for a month
WEDNESDAY = 2

days = st.dates(date(1990, 1, 1), date(2090, 12, 31))
delays = st.integers(0, 60)
calendars = st.builds(
    calendar_of,
    st.lists(st.builds(local_day, days), max_size=20),
    st.booleans(),
)


# Clear days


@pytest.mark.parametrize(
    "clear_days, last_sending",
    [
        pytest.param(7, date(2026, 6, 17), id="first-convocation"),
        pytest.param(2, date(2026, 6, 22), id="second-and-third-convocation"),
        pytest.param(5, date(2026, 6, 19), id="councillor-point-and-drafts-online"),
        pytest.param(0, date(2026, 6, 24), id="no-clear-day"),
    ],
)
def test_g1_last_compliant_sending(clear_days, last_sending):
    assert BELGIAN.clear_days_before(COUNCIL, clear_days) == last_sending


def test_g1_eighteen_june_is_too_late_for_the_first_convocation():
    assert BELGIAN.is_sent_in_time(date(2026, 6, 17), COUNCIL, 7)
    assert not BELGIAN.is_sent_in_time(date(2026, 6, 18), COUNCIL, 7)


def test_clear_days_between_leave_out_both_ends():
    assert BELGIAN.clear_days_between(date(2026, 6, 17), COUNCIL) == 7
    assert BELGIAN.clear_days_between(COUNCIL, COUNCIL) == 0


@given(meeting=days, number=delays)
def test_clear_days_are_those_asked(meeting, number):
    sent = BELGIAN.clear_days_before(meeting, number)
    assert BELGIAN.clear_days_between(sent, meeting) == number


# Working days


def test_g8_seven_working_days_from_monday_end_on_wednesday():
    assert BELGIAN.add_working_days(MONDAY, 7) == MONDAY + timedelta(days=9)


def test_g8_saturday_working_ends_a_day_earlier():
    assert WITH_SATURDAY.add_working_days(MONDAY, 7) == MONDAY + timedelta(days=8)


def test_g8_holiday_on_day_one_with_saturday_is_back_to_nine():
    calendar = calendar_of([local_day(MONDAY + timedelta(days=1))], True)
    assert calendar.add_working_days(MONDAY, 7) == MONDAY + timedelta(days=9)


def test_g8_wednesday_forbidden_as_end_goes_to_thursday():
    end = BELGIAN.add_working_days(MONDAY, 7, not_ending_on={WEDNESDAY})
    assert end == MONDAY + timedelta(days=10)


@pytest.mark.parametrize(
    "working_days, limit, limit_with_saturday",
    [
        (5, date(2026, 4, 30), date(2026, 4, 29)),
        (10, date(2026, 5, 8), date(2026, 5, 6)),
        (20, date(2026, 5, 26), date(2026, 5, 19)),
    ],
)
def test_g9_financial_director(working_days, limit, limit_with_saturday):
    complete = date(2026, 4, 23)
    assert BELGIAN.add_working_days(complete, working_days) == limit
    assert WITH_SATURDAY.add_working_days(complete, working_days) == limit_with_saturday


def test_a5_five_full_working_days_before_an_occupation():
    assert BELGIAN.first_day_after(date(2026, 11, 24), 5) == date(2026, 12, 2)


def test_zero_working_days_from_a_sunday_is_monday():
    assert BELGIAN.add_working_days(date(2026, 3, 1), 0) == MONDAY
    assert BELGIAN.add_working_days(MONDAY, 0) == MONDAY


def test_negative_delay_is_an_error():
    with pytest.raises(ValueError):
        BELGIAN.add_working_days(MONDAY, -1)
    with pytest.raises(ValueError):
        BELGIAN.clear_days_before(MONDAY, -1)


def test_every_weekday_forbidden_is_an_error_and_no_endless_search():
    with pytest.raises(NoWorkingDay):
        BELGIAN.add_working_days(MONDAY, 7, not_ending_on=range(7))


def test_calendar_without_working_day_is_an_error_and_no_endless_search():
    every_day = [local_day(MONDAY + timedelta(days=offset)) for offset in range(400)]
    with pytest.raises(NoWorkingDay):
        calendar_of(every_day).add_working_days(MONDAY, 1)


@given(calendar=calendars, day=days, number=delays)
def test_working_days_end_on_a_working_day_and_never_before(calendar, day, number):
    end = calendar.add_working_days(day, number)
    assert calendar.is_working_day(end)
    assert end >= day


@given(calendar=calendars, day=days, number=st.integers(1, 60))
def test_more_working_days_end_later(calendar, day, number):
    end = calendar.add_working_days(day, number)
    assert calendar.add_working_days(day, number + 1) > end


@given(calendar=calendars, day=days, number=delays)
def test_a_later_start_never_ends_earlier(calendar, day, number):
    next_day = day + timedelta(days=1)
    assert calendar.add_working_days(next_day, number) >= calendar.add_working_days(
        day, number
    )


@given(calendar=calendars, day=days, number=st.integers(1, 60))
def test_counting_back_gives_the_delay(calendar, day, number):
    end = calendar.add_working_days(day, number)
    assert calendar.working_days_between(day, end) == number
    assert calendar.working_days_between(end, day) == -number


# Holidays


def test_moving_holidays_are_computed():
    names = BELGIAN.holidays(2027)
    assert names[date(2027, 3, 29)] == "Lundi de Pâques"
    assert names[date(2027, 5, 6)] == "Ascension"
    assert names[date(2027, 5, 17)] == "Lundi de Pentecôte"


def test_local_days_come_every_year_or_once():
    calendar = calendar_of(
        [parse_local_day("27/09 Fête de la Communauté"), parse_local_day("02/01/2026")]
    )
    assert not calendar.is_working_day(date(2027, 9, 27))
    assert not calendar.is_working_day(date(2026, 1, 2))
    assert calendar.is_working_day(date(2029, 1, 2))
    assert calendar.holidays(2027)[date(2027, 9, 27)] == "Fête de la Communauté"


def test_yearly_twenty_ninth_february_is_skipped_in_common_years():
    calendar = calendar_of([parse_local_day("29/02")])
    assert calendar.is_holiday(date(2028, 2, 29))
    assert len(calendar.holidays(2027)) == len(BELGIAN.holidays(2027))


@pytest.mark.parametrize("text", ["25/13/2026", "30/02", "Noël", "", "31/04", "1/1/26"])
def test_wrong_local_day_is_refused(text):
    with pytest.raises(InvalidLocalDay):
        parse_local_day(text)


def test_calendar_days_count_every_day():
    assert BELGIAN.add_calendar_days(date(2026, 12, 20), 15) == date(2027, 1, 4)
