"""Points that join a convoked meeting (CDLD L1122-13, L1122-24)."""

from dataclasses import replace
from datetime import date
from hypothesis import given
from hypothesis import strategies as st
from imio.platform.core.rules.calendar import LegalCalendar
from imio.platform.deliberation.rules.deadlines import deadlines
from imio.platform.deliberation.rules.late_points import CouncillorPoint
from imio.platform.deliberation.rules.late_points import kind_of
from imio.platform.deliberation.rules.late_points import Lack
from imio.platform.deliberation.rules.late_points import lack_of
from imio.platform.deliberation.rules.late_points import LateKind
from imio.platform.deliberation.rules.late_points import wants_reason
from imio.platform.deliberation.rules.presets import COLLEGE
from imio.platform.deliberation.rules.presets import COUNCIL
from imio.platform.deliberation.rules.presets import CPAS_COUNCIL
import pytest

LAST_DAY = date(2026, 6, 19)
WHOLE = CouncillorPoint(
    has_author=True,
    in_college=False,
    has_note=True,
    decides=True,
    has_draft=True,
    handed_in=LAST_DAY,
)


def limits(rules):
    return deadlines(date(2026, 6, 25), 1, rules.delays, LegalCalendar())


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, None),
        ({"has_author": False}, Lack.AUTHOR),
        ({"in_college": True}, Lack.OUTSIDE_COLLEGE),
        ({"has_note": False}, Lack.NOTE),
        ({"has_draft": False}, Lack.DRAFT),
        ({"has_draft": False, "decides": False}, None),
        ({"handed_in": date(2026, 6, 20)}, Lack.TIME),
    ],
)
def test_g2_what_a_councillors_point_lacks(changes, expected):
    assert lack_of(replace(WHOLE, **changes), LAST_DAY) is expected


def test_g2_before_the_convocation_no_point_is_late():
    assert lack_of(replace(WHOLE, handed_in=date(2026, 6, 24)), None) is None


@given(st.dates(), st.dates())
def test_a_point_handed_in_earlier_never_fares_worse(one, other):
    earlier, later = sorted((one, other))
    if lack_of(replace(WHOLE, handed_in=later), LAST_DAY) is None:
        assert lack_of(replace(WHOLE, handed_in=earlier), LAST_DAY) is None


def test_only_the_council_knows_the_councillors_right():
    assert kind_of("councillor", False, COUNCIL) is LateKind.COUNCILLOR
    assert kind_of("councillor", False, COLLEGE) is LateKind.ADMINISTRATIVE
    assert kind_of("service", True, COUNCIL) is LateKind.URGENT


@pytest.mark.parametrize(
    ("rules", "day", "expected"),
    [
        (COUNCIL, date(2026, 6, 17), False),
        (COUNCIL, date(2026, 6, 18), True),
        (CPAS_COUNCIL, date(2026, 6, 20), True),
        (COLLEGE, date(2026, 6, 24), False),
    ],
)
def test_who_must_say_why_a_point_comes_late(rules, day, expected):
    assert wants_reason(day, limits(rules), rules) is expected
