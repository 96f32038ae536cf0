"""Until when a request is kept."""

from datetime import date
from datetime import timedelta
from hypothesis import given
from hypothesis import strategies as st
from imio.platform.ecounter.rules.retention import ANONYMISE
from imio.platform.ecounter.rules.retention import Delays
from imio.platform.ecounter.rules.retention import DELETE
from imio.platform.ecounter.rules.retention import due_on
from imio.platform.ecounter.rules.retention import fate
from imio.platform.ecounter.rules.retention import is_due
from imio.platform.ecounter.rules.retention import Kept
import pytest

TODAY = date(2026, 11, 25)
LONG_AGO = TODAY - timedelta(days=400)
MONTH = Delays(closed_days=30, draft_days=30)


def closed(days, **more):
    return Kept("closed", LONG_AGO, TODAY - timedelta(days=days), **more)


@pytest.mark.parametrize(
    "kept, delays, expected",
    [
        (closed(31), MONTH, True),
        (closed(30), MONTH, True),
        (closed(29), MONTH, False),
        (Kept("in_progress", LONG_AGO), MONTH, False),
        (Kept("awaiting_citizen", LONG_AGO), MONTH, False),
        (closed(31, next_appointment=TODAY + timedelta(days=3)), MONTH, False),
        (closed(31, next_appointment=TODAY - timedelta(days=3)), MONTH, True),
        (closed(31, is_held=True), MONTH, False),
        (closed(0), Delays(0, 30), True),
        (closed(31), Delays(365, 30), False),
        (closed(31, is_anonymous=True), MONTH, False),
        (Kept("draft", TODAY - timedelta(days=30)), MONTH, True),
        (Kept("draft", TODAY - timedelta(days=29)), MONTH, False),
        (Kept("refused", LONG_AGO, TODAY - timedelta(days=30)), MONTH, True),
    ],
)
def test_a13_what_is_due_and_what_is_kept(kept, delays, expected):
    assert is_due(kept, delays, TODAY) is expected


def test_a13_a_draft_goes_and_a_request_loses_its_person():
    assert fate(Kept("draft", TODAY)) == DELETE
    assert fate(closed(31)) == ANONYMISE


@given(
    phase=st.sampled_from(["submitted", "in_progress", "awaiting_citizen", "accepted"]),
    days=st.integers(0, 5000),
    kept_days=st.integers(0, 5000),
)
def test_a13_a_running_request_is_never_due(phase, days, kept_days):
    kept = Kept(phase, TODAY - timedelta(days=days))
    assert due_on(kept, Delays(kept_days, kept_days)) is None


@given(days=st.integers(0, 5000), shorter=st.integers(0, 500), more=st.integers(0, 500))
def test_a13_a_longer_delay_never_erases_earlier(days, shorter, more):
    kept = closed(days)
    early = due_on(kept, Delays(shorter, 1))
    assert due_on(kept, Delays(shorter + more, 1)) >= early
