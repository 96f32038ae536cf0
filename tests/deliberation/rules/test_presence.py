"""Attendance and movements."""

from imio.platform.deliberation.rules.presence import Movements
from imio.platform.deliberation.rules.presence import movements
from imio.platform.deliberation.rules.presence import Presence
from imio.platform.deliberation.rules.presence import Status

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
