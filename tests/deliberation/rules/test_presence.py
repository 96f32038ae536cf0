"""Attendance and movements."""

from imio.platform.deliberation.rules.presence import check_voters_stay
from imio.platform.deliberation.rules.presence import from_point_on
from imio.platform.deliberation.rules.presence import Movements
from imio.platform.deliberation.rules.presence import movements
from imio.platform.deliberation.rules.presence import Presence
from imio.platform.deliberation.rules.presence import single_status
from imio.platform.deliberation.rules.presence import Status
from imio.platform.deliberation.rules.violations import RuleViolation
import pytest

ITEMS = ["1", "2", "3"]
MEMBERS = ["A", "B", "C", "D"]
PRESENCE = Presence(
    meeting=dict.fromkeys(MEMBERS, Status.PRESENT),
    items={
        "1": {"A": Status.ABSENT, "B": Status.NON_ATTENDEE, "C": Status.EXCUSED},
        "2": {"A": Status.NON_ATTENDEE, "D": Status.EXCUSED},
        "3": {"A": Status.NON_ATTENDEE, "C": Status.EXCUSED},
    },
)


def around(index, **options):
    return movements(PRESENCE, ITEMS, index, MEMBERS, **options)


def test_g15_first_point():
    assert around(0) == Movements(
        left_before=("A", "C"),
        apart_before=("B",),
        entered_after=("C",),
        again_after=("B",),
        left_after=("D",),
    )


def test_g15_second_point():
    assert around(1) == Movements(
        entered_before=("C",),
        again_before=("B",),
        left_before=("D",),
        left_after=("C",),
        entered_after=("D",),
    )


def test_g15_last_point():
    assert around(2) == Movements(entered_before=("D",), left_before=("C",))


def test_g15_without_the_start():
    first = around(0, count_start=False)
    assert first.left_before == first.apart_before == ()


def test_who_stands_aside_does_not_count_for_the_quorum():
    assert PRESENCE.present_at("1", MEMBERS) == ["D"]
    assert PRESENCE.present_at("2", MEMBERS) == ["B", "C"]


def test_presence_is_recorded_once_everybody_is_noted():
    assert PRESENCE.is_recorded(MEMBERS)
    assert not PRESENCE.is_recorded([*MEMBERS, "E"])


def test_g13_who_voted_aloud_stays_present_on_the_point():
    check_voters_stay(PRESENCE, "1", ["D"])
    for voter in ("A", "B", "C"):
        with pytest.raises(RuleViolation) as refusal:
            check_voters_stay(PRESENCE, "1", [voter])
        assert refusal.value.code == "voted_here"


def test_g13_nobody_is_absent_and_excused_at_once():
    assert single_status(["", "absent", "absent"]) is Status.ABSENT
    assert single_status([""]) is None
    with pytest.raises(RuleViolation) as refusal:
        single_status(["absent", "excused"])
    assert refusal.value.code == "two_statuses"
    with pytest.raises(RuleViolation):
        single_status(["asleep"])


def test_a_departure_holds_from_one_point_on():
    everybody = Presence(meeting=dict.fromkeys(MEMBERS, Status.PRESENT))
    gone = from_point_on(everybody, ["2", "3"], {"A": Status.ABSENT})
    assert [gone.at(item, "A") for item in ITEMS] == ["present", "absent", "absent"]
    back = from_point_on(gone, ["3"], {"A": Status.PRESENT})
    assert back.at("3", "A") is Status.PRESENT
    assert back.items["3"] == {}


def test_who_comes_back_still_stands_aside_later():
    noted = Presence(
        meeting=dict.fromkeys(MEMBERS, Status.PRESENT),
        items={"3": {"A": Status.NON_ATTENDEE}},
    )
    value = from_point_on(noted, ["2", "3"], {"A": Status.PRESENT})
    assert value.at("3", "A") is Status.NON_ATTENDEE
