"""From when to when a text binds, and finding it by its words."""

from datetime import date
from datetime import timedelta
from hypothesis import given
from hypothesis import strategies as st
from imio.platform.deliberation.rules.validity import holds_words
from imio.platform.deliberation.rules.validity import Standing
from imio.platform.deliberation.rules.validity import Validity
from imio.platform.deliberation.rules.validity import validity
import pytest

BINDING = date(2026, 7, 11)
END = date(2027, 1, 1)


@pytest.mark.parametrize(
    ("day", "standing"),
    [
        (date(2026, 7, 10), Standing.COMING),
        (BINDING, Standing.IN_FORCE),
        (date(2026, 12, 31), Standing.IN_FORCE),
        (END, Standing.ENDED),
    ],
)
def test_g21_a_text_binds_from_the_fifth_day_until_what_ends_it(day, standing):
    assert Validity(BINDING, END).on(day) is standing


def test_a_text_binds_until_the_one_that_replaces_it_does():
    # Replaced on 20 December, by a text that binds on 1 January only.
    found = validity(BINDING, END, date(2026, 12, 20))
    assert found.end == END
    assert validity(BINDING, None, date(2026, 12, 20)).end == date(2026, 12, 20)
    assert validity(BINDING, None, None).end is None


@given(st.dates(), st.dates())
def test_nothing_is_in_force_twice_when_one_replaces_the_other(start, day):
    later = start + timedelta(days=30) if start.year < 9999 else start
    former, following = Validity(start, later), Validity(later)
    standings = [former.on(day), following.on(day)]
    assert standings.count(Standing.IN_FORCE) <= 1


def test_words_are_found_whatever_their_accents_and_order():
    assert holds_words("Règlement du marché hebdomadaire", "MARCHE reglement")
    assert holds_words("L’abattage des arbres", "l'abattage")
    assert not holds_words("Règlement du marché", "marché terrasses")
    assert holds_words("N'importe quoi", "")
