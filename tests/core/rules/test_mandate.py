"""Mandates: wording, dates, overlaps, holders."""

from dataclasses import replace
from datetime import date
from datetime import timedelta
from hypothesis import given
from hypothesis import strategies as st
from imio.platform.core.rules.mandate import active_on
from imio.platform.core.rules.mandate import conflicts
from imio.platform.core.rules.mandate import dates_problem
from imio.platform.core.rules.mandate import FunctionTitle
from imio.platform.core.rules.mandate import holder_on
from imio.platform.core.rules.mandate import is_active
from imio.platform.core.rules.mandate import MandateRecord
from imio.platform.core.rules.mandate import overlap
from imio.platform.core.rules.mandate import plural_wording
from imio.platform.core.rules.mandate import wording
import pytest

BOURGMESTRE = FunctionTitle("bourgmestre", "Bourgmestre", "Bourgmestre", "Bourgmestres")
ECHEVIN = FunctionTitle("echevin", "Échevin", "Échevine", "Échevins", "l'", "l'")
DIRECTEUR = FunctionTitle(
    "directeur_general",
    "Directeur général",
    "Directrice générale",
    "Directeurs généraux",
)

CLAIRE = MandateRecord(
    uid="1",
    person_uid="claire",
    person_name="Claire Lambert",
    gender="F",
    function="bourgmestre",
    start=date(2024, 12, 2),
    rank=1,
)


@pytest.mark.parametrize(
    "title, gender, is_interim, with_prefix, expected",
    [
        (BOURGMESTRE, "F", True, True, "la Bourgmestre f.f."),
        (BOURGMESTRE, "M", False, True, "le Bourgmestre"),
        (ECHEVIN, "F", False, True, "l'Échevine"),
        (ECHEVIN, "M", False, False, "Échevin"),
        (ECHEVIN, "X", False, True, "Échevin / Échevine"),
        (BOURGMESTRE, "X", False, False, "Bourgmestre"),
        (DIRECTEUR, "F", True, True, "la Directrice générale f.f."),
        (DIRECTEUR, "", False, False, "Directeur général / Directrice générale"),
    ],
)
def test_title_agrees_with_the_holder(title, gender, is_interim, with_prefix, expected):
    assert wording(title, gender, is_interim, with_prefix) == expected


def test_several_holders_are_named_in_the_plural():
    assert plural_wording(ECHEVIN, with_prefix=True) == "les Échevins"


def test_mandate_runs_on_its_first_and_last_day():
    mandate = replace(CLAIRE, end=date(2030, 12, 1))
    days = [date(2024, 12, 1), date(2024, 12, 2), date(2030, 12, 1), date(2030, 12, 2)]
    assert [is_active(mandate, day) for day in days] == [False, True, True, False]


def test_mandate_that_ends_before_it_starts_is_refused_with_a_sentence():
    assert "précède" in dates_problem(date(2026, 1, 2), date(2026, 1, 1))
    assert not dates_problem(date(2026, 1, 2), date(2026, 1, 2))
    assert not dates_problem(date(2026, 1, 2), None)


def test_interim_exercises_the_function_while_it_runs():
    interim = replace(
        CLAIRE,
        uid="2",
        person_uid="marc",
        person_name="Marc Denis",
        gender="M",
        start=date(2026, 7, 1),
        end=date(2026, 7, 31),
        is_interim=True,
    )
    both = [CLAIRE, interim]
    assert holder_on(both, date(2026, 6, 30), "bourgmestre") == CLAIRE
    assert holder_on(both, date(2026, 7, 1), "bourgmestre") == interim
    assert holder_on(both, date(2026, 8, 1), "bourgmestre") == CLAIRE
    assert holder_on(both, date(2024, 1, 1), "bourgmestre") is None


def test_active_mandates_come_in_order_of_precedence():
    second = replace(CLAIRE, uid="2", person_name="Ada", function="echevin", rank=3)
    first = replace(CLAIRE, uid="3", person_name="Zoé", function="echevin", rank=2)
    assert active_on([second, first, CLAIRE], date(2026, 1, 1)) == [
        CLAIRE,
        first,
        second,
    ]
    assert active_on([second, first, CLAIRE], date(2026, 1, 1), "echevin") == [
        first,
        second,
    ]


def test_same_office_twice_for_one_person_is_a_conflict():
    again = replace(CLAIRE, uid="2", start=date(2026, 1, 1))
    other_person = replace(again, uid="3", person_uid="marc")
    later = replace(again, uid="4", start=date(2031, 1, 1))
    ended = replace(CLAIRE, end=date(2030, 12, 1))
    assert conflicts(ended, [ended, again, other_person, later]) == [again]


DAYS = st.dates(date(2000, 1, 1), date(2030, 12, 31))


@st.composite
def mandates(draw):
    start = draw(DAYS)
    length = draw(st.none() | st.integers(0, 3000))
    end = None if length is None else start + timedelta(days=length)
    return replace(CLAIRE, uid=str(draw(st.integers())), start=start, end=end)


@given(mandates(), mandates(), DAYS)
def test_two_mandates_active_on_a_day_overlap(first, second, day):
    assert overlap(first, second) == overlap(second, first)
    if is_active(first, day) and is_active(second, day):
        assert overlap(first, second)


@given(mandates(), mandates())
def test_overlapping_mandates_share_the_later_start(first, second):
    later = max(first.start, second.start)
    shared = is_active(first, later) and is_active(second, later)
    assert overlap(first, second) == shared
