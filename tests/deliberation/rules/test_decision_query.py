"""What a visitor asks of the search of decisions."""

from datetime import date
from hypothesis import given
from hypothesis import strategies as st
from imio.platform.deliberation.rules.decision_query import decision_query
from imio.platform.deliberation.rules.decision_query import DecisionQuery
from imio.platform.deliberation.rules.decision_query import What
from urllib.parse import parse_qsl
import pytest


def test_nothing_asked_lists_everything():
    assert decision_query({}) == DecisionQuery()
    assert decision_query({}).is_empty


def test_everything_asked_is_understood():
    found = decision_query(
        {
            "texte": "  eau   potable ",
            "organe": "conseil",
            "annee": "2026",
            "nature": "decision",
            "service": "abc",
            "du": "2026-01-01",
            "au": "31/12/2026",
            "quoi": "decisions",
        }
    )
    assert found.words == "eau potable"
    assert (found.body, found.year, found.kind) == ("conseil", 2026, "decision")
    assert (found.since, found.until) == (date(2026, 1, 1), date(2026, 12, 31))
    assert found.what is What.DECISIONS
    assert not found.errors


@pytest.mark.parametrize("typed", ["2026-02-30", "31/02/2026", "demain", "20261"])
def test_a_date_that_is_none_is_said_at_its_field(typed):
    assert decision_query({"du": typed}).errors == {"du": "date"}


def test_a_period_that_ends_before_it_starts_is_said():
    found = decision_query({"du": "2026-03-02", "au": "2026-03-01"})
    assert found.errors == {"au": "order"}


@pytest.mark.parametrize(
    ("form", "day", "covered"),
    [
        ({"annee": "2026"}, date(2026, 5, 1), True),
        ({"annee": "2026"}, date(2025, 5, 1), False),
        ({"du": "2026-05-01"}, date(2026, 5, 1), True),
        ({"du": "2026-05-02"}, date(2026, 5, 1), False),
        ({"au": "2026-05-01"}, date(2026, 5, 1), True),
        ({"au": "2026-04-30"}, date(2026, 5, 1), False),
        ({}, date(1990, 1, 1), True),
    ],
)
def test_the_year_and_the_period_hold_their_first_and_last_day(form, day, covered):
    assert decision_query(form).covers(day) is covered


@given(
    st.dictionaries(
        st.sampled_from(
            [
                *("texte", "organe", "annee", "nature", "service"),
                *("categorie", "du", "au", "quoi"),
            ]
        ),
        st.one_of(st.text(), st.integers(), st.lists(st.text()), st.none()),
    )
)
def test_no_address_makes_it_fail_and_its_own_address_asks_the_same(form):
    found = decision_query(form)
    again = decision_query(dict(parse_qsl(found.as_query())))
    if not found.errors:
        assert again == found
