"""When a periodic work is due."""

from datetime import datetime
from datetime import time
from hypothesis import given
from hypothesis import strategies as st
from imio.platform.core.rules.periods import due_period
from imio.platform.core.rules.periods import Every
from imio.platform.core.rules.periods import next_due
from zoneinfo import ZoneInfo
import pytest

BRUSSELS = ZoneInfo("Europe/Brussels")
MOMENTS = st.datetimes(
    datetime(2025, 1, 1), datetime(2030, 1, 1), timezones=st.just(BRUSSELS)
)


@pytest.mark.parametrize(
    ("hour", "minute", "expected"),
    [(6, 29, None), (6, 30, "2026-06-18"), (23, 59, "2026-06-18"), (0, 0, None)],
)
def test_a_daily_work_is_due_from_its_hour_to_midnight(hour, minute, expected):
    now = datetime(2026, 6, 18, hour, minute, tzinfo=BRUSSELS)
    assert due_period(now, Every.DAY, time(6, 30)) == expected


def test_an_hourly_work_is_due_from_its_minute():
    now = datetime(2026, 6, 18, 14, 10, tzinfo=BRUSSELS)
    assert due_period(now, Every.HOUR, time(0, 5)) == "2026-06-18T14"
    assert due_period(now, Every.HOUR, time(0, 15)) is None


@given(MOMENTS, st.sampled_from(Every), st.times())
def test_it_is_due_when_the_next_time_has_come(now, every, at):
    at = at.replace(second=0, microsecond=0)
    later = next_due(now, every, at)
    assert later > now
    assert due_period(later, every, at) is not None
