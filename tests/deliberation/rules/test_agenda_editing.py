"""Headings, sub-points, drops and sorting again."""

from dataclasses import replace
from hypothesis import given
from hypothesis import strategies as st
from imio.platform.deliberation.rules.agenda import AgendaEntry
from imio.platform.deliberation.rules.agenda import HEADING
from imio.platform.deliberation.rules.agenda import numbers
from imio.platform.deliberation.rules.agenda import with_fixed_numbers
from imio.platform.deliberation.rules.agenda_editing import add_heading
from imio.platform.deliberation.rules.agenda_editing import make_point
from imio.platform.deliberation.rules.agenda_editing import make_sub_point
from imio.platform.deliberation.rules.agenda_editing import move_before
from imio.platform.deliberation.rules.agenda_editing import number_changes
from imio.platform.deliberation.rules.agenda_editing import remove_heading
from imio.platform.deliberation.rules.agenda_editing import rename_heading
from imio.platform.deliberation.rules.agenda_editing import sorted_again
from imio.platform.deliberation.rules.insertion import InsertionRules
from imio.platform.deliberation.rules.insertion import ItemFacts
from imio.platform.deliberation.rules.insertion import place
from imio.platform.deliberation.rules.insertion import placements
from imio.platform.deliberation.rules.violations import RuleViolation
import pytest

BY_SERVICE = InsertionRules(criteria=("service",))


def points(*levels):
    return tuple(AgendaEntry(str(i + 1), level) for i, level in enumerate(levels))


def uids(agenda):
    return [entry.uid for entry in agenda]


SERIES = points(0, 0, 1, 1, 0)


def test_a_heading_is_added_renamed_and_removed():
    agenda = add_heading(SERIES, "h", "  Travaux   publics ", before="5")
    assert uids(agenda) == ["1", "2", "3", "4", "h", "5"]
    assert agenda[4].heading == "Travaux publics"
    assert numbers(agenda) == ["1", "2", "2.1", "2.2", "", "3"]
    assert rename_heading(agenda, "h", "Voirie")[4].heading == "Voirie"
    assert remove_heading(agenda, "h") == SERIES


def test_a_heading_never_cuts_a_series():
    agenda = add_heading(SERIES, "h", "Travaux", before="4")
    assert uids(agenda) == ["1", "h", "2", "3", "4", "5"]


@pytest.mark.parametrize(
    "text, code",
    [("", "empty_heading"), ("  ", "empty_heading"), ("x" * 201, "long_heading")],
)
def test_a_heading_says_something_short(text, code):
    with pytest.raises(RuleViolation) as refusal:
        add_heading(SERIES, "h", text)
    assert refusal.value.code == code


def test_a_point_is_no_heading():
    with pytest.raises(RuleViolation):
        rename_heading(SERIES, "1", "Travaux")
    with pytest.raises(RuleViolation):
        remove_heading(SERIES, "1")


def test_a_point_goes_under_the_one_above_and_back():
    under = make_sub_point(SERIES, "5")
    assert numbers(under) == ["1", "2", "2.1", "2.2", "2.3"]
    assert numbers(make_point(under, "5")) == ["1", "2", "2.1", "2.2", "3"]
    freed = make_point(SERIES, "3")
    assert uids(freed) == ["1", "2", "4", "3", "5"]
    assert numbers(freed) == ["1", "2", "2.1", "3", "4"]


@pytest.mark.parametrize(
    "uid, code", [("1", "no_point_above"), ("2", "has_sub_points")]
)
def test_what_cannot_be_a_sub_point(uid, code):
    with pytest.raises(RuleViolation) as refusal:
        make_sub_point(SERIES, uid)
    assert refusal.value.code == code


def test_nothing_goes_under_a_heading():
    agenda = add_heading(SERIES, "h", "Travaux", before="5")
    with pytest.raises(RuleViolation):
        make_sub_point(agenda, "5")


