"""Numbers and moves on an agenda."""

from dataclasses import replace
from hypothesis import given
from hypothesis import strategies as st
from imio.platform.deliberation.rules.agenda import AgendaEntry
from imio.platform.deliberation.rules.agenda import HEADING
from imio.platform.deliberation.rules.agenda import move_to
from imio.platform.deliberation.rules.agenda import numbers
from imio.platform.deliberation.rules.agenda import remove
from imio.platform.deliberation.rules.agenda import step
from imio.platform.deliberation.rules.agenda import with_fixed_numbers
from imio.platform.deliberation.rules.violations import RuleViolation
import pytest


def points(*levels):
    return tuple(AgendaEntry(str(i + 1), level) for i, level in enumerate(levels))


def uids(agenda):
    return [entry.uid for entry in agenda]


SEVEN = points(*[0] * 7)
WITH_SUB_POINTS = points(0, 0, 0, 1, 1, 0, 0)


def test_g6_a_point_becomes_a_sub_point():
    moved = move_to(SEVEN, "2", "1.1")
    assert numbers(moved) == ["1", "1.1", "2", "3", "4", "5", "6"]
    assert uids(moved) == ["1", "2", "3", "4", "5", "6", "7"]


@pytest.mark.parametrize(
    "number", ["0", "0.1", "9", "8.1", "2.2", "2.23", "", "a", "-1"]
)
def test_g6_a_number_that_cannot_exist_is_refused(number):
    with pytest.raises(RuleViolation):
        move_to(SEVEN, "5", number)


def test_g6_removing_a_point_closes_the_gap():
    assert numbers(WITH_SUB_POINTS) == ["1", "2", "3", "3.1", "3.2", "4", "5"]
    assert numbers(remove(WITH_SUB_POINTS, "2")) == ["1", "2", "2.1", "2.2", "3", "4"]


def test_removing_the_first_of_a_series_leaves_it_to_the_next():
    rest = remove(WITH_SUB_POINTS, "3")
    assert numbers(rest) == ["1", "2", "3", "3.1", "4", "5"]


def test_g7_move_up_then_down():
    moved = move_to(move_to(SEVEN, "4", "2"), "4", "6")
    assert uids(moved) == ["1", "2", "3", "5", "6", "4", "7"]


def test_a_point_moves_with_its_sub_points():
    moved = move_to(WITH_SUB_POINTS, "3", "1")
    assert uids(moved) == ["3", "4", "5", "1", "2", "6", "7"]
    assert uids(step(WITH_SUB_POINTS, "6", -1)) == ["1", "2", "6", "3", "4", "5", "7"]
    assert uids(step(WITH_SUB_POINTS, "2", 1)) == ["1", "3", "4", "5", "2", "6", "7"]


def test_a_point_with_sub_points_cannot_become_one():
    with pytest.raises(RuleViolation) as refusal:
        move_to(WITH_SUB_POINTS, "3", "1.1")
    assert refusal.value.code == "has_sub_points"


def test_a_sub_point_stays_in_its_series():
    assert uids(step(WITH_SUB_POINTS, "5", -1)) == ["1", "2", "3", "5", "4", "6", "7"]
    assert step(WITH_SUB_POINTS, "4", -1) == WITH_SUB_POINTS
    assert step(WITH_SUB_POINTS, "5", 1) == WITH_SUB_POINTS


def test_a_heading_bears_no_number():
    heading = AgendaEntry("h", kind=HEADING, heading="Travaux")
    assert numbers((SEVEN[0], heading, SEVEN[1])) == ["1", "", "2"]


def test_a_late_point_continues_the_numbers_of_the_convocation():
    convoked = with_fixed_numbers(SEVEN[:3])
    late = replace(SEVEN[6], list_type="late")
    agenda = (*convoked[:2], late, convoked[2])
    assert numbers(agenda) == ["1", "2", "4", "3"]


LEVELS = st.lists(st.integers(0, 1), min_size=1, max_size=12)


@given(LEVELS, st.data())
def test_a_move_loses_and_doubles_nothing(levels, data):
    agenda = points(0, *levels)
    uid = data.draw(st.sampled_from(uids(agenda)))
    direction = data.draw(st.sampled_from((-1, 1)))
    moved = step(agenda, uid, direction)
    assert sorted(uids(moved)) == sorted(uids(agenda))
    assert len(set(numbers(moved))) == len(moved)


@given(LEVELS, st.data())
def test_up_undoes_down(levels, data):
    agenda = points(0, *levels)
    uid = data.draw(st.sampled_from(uids(agenda)))
    down = step(agenda, uid, 1)
    if uids(down) != uids(agenda):
        assert uids(step(down, uid, -1)) == uids(agenda)


@given(LEVELS, st.data())
def test_a_point_bears_the_number_it_was_moved_to(levels, data):
    agenda = points(0, *levels)
    uid = data.draw(st.sampled_from(uids(agenda)))
    number = data.draw(st.sampled_from(numbers(agenda)))
    try:
        moved = move_to(agenda, uid, number)
    except RuleViolation:
        return
    assert sorted(uids(moved)) == sorted(uids(agenda))
    assert len(set(numbers(moved))) == len(moved)
