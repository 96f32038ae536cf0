"""Attendance tokens (CDLD L1122-7): what each member is owed over a period.

A member of the council is owed one token for each sitting that he attends; the
burgomaster and the aldermen, who are paid, none; the elected president of the
assembly, two for a sitting that he chairs.
"""

from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import field
from datetime import date
from decimal import Decimal
from imio.platform.deliberation.rules.presence import Presence
from imio.platform.deliberation.rules.presence import Status

PRESIDING_TOKENS = 2


@dataclass(frozen=True)
class Member:
    """A member at one sitting.

    :param person: who it is, whatever the mandate.
    """

    person: str
    name: str
    title: str


@dataclass(frozen=True)
class Sitting:
    """One sitting held.

    :param members: members in function by mandate, by precedence.
    :param paid: mandates of those who are paid otherwise.
    :param presiding: mandate of the elected president, where he chaired.
    """

    day: date
    title: str
    members: Mapping[str, Member]
    presence: Presence
    items: Sequence[str] = ()
    paid: frozenset[str] = frozenset()
    presiding: str = ""


@dataclass
class Owed:
    """What one member is owed.

    :param sittings: sittings held while he was in function.
    :param points: points of these sittings; ``attended_points``, where he was there.
    """

    name: str
    title: str
    sittings: int = 0
    attended: int = 0
    excused: int = 0
    absent: int = 0
    points: int = 0
    attended_points: int = 0
    tokens: int = 0
    is_paid: bool = False
    days: list[date] = field(default_factory=list)

    def amount(self, token: Decimal) -> Decimal:
        """What he is owed in euros."""
        return self.tokens * token


def owed(sittings: Sequence[Sitting], half_wanted: bool = False) -> list[Owed]:
    """What each member is owed, in the order they are first met.

    :param half_wanted: a token wants at least half of the points; else having been
        there at one moment is enough.
    """
    found: dict[str, Owed] = {}
    for sitting in sittings:
        for mandate, member in sitting.members.items():
            line = found.setdefault(member.person, Owed(member.name, member.title))
            _count(line, sitting, mandate, half_wanted)
    return list(found.values())


def _count(line: Owed, sitting: Sitting, member: str, half_wanted: bool) -> None:
    there = points_attended(sitting, member)
    line.sittings += 1
    line.points += len(sitting.items)
    line.attended_points += there
    line.is_paid = line.is_paid or member in sitting.paid
    at_opening = sitting.presence.meeting.get(member)
    came = bool(there) or at_opening is Status.PRESENT
    if not came:
        line.excused += at_opening is Status.EXCUSED
        line.absent += at_opening is not Status.EXCUSED
        return
    line.attended += 1
    line.days.append(sitting.day)
    if member in sitting.paid or (half_wanted and 2 * there < len(sitting.items)):
        return
    line.tokens += PRESIDING_TOKENS if member == sitting.presiding else 1


def points_attended(sitting: Sitting, member: str) -> int:
    """Points at which a member was in the room, taking part or not."""
    inside = (Status.PRESENT, Status.NON_ATTENDEE)
    return sum(sitting.presence.at(item, member) in inside for item in sitting.items)