@pytest.mark.parametrize(
    "uid, before, order, shown",
    [
        ("5", "1", ["5", "1", "2", "3", "4"], ["1", "2", "3", "3.1", "3.2"]),
        ("1", "", ["2", "3", "4", "5", "1"], ["1", "1.1", "1.2", "2", "3"]),
        ("2", "1", ["2", "3", "4", "1", "5"], ["1", "1.1", "1.2", "2", "3"]),
        ("5", "4", ["1", "2", "3", "5", "4"], ["1", "2", "2.1", "2.2", "2.3"]),
        ("3", "1", ["3", "1", "2", "4", "5"], ["1", "2", "3", "3.1", "4"]),
        ("2", "3", ["1", "2", "3", "4", "5"], ["1", "2", "2.1", "2.2", "3"]),
    ],
)
def test_dropping(uid, before, order, shown):
    agenda = move_before(SERIES, uid, before)
    assert uids(agenda) == order
    assert numbers(agenda) == shown


def test_a_series_is_not_dropped_into_another():
    agenda = (*SERIES, AgendaEntry("6", 1))
    with pytest.raises(RuleViolation):
        move_before(agenda, "2", "6")


def test_sorting_again_keeps_headings_and_series():
    agenda = (
        AgendaEntry("b"),
        AgendaEntry("b1", 1),
        AgendaEntry("a", by_hand=True),
        AgendaEntry("h", kind=HEADING, heading="Suite"),
        AgendaEntry("d"),
        AgendaEntry("c"),
    )
    ranks = {"a": 0, "b": 1, "b1": 0, "c": 2, "d": 3}
    facts = {uid: ItemFacts(uid, service_rank=rank) for uid, rank in ranks.items()}
    after = sorted_again(agenda, facts, BY_SERVICE)
    assert uids(after) == ["a", "b", "b1", "h", "c", "d"]
    assert not after[0].by_hand
    changes = [(c.uid, c.before, c.after) for c in number_changes(agenda, after)]
    assert changes == [
        ("a", "2", "1"),
        ("b", "1", "2"),
        ("b1", "1.1", "2.1"),
        ("c", "4", "3"),
        ("d", "3", "4"),
    ]


def test_a_late_sub_point_continues_the_numbers_sent():
    sent = with_fixed_numbers(SERIES)
    late = AgendaEntry("late", 1, list_type="late")
    agenda = (*sent[:3], late, *sent[3:])
    assert numbers(agenda) == ["1", "2", "2.1", "2.3", "2.2", "3"]


LEVELS = st.lists(st.integers(0, 1), min_size=1, max_size=12)


@given(LEVELS, st.data())
def test_dropping_loses_and_doubles_nothing(levels, data):
    agenda = points(0, *levels)
    uid = data.draw(st.sampled_from(uids(agenda)))
    before = data.draw(st.sampled_from(["", *uids(agenda)]))
    try:
        moved = move_before(agenda, uid, before)
    except RuleViolation:
        return
    assert sorted(uids(moved)) == sorted(uids(agenda))
    assert len(set(numbers(moved))) == len(moved)
    assert not moved[0].level


@given(st.lists(st.integers(0, 4), max_size=15))
def test_all_places_at_once_are_each_place(ranks):
    facts = [ItemFacts(str(i), service_rank=rank) for i, rank in enumerate(ranks)]
    for own, found in enumerate(placements(facts, BY_SERVICE)):
        rest = [*facts[:own], *facts[own + 1 :]]
        assert found == place(facts[own], rest, BY_SERVICE)


@given(st.lists(st.integers(0, 4), max_size=15))
def test_sorting_again_twice_changes_nothing(ranks):
    agenda = tuple(AgendaEntry(str(i)) for i, _rank in enumerate(ranks))
    facts = {str(i): ItemFacts(str(i), service_rank=r) for i, r in enumerate(ranks)}
    once = sorted_again(agenda, facts, BY_SERVICE)
    assert sorted_again(once, facts, BY_SERVICE) == once
    assert [replace(entry) for entry in once] == list(once)
