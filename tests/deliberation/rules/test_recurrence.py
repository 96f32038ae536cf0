"""In which meetings a recurring point comes back."""

from datetime import date
from hypothesis import given
from hypothesis import strategies as st
from imio.platform.deliberation.rules.recurrence import is_due
from imio.platform.deliberation.rules.recurrence import Recurrence
import pytest

FIRST, SECOND = date(2026, 5, 5), date(2026, 5, 19)


@pytest.mark.parametrize(
    ("when", "day", "others", "due"),
    [
        (Recurrence.NEVER, FIRST, [], False),
        (Recurrence.EVERY, SECOND, [FIRST], True),
        (Recurrence.MONTH, FIRST, [SECOND], True),
        (Recurrence.MONTH, SECOND, [FIRST], False),
        (Recurrence.MONTH, date(2027, 5, 4), [FIRST], True),
        (Recurrence.QUARTER, SECOND, [date(2026, 4, 7)], False),
        (Recurrence.QUARTER, date(2026, 7, 7), [FIRST, SECOND], True),
        (Recurrence.YEAR, FIRST, [date(2026, 1, 6)], False),
        (Recurrence.YEAR, FIRST, [date(2025, 1, 7)], True),
    ],
)
def test_the_first_meeting_of_the_period(when, day, others, due):
    assert is_due(when, day, others) is due


DAYS = st.lists(
    st.dates(date(2024, 1, 1), date(2027, 12, 31)), min_size=1, max_size=30, unique=True
)


@given(DAYS, st.sampled_from((Recurrence.MONTH, Recurrence.QUARTER, Recurrence.YEAR)))
def test_a_period_with_meetings_has_it_exactly_once(days, when):
    due = [d for d in days if is_due(when, d, [o for o in days if o != d])]
    size = {Recurrence.MONTH: 1, Recurrence.QUARTER: 3, Recurrence.YEAR: 12}[when]

    def period(day):
        return day.year, (day.month - 1) // size

    assert sorted(map(period, due)) == sorted({period(day) for day in days})
