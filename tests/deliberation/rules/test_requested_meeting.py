"""A council called by its members (CDLD L1122-11, L1122-12)."""

from hypothesis import given
from hypothesis import strategies as st
from imio.platform.deliberation.rules.insertion import InsertionRules
from imio.platform.deliberation.rules.insertion import ItemFacts
from imio.platform.deliberation.rules.insertion import sorted_by_rules
from imio.platform.deliberation.rules.requested_meeting import COUNCIL_REQUEST
from imio.platform.deliberation.rules.requested_meeting import MeetingRequest
from imio.platform.deliberation.rules.requested_meeting import YearOfMeetings
import pytest


def asked(requesters, in_function, last_year=10):
    return MeetingRequest(requesters, in_function, last_year, COUNCIL_REQUEST)


@pytest.mark.parametrize(
    ("in_function", "last_year", "needed"),
    [
        (23, 10, 8),
        (23, 12, 8),
        (23, None, 8),
        (23, 9, 6),
        (21, 10, 7),
        (21, 9, 6),
        (24, 0, 6),
    ],
)
def test_a_third_or_a_quarter_rounded_up(in_function, last_year, needed):
    request = asked(needed, in_function, last_year)
    assert request.needed == needed
    assert request.is_enough
    assert not asked(needed - 1, in_function, last_year).is_enough


@given(st.integers(1, 100), st.integers(0, 20))
def test_a_year_with_few_meetings_never_asks_for_more(in_function, last_year):
    few = asked(1, in_function, last_year).needed
    assert few <= asked(1, in_function, 10).needed
    assert 1 <= few <= in_function


def test_a_year_is_short_of_meetings():
    assert YearOfMeetings(2026, held=7, to_come=2, needed=10).is_short
    assert not YearOfMeetings(2026, held=7, to_come=3, needed=10).is_short


def test_the_points_of_those_who_ask_come_first_in_each_part():
    items = [
        ItemFacts("closed", privacy="closed"),
        ItemFacts("minutes", kind="minutes_approval"),
        ItemFacts("asked-closed", privacy="closed", is_requested=True),
        ItemFacts("public"),
        ItemFacts("asked", service_rank=9, is_requested=True),
    ]
    expected = ["asked", "minutes", "public", "asked-closed", "closed"]
    assert sorted_by_rules(items, InsertionRules()) == expected
