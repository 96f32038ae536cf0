"""Dates that no calendar can hold."""

from datetime import datetime
from imio.platform.website.rules.recurrence import check_recurrence
from imio.platform.website.rules.recurrence import is_too_long
from imio.platform.website.rules.recurrence import RecurrenceError
import pytest


@pytest.mark.parametrize(
    "text, reason",
    [
        ("RRULE:FREQ=WEEKLY;INTERVAL=0", "interval"),
        ("RRULE:FREQ=WEEKLY;INTERVAL=-1", "interval"),
        ("RRULE:FREQ=WEEKLY;INTERVAL=²", "interval"),
        ("RRULE:FREQ=DAILY;COUNT=0", "count"),
        ("RRULE:FREQ=DAILY;COUNT=99999999999", "count"),
        ("RRULE:FREQ=SECONDLY", "frequency"),
        ("RRULE:rien", "frequency"),
        ("EXDATE:20260101T000000\nrrule:freq=weekly;interval=0", "interval"),
    ],
)
def test_w6_a_rule_that_never_advances_or_ends_is_refused(text, reason):
    with pytest.raises(RecurrenceError) as refused:
        check_recurrence(text)
    assert refused.value.reason == reason


@pytest.mark.parametrize(
    "text",
    [
        "",
        "RRULE:FREQ=WEEKLY;COUNT=5",
        "RRULE:FREQ=MONTHLY;INTERVAL=2;BYDAY=+1MO;UNTIL=20271231T000000",
        "RRULE:FREQ=WEEKLY;COUNT=5\nEXDATE:20260101T000000",
    ],
)
def test_w6_what_the_form_writes_is_taken(text):
    check_recurrence(text)


def test_w6_an_event_of_more_than_three_years_is_too_long():
    start = datetime(2026, 5, 1)
    assert not is_too_long(start, datetime(2029, 5, 1))
    assert is_too_long(start, datetime(2029, 6, 1))
