"""Who is there, point by point.

A member has a status for the meeting and, where it differs, one for a point.
"""

from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import field
from enum import StrEnum
from imio.platform.deliberation.rules.violations import RuleViolation


class Status(StrEnum):
    PRESENT = "present"
    EXCUSED = "excused"
    ABSENT = "absent"
    #: In the room, takes no part in this point (CDLD L1122-19).
    NON_ATTENDEE = "non_attendee"


AWAY = frozenset((Status.EXCUSED, Status.ABSENT))


@dataclass(frozen=True)
class Presence:
    """A meeting's attendance.

    :param meeting: status by member for the whole meeting.
    :param items: status by member for a point, by the point's uid.
    """

    meeting: Mapping[str, Status] = field(default_factory=dict)
    items: Mapping[str, Mapping[str, Status]] = field(default_factory=dict)

    def at(self, item: str, member: str) -> Status | None:
        """The member's status at a point, ``None`` when nobody noted it."""
        return self.items.get(item, {}).get(member) or self.meeting.get(member)

    def present_at(self, item: str, members: Sequence[str]) -> list[str]:
        """The members who sit and count at a point."""
        return [m for m in members if self.at(item, m) is Status.PRESENT]

    def is_recorded(self, members: Sequence[str]) -> bool:
        """Whether every member's status is noted."""
        return all(member in self.meeting for member in members)


@dataclass(frozen=True)
class Movements:
    """Comings and goings around one point, members in the order given."""

    left_before: tuple[str, ...] = ()
    entered_before: tuple[str, ...] = ()
    apart_before: tuple[str, ...] = ()
    again_before: tuple[str, ...] = ()
    left_after: tuple[str, ...] = ()
    entered_after: tuple[str, ...] = ()
    again_after: tuple[str, ...] = ()


def movements(
    presence: Presence,
    items: Sequence[str],
    index: int,
    members: Sequence[str],
    count_start: bool = True,
) -> Movements:
    """Movements around the point at ``index``, by comparing its neighbours.

    :param count_start: whether the opening counts as a point where every
        member had the meeting's status.
    """
    found: dict[str, list[str]] = {}
    for member in members:
        now = presence.at(items[index], member)
        if index > 0:
            before = presence.at(items[index - 1], member)
        else:
            before = presence.meeting.get(member) if count_start else now
        after = presence.at(items[index + 1], member) if index + 1 < len(items) else now
        _note(found, _move(before, now), "before", member)
        move_after = _move(now, after)
        # Standing aside is told before the point it concerns, not twice.
        if move_after != "apart":
            _note(found, move_after, "after", member)
    return Movements(**{name: tuple(who) for name, who in found.items()})


def _note(found: dict[str, list[str]], move: str, side: str, member: str) -> None:
    if move:
        found.setdefault(f"{move}_{side}", []).append(member)


def _move(before: Status | None, now: Status | None) -> str:
    if before is now or before is None or now is None:
        return ""
    if now in AWAY:
        return "" if before in AWAY else "left"
    if now is Status.NON_ATTENDEE:
        return "apart" if before is Status.PRESENT else ""
    return "again" if before is Status.NON_ATTENDEE else "entered"


def single_status(values: Sequence[str]) -> Status | None:
    """The one status somebody noted for a member, ``None`` for none.

    :raises RuleViolation: an unknown status, or two at once.
    """
    given = [value for value in dict.fromkeys(values) if value]
    if len(given) > 1:
        raise RuleViolation("two_statuses")
    if not given:
        return None
    try:
        return Status(given[0])
    except ValueError as error:
        raise RuleViolation("no_such_status") from error


def check_voters_stay(presence: Presence, item: str, voters: Sequence[str]) -> None:
    """Who voted aloud on a point was there for it.

    :param voters: members with a public vote on the point.
    :raises RuleViolation: one of them would be away or stand aside.
    """
    for voter in voters:
        if presence.at(item, voter) is not Status.PRESENT:
            raise RuleViolation("voted_here", voter, member=voter)


def from_point_on(
    presence: Presence,
    items: Sequence[str],
    statuses: Mapping[str, Status],
) -> Presence:
    """The attendance once statuses hold at each of ``items``.

    Somebody who comes back still stands aside where he must.
    """
    lines = dict(presence.items)
    for item in items:
        line = dict(lines.get(item, {}))
        for member, status in statuses.items():
            aside = line.get(member) is Status.NON_ATTENDEE
            if not (aside and status is Status.PRESENT and item != items[0]):
                line[member] = status
        lines[item] = {
            member: status
            for member, status in line.items()
            if presence.meeting.get(member) is not status
        }
    return Presence(meeting=presence.meeting, items=lines)
