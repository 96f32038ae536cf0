"""The advice clock and the financial director's delays."""

from datetime import date
from datetime import timedelta
from decimal import Decimal
from hypothesis import given
from hypothesis import strategies as st
from imio.platform.core.rules.calendar import calendar_of
from imio.platform.core.rules.local_days import LocalDay
from imio.platform.deliberation.rules import finance
from imio.platform.deliberation.rules.advice_clock import AdviceTerm
from imio.platform.deliberation.rules.advice_clock import limit_of
from imio.platform.deliberation.rules.advice_clock import read_clock
from imio.platform.deliberation.rules.advice_clock import Standing
import pytest

MONDAY = date(2026, 2, 2)
WEDNESDAY = 2
HOLIDAY = LocalDay(name="Fête locale", day=3, month=2, year=2026)
FILE = date(2026, 4, 23)
DAYS = st.dates(date(2024, 1, 1), date(2030, 1, 1))


@pytest.mark.parametrize(
    ("calendar", "not_ending_on", "days_later"),
    [
        (calendar_of(), (), 9),
        (calendar_of(saturday_counts=True), (), 8),
        (calendar_of([HOLIDAY], saturday_counts=True), (), 9),
        (calendar_of(), (WEDNESDAY,), 10),
    ],
)
def test_g8_seven_working_days_from_a_monday(calendar, not_ending_on, days_later):
    term = AdviceTerm(7, MONDAY, not_ending_on=not_ending_on)
    assert limit_of(term, calendar) == MONDAY + timedelta(days=days_later)


def test_g8_the_last_day_is_open_and_the_next_one_lapsed():
    term = AdviceTerm(7, MONDAY)
    last = MONDAY + timedelta(days=9)
    on_last = read_clock(term, last, calendar_of())
    assert (on_last.standing, on_last.days_left) == (Standing.RUNNING, 0)
    assert read_clock(term, last + timedelta(days=1), calendar_of()).is_lapsed


@pytest.mark.parametrize(
    ("kind", "is_extended", "monday_to_friday", "with_saturday"),
    [
        ("urgent", False, date(2026, 4, 30), date(2026, 4, 29)),
        ("normal", False, date(2026, 5, 8), date(2026, 5, 6)),
        ("normal", True, date(2026, 5, 26), date(2026, 5, 19)),
    ],
)
def test_g9_delays_of_the_financial_director(
    kind, is_extended, monday_to_friday, with_saturday
):
    term = AdviceTerm(finance.delay(kind), FILE, finance.extension(kind, is_extended))
    assert limit_of(term, calendar_of()) == monday_to_friday
    assert limit_of(term, calendar_of(saturday_counts=True)) == with_saturday


@pytest.mark.parametrize(
    ("amount", "day", "due"),
    [
        ("30000.01", date(2026, 4, 23), True),
        ("30000.00", date(2026, 4, 23), False),
        ("29999", date(2026, 4, 23), False),
        ("22000.01", date(2024, 8, 20), True),
        ("22000.01", date(2024, 8, 21), False),
        ("30000.01", date(2000, 1, 1), True),
    ],
)
def test_g9_the_opinion_is_due_above_the_threshold_of_the_day(amount, day, due):
    assert finance.opinion_is_due(Decimal(amount), day) is due


def test_no_amount_asks_for_no_opinion():
    assert not finance.opinion_is_due(None, FILE)


def test_an_incomplete_file_stops_the_clock():
    clock = read_clock(AdviceTerm(10, None), FILE, calendar_of())
    assert (clock.standing, clock.limit) == (Standing.STOPPED, None)


def test_g9_sentences_of_the_deliberation():
    assert "favorable, remis le 8 mai 2026" in finance.given_sentence(
        "favorable", date(2026, 5, 8)
    )
    silent = finance.not_given_sentence(FILE, date(2026, 5, 8))
    assert "demandé le 23 avril 2026" in silent
    assert "pris fin le 8 mai 2026" in silent
    below = finance.below_threshold_sentence(FILE).replace("\N{NO-BREAK SPACE}", " ")
    assert "30 000,00 € hors TVA" in below


@given(DAYS, st.integers(1, 20), st.integers(0, 20))
def test_more_time_never_ends_earlier(day, days, more):
    calendar = calendar_of()
    term = AdviceTerm(days, day)
    assert limit_of(AdviceTerm(days, day, more), calendar) >= limit_of(term, calendar)


@given(DAYS, st.integers(1, 20))
def test_the_clock_lapses_once_and_for_all(day, days):
    term = AdviceTerm(days, day)
    limit = limit_of(term, calendar_of())
    assert not read_clock(term, limit, calendar_of()).is_lapsed
    for later in (1, 2, 30):
        moment = limit + timedelta(days=later)
        assert read_clock(term, moment, calendar_of()).is_lapsed
