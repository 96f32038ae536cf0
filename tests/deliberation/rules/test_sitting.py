"""Suspensions and closed doors (CDLD L1122-20, -21)."""

from datetime import datetime
from imio.platform.deliberation.rules.closed_doors import check_closing
from imio.platform.deliberation.rules.closed_doors import ClosedDoors
from imio.platform.deliberation.rules.closed_doors import closing_sentence
from imio.platform.deliberation.rules.closed_doors import Ground
from imio.platform.deliberation.rules.pauses import is_suspended
from imio.platform.deliberation.rules.pauses import pause_sentence
from imio.platform.deliberation.rules.pauses import resumed
from imio.platform.deliberation.rules.pauses import suspended
from imio.platform.deliberation.rules.violations import RuleViolation
import pytest

START = datetime(2026, 6, 25, 20, 45)
END = datetime(2026, 6, 25, 21, 0)


def test_a_sitting_is_suspended_then_resumed_and_the_minutes_say_when():
    pauses = suspended((), "a", START)
    assert is_suspended(pauses)
    assert pause_sentence(pauses[0]) == "La séance est suspendue à 20 h 45."
    pauses = resumed(pauses, END)
    assert not is_suspended(pauses)
    assert pause_sentence(pauses[0]) == (
        "La séance est suspendue à 20 h 45 et reprise à 21 h."
    )
    assert len(suspended(pauses, "b", END)) == 2


def test_a_sitting_is_neither_suspended_twice_nor_resumed_before():
    with pytest.raises(RuleViolation, match="not_suspended"):
        resumed((), END)
    with pytest.raises(RuleViolation, match="already_suspended"):
        suspended(suspended((), "a", START), "b", END)


@pytest.mark.parametrize(
    ("in_favour", "present", "code"),
    [
        (9, 14, "doors_not_closed"),
        (10, 14, ""),
        (10, 15, ""),
        (9, 15, "doors_not_closed"),
        (15, 14, "too_many_votes"),
        (0, 0, "doors_not_closed"),
    ],
)
def test_two_thirds_of_those_present_close_the_doors(in_favour, present, code):
    closing = ClosedDoors(Ground.ORDER, in_favour, present)
    if code:
        with pytest.raises(RuleViolation, match=code):
            check_closing(closing)
    else:
        check_closing(closing)
        assert f"Par {in_favour} voix sur {present}" in closing_sentence(closing)


def test_a_question_of_persons_is_closed_by_the_chair_without_a_vote():
    closing = ClosedDoors(Ground.PERSONS)
    check_closing(closing)
    assert "L1122-21" in closing_sentence(closing)
