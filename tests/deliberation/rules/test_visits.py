"""What is new since the last visit, and how long until the meeting."""

from datetime import datetime
from datetime import timedelta
from hypothesis import given
from hypothesis import strategies
from imio.platform.deliberation.rules.countdown import countdown
from imio.platform.deliberation.rules.visits import is_new
from imio.platform.deliberation.rules.visits import seen_from
from imio.platform.deliberation.rules.visits import visited
from zoneinfo import ZoneInfo
import pytest

BRUSSELS = ZoneInfo("Europe/Brussels")
START = datetime(2026, 11, 25, 9, tzinfo=BRUSSELS)


def test_nothing_is_new_at_a_first_visit_but_what_comes_during_it():
    assert seen_from(None, START) is None
    assert not is_new(START, None)
    first = visited(None, START)
    assert not is_new(START - timedelta(days=1), first.since)
    assert is_new(START + timedelta(minutes=5), first.since)


def test_a_later_visit_shows_what_changed_since_the_end_of_the_former_one():
    visits = visited(visited(None, START), START + timedelta(minutes=20))
    later = START + timedelta(days=1)
    since = seen_from(visits, later)
    assert since == START + timedelta(minutes=20)
    assert is_new(later - timedelta(hours=1), since)
    assert not is_new(START, since)


def test_pages_read_one_after_the_other_are_one_visit():
    visits = visited(visited(None, START), START + timedelta(days=1))
    again = visited(visits, START + timedelta(days=1, minutes=10))
    assert again.since == visits.since


@given(strategies.lists(strategies.integers(0, 5000), min_size=1, max_size=20))
def test_a_visit_never_goes_back_in_time(minutes):
    visits, now = None, START
    for step in minutes:
        now += timedelta(minutes=step)
        former, visits = visits, visited(visits, now)
        assert visits.since <= visits.last <= now
        if former is not None:
            assert visits.since >= former.since


@pytest.mark.parametrize(
    ("before", "words"),
    [
        (timedelta(days=3), "dans 3 jours"),
        (timedelta(days=1), "demain"),
        (timedelta(hours=21), "demain"),
        (timedelta(hours=2, minutes=10), "dans 2 heures"),
        (timedelta(hours=1), "dans 1 heure"),
        (timedelta(minutes=25), "dans 25 minutes"),
        (timedelta(seconds=30), "dans 1 minute"),
        (timedelta(0), ""),
        (-timedelta(days=1), ""),
    ],
)
def test_the_countdown_as_people_say_it(before, words):
    meeting = datetime(2026, 12, 1, 20, tzinfo=BRUSSELS)
    assert countdown(meeting, meeting - before) == words


def test_the_countdown_counts_days_of_the_calendar():
    meeting = datetime(2026, 12, 1, 8, tzinfo=BRUSSELS)
    assert countdown(meeting, datetime(2026, 11, 30, 23, tzinfo=BRUSSELS)) == "demain"
