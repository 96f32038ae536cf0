"""Convocation delays."""

from datetime import date
from hypothesis import given
from hypothesis import strategies as st
from imio.platform.core.rules.calendar import LegalCalendar
from imio.platform.deliberation.rules.deadlines import deadlines
from imio.platform.deliberation.rules.deadlines import sending_in_time
from imio.platform.deliberation.rules.presets import COLLEGE
from imio.platform.deliberation.rules.presets import COUNCIL
import pytest

COUNCIL_DAY = date(2026, 6, 25)
CALENDAR = LegalCalendar()


def test_g1_first_convocation_leaves_seven_clear_days():
    limits = deadlines(COUNCIL_DAY, 1, COUNCIL.delays, CALENDAR)
    assert limits.last_sending == date(2026, 6, 17)
    assert sending_in_time(date(2026, 6, 17), limits)
    assert not sending_in_time(date(2026, 6, 18), limits)


@pytest.mark.parametrize("rank", [2, 3])
def test_g1_second_and_third_convocation_leave_two_clear_days(rank):
    limits = deadlines(COUNCIL_DAY, rank, COUNCIL.delays, CALENDAR)
    assert limits.last_sending == date(2026, 6, 22)


def test_g1_councillors_point_and_drafts_online():
    limits = deadlines(COUNCIL_DAY, 1, COUNCIL.delays, CALENDAR)
    assert limits.last_councillor_point == date(2026, 6, 19)
    assert limits.last_publication == date(2026, 6, 19)


def test_the_college_knows_no_councillors_point():
    limits = deadlines(COUNCIL_DAY, 1, COLLEGE.delays, CALENDAR)
    assert limits.last_councillor_point is None
    assert limits.last_publication is None


@given(st.dates(date(2020, 1, 1), date(2040, 1, 1)))
def test_a_later_meeting_never_has_an_earlier_deadline(day):
    here = deadlines(day, 1, COUNCIL.delays, CALENDAR)
    later = deadlines(
        date.fromordinal(day.toordinal() + 1), 1, COUNCIL.delays, CALENDAR
    )
    assert here.last_sending < later.last_sending
