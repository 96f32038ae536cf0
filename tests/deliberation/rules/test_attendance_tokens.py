"""Attendance tokens, from the presence record alone (CDLD L1122-7)."""

from datetime import date
from decimal import Decimal
from hypothesis import given
from hypothesis import strategies as st
from imio.platform.deliberation.rules.attendance_tokens import Member
from imio.platform.deliberation.rules.attendance_tokens import owed
from imio.platform.deliberation.rules.attendance_tokens import Sitting
from imio.platform.deliberation.rules.presence import Presence
from imio.platform.deliberation.rules.presence import Status

MEMBERS = {
    "a": Member("1", "Anne", "Conseillère"),
    "b": Member("2", "Luc", "Échevin"),
    "p": Member("3", "Jean", "Président du conseil"),
}
HERE, AWAY, OUT = Status.PRESENT, Status.EXCUSED, Status.ABSENT


def sitting(meeting, differing=None, **more):
    more.setdefault("items", ("1", "2"))
    return Sitting(
        date(2026, 6, 25),
        "Conseil",
        MEMBERS,
        Presence(meeting, differing or {}),
        **more,
    )


def lines(*sittings, **options):
    return {line.name: line for line in owed(sittings, **options)}


def test_one_token_a_sitting_attended_none_for_the_paid_two_for_who_presides():
    held = sitting(
        {"a": HERE, "b": HERE, "p": HERE}, paid=frozenset("b"), presiding="p"
    )
    found = lines(held, held)
    assert [found[name].tokens for name in ("Anne", "Luc", "Jean")] == [2, 0, 4]
    assert found["Luc"].is_paid
    assert found["Anne"].amount(Decimal("125.50")) == Decimal("251.00")


def test_who_comes_late_or_stands_aside_attended():
    late = sitting(
        {"a": AWAY, "b": OUT, "p": HERE},
        {"2": {"a": HERE, "p": Status.NON_ATTENDEE}},
    )
    found = lines(late)
    assert (found["Anne"].tokens, found["Anne"].attended_points) == (1, 1)
    assert (found["Luc"].tokens, found["Luc"].absent) == (0, 1)
    assert found["Jean"].attended_points == 2


def test_a_body_may_want_half_of_the_points():
    gone = sitting({"a": HERE}, {str(n): {"a": AWAY} for n in (2, 3)}, items="123")
    assert lines(gone)["Anne"].tokens == 1
    assert lines(gone, half_wanted=True)["Anne"].tokens == 0


@given(st.lists(st.sampled_from([HERE, AWAY, OUT]), max_size=12))
def test_each_sitting_is_attended_excused_or_absent(statuses):
    found = lines(*(sitting({"a": status}) for status in statuses))
    if statuses:
        anne = found["Anne"]
        assert anne.attended + anne.excused + anne.absent == anne.sittings
        assert anne.tokens <= anne.sittings


def test_two_people_of_one_name_are_two_lines():
    twins = {"a": Member("1", "Anne", ""), "b": Member("2", "Anne", "")}
    held = Sitting(date(2026, 6, 25), "Conseil", twins, Presence({"a": HERE}))
    assert [line.tokens for line in owed([held])] == [1, 0]
