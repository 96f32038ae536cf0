"""What people are reminded of, and on which day."""

from datetime import date
from datetime import timedelta
from hypothesis import given
from hypothesis import strategies as st
from imio.platform.core.rules.calendar import LegalCalendar
from imio.platform.deliberation.rules.advice_clock import AdviceClock
from imio.platform.deliberation.rules.advice_clock import Standing
from imio.platform.deliberation.rules.deadlines import deadlines
from imio.platform.deliberation.rules.presets import COUNCIL
from imio.platform.deliberation.rules.reminders import advice_reminder
from imio.platform.deliberation.rules.reminders import meeting_reminders
from imio.platform.deliberation.rules.reminders import MeetingFacts
import pytest

COUNCIL_DAY = date(2026, 6, 25)
LIMITS = deadlines(COUNCIL_DAY, 1, COUNCIL.delays, LegalCalendar())
NOTHING_DONE = MeetingFacts(
    is_convened=False, drafts_online=False, minutes_missing=True
)
ALL_DONE = MeetingFacts(is_convened=True, drafts_online=True, minutes_missing=False)


def told(facts, day):
    return [found.key for found in meeting_reminders(facts, LIMITS, date(2026, 6, day))]


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (14, []),
        (15, ["convene-2026-06-17", "minutes-2026-06-17"]),
        (17, ["convene-2026-06-17", "drafts-2026-06-19", "minutes-2026-06-17"]),
        (
            18,
            [
                "convene-2026-06-17-past",
                "drafts-2026-06-19",
                "minutes-2026-06-17-past",
            ],
        ),
    ],
)
def test_the_secretariat_is_told_before_each_date_and_once_it_is_over(day, expected):
    assert told(NOTHING_DONE, day) == expected


@given(st.dates(date(2026, 1, 1), COUNCIL_DAY))
def test_nobody_is_reminded_of_what_is_done(day):
    assert list(meeting_reminders(ALL_DONE, LIMITS, day)) == []


def test_added_points_are_recalled_each_day_until_they_are_sent():
    facts = MeetingFacts(True, True, False, unsent_since=date(2026, 6, 18))
    assert told(facts, 18) == []
    assert told(facts, 19) == ["complement-2026-06-19"]
    assert told(facts, 20) == ["complement-2026-06-20"]


@pytest.mark.parametrize(
    ("clock", "expected"),
    [
        (AdviceClock(Standing.STOPPED), None),
        (AdviceClock(Standing.RUNNING, date(2026, 6, 18), 3), None),
        (AdviceClock(Standing.RUNNING, date(2026, 6, 18), 2), "advice_soon-2026-06-18"),
        (AdviceClock(Standing.RUNNING, date(2026, 6, 18), 0), "advice_soon-2026-06-18"),
        (
            AdviceClock(Standing.LAPSED, date(2026, 6, 12)),
            "advice_lapsed-2026-06-12-past",
        ),
        (AdviceClock(Standing.LAPSED, date(2026, 1, 12)), None),
    ],
)
def test_an_adviser_is_reminded_two_days_before_and_at_the_lapse(clock, expected):
    found = advice_reminder(clock, date(2026, 6, 15))
    assert (found and found.key) == expected


def test_an_extension_is_reminded_of_anew():
    today = date(2026, 6, 15)
    first = advice_reminder(AdviceClock(Standing.RUNNING, today, 0), today)
    later = today + timedelta(days=14)
    second = advice_reminder(AdviceClock(Standing.RUNNING, later, 0), later)
    assert first.key != second.key
