"""The last day to treat a request, and the clock that stops."""

from datetime import date
from datetime import timedelta
from hypothesis import given
from hypothesis import strategies as st
from imio.platform.core.rules.calendar import LegalCalendar
from imio.platform.ecounter.rules.deadline import due_date
from imio.platform.ecounter.rules.deadline import Pause
from imio.platform.ecounter.rules.deadline import pauses
from imio.platform.ecounter.rules.deadline import urgency
import pytest

CALENDAR = LegalCalendar()
TUESDAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("received", "delay", "stopped", "due"),
    [
        (TUESDAY, 2, (), date(2026, 11, 26)),
        # A weekend, then Christmas, does not count.
        (date(2026, 11, 27), 1, (), date(2026, 11, 30)),
        (date(2026, 12, 24), 1, (), date(2026, 12, 28)),
        (
            TUESDAY,
            5,
            (Pause(date(2026, 11, 25), date(2026, 11, 30)),),
            date(2026, 12, 4),
        ),
        # Asked and answered the same day: nothing is lost.
        (TUESDAY, 2, (Pause(TUESDAY, TUESDAY),), date(2026, 11, 26)),
        (TUESDAY, 2, (Pause(TUESDAY),), None),
    ],
)
def test_the_last_day_moves_by_the_working_days_that_were_lost(
    received, delay, stopped, due
):
    assert due_date(received, delay, stopped, CALENDAR) == due


def test_a_question_stops_the_clock_until_the_answer():
    days = [TUESDAY + timedelta(days=number) for number in range(6)]
    kinds = ["submit", "take", "ask", "answer", "wait", "resume"]
    assert pauses(zip(kinds, days, strict=True)) == (Pause(days[2], days[3]),)
    assert pauses([("ask", days[0]), ("note", days[1])]) == (Pause(days[0]),)


@pytest.mark.parametrize(
    ("due", "expected"),
    [
        (date(2026, 11, 23), "late"),
        (TUESDAY, "today"),
        (date(2026, 11, 25), "soon"),
        (date(2026, 11, 26), "in_time"),
    ],
)
def test_what_is_near_is_told_apart(due, expected):
    assert urgency(due, TUESDAY, CALENDAR) == expected


@given(
    st.dates(date(2020, 1, 1), date(2035, 1, 1)),
    st.integers(1, 30),
    st.integers(0, 20),
    st.integers(0, 20),
)
def test_a_pause_never_brings_the_last_day_nearer(received, delay, before, length):
    start = received + timedelta(days=before)
    pause = Pause(start, start + timedelta(days=length))
    without = due_date(received, delay, (), CALENDAR)
    assert due_date(received, delay, (pause,), CALENDAR) >= without
