"""Legislatures of a commune (CDLD L1122-3)."""

from datetime import date
from datetime import timedelta
from hypothesis import given
from hypothesis import strategies as st
from imio.platform.deliberation.rules.legislature import installation
from imio.platform.deliberation.rules.legislature import legislature_of
import pytest


@pytest.mark.parametrize(
    ("year", "day"),
    [
        (2006, date(2006, 12, 4)),
        (2012, date(2012, 12, 3)),
        (2018, date(2018, 12, 3)),
        (2024, date(2024, 12, 2)),
    ],
)
def test_a_council_is_installed_on_the_first_monday_of_december(year, day):
    assert installation(year) == day


def test_a_legislature_goes_from_an_installation_to_the_eve_of_the_next():
    found = legislature_of(date(2026, 7, 6))
    assert (found.start, found.end) == (date(2024, 12, 2), date(2030, 12, 1))
    assert found.name == "Législature 2024-2030"
    assert legislature_of(date(2024, 12, 1)).start == date(2018, 12, 3)
    assert legislature_of(date(2024, 12, 2)).start == date(2024, 12, 2)


@given(st.dates(date(1990, 1, 1), date(2100, 1, 1)))
def test_every_day_lies_in_one_legislature_and_they_follow(day):
    found = legislature_of(day)
    assert found.start <= day <= found.end
    assert legislature_of(found.end + timedelta(days=1)).start == found.end + timedelta(
        days=1
    )
