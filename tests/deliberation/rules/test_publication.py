"""G21: when a regulation binds, and what proves its publication."""

from datetime import date
from datetime import datetime
from hypothesis import given
from hypothesis import strategies as st
from imio.platform.core.clock import BRUSSELS
from imio.platform.deliberation.rules.publication import binding_on
from imio.platform.deliberation.rules.publication import is_intact
from imio.platform.deliberation.rules.publication import next_version
import pytest

NOON = datetime(2026, 7, 6, 12, 0, tzinfo=BRUSSELS)


@pytest.mark.parametrize(
    ("published", "chosen", "binding"),
    [
        (date(2026, 7, 6), None, date(2026, 7, 11)),
        (date(2026, 12, 29), None, date(2027, 1, 3)),
        (date(2028, 2, 26), None, date(2028, 3, 2)),
        (date(2026, 7, 6), date(2027, 1, 1), date(2027, 1, 1)),
        (date(2026, 7, 6), date(2026, 1, 1), date(2026, 7, 6)),
    ],
)
def test_g21_a_regulation_binds_on_the_fifth_day(published, chosen, binding):
    assert binding_on(published, chosen) == binding


@given(st.dates(max_value=date(9999, 12, 20)), st.none() | st.dates())
def test_g21_nothing_binds_before_it_is_published(published, chosen):
    assert binding_on(published, chosen) >= published


def test_g21_an_edit_makes_a_new_version_and_leaves_the_old_one():
    first = next_version((), "r.pdf", b"%PDF-1", NOON)
    second = next_version((first,), "r.pdf", b"%PDF-2", NOON, reason="Coquille")
    assert (first.number, second.number) == (1, 2)
    assert is_intact(first, b"%PDF-1")
    assert not is_intact(first, b"%PDF-2")
    assert second.published == NOON
    assert second.binding_day == date(2026, 7, 11)
