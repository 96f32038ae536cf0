"""An agenda: points, sub-points and headings in order, and their numbers.

The order is the only truth; a number is read from it. At convocation numbers
are fixed, so that a later point continues the series instead of renumbering
what members have received.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import replace
from imio.platform.deliberation.rules.violations import RuleViolation

ITEM = "item"
HEADING = "heading"


@dataclass(frozen=True)
class AgendaEntry:
    """One line of an agenda.

    :param uid: identity of the point, or of the heading.
    :param level: 0 for a point, 1 for a sub-point of the point above it.
    :param kind: ``ITEM`` or ``HEADING``; a heading bears no number.
    :param heading: text of a heading.
    :param list_type: ``normal``, or how a point came after the convocation.
    :param fixed_number: number printed on the convocation.
    :param by_hand: whether somebody moved it away from the automatic order.
    """

    uid: str
    level: int = 0
    kind: str = ITEM
    heading: str = ""
    list_type: str = "normal"
    fixed_number: str = ""
    by_hand: bool = False


Agenda = tuple[AgendaEntry, ...]


def numbers(agenda: Sequence[AgendaEntry]) -> list[str]:
    """The number of each entry, in order: ``"3"``, ``"3.1"``, ``""`` for a heading."""
    main = max((_main_part(entry.fixed_number) for entry in agenda), default=0)
    result: list[str] = []
    above, sub = "", 0
    for index, entry in enumerate(agenda):
        if entry.kind == HEADING:
            result.append("")
        elif entry.level and above:
            if not entry.fixed_number:
                sub += 1
            result.append(entry.fixed_number or f"{above}.{sub}")
        else:
            if not entry.fixed_number:
                main += 1
            above = entry.fixed_number or str(main)
            sub = _last_fixed_sub_point(agenda, index)
            result.append(above)
    return result


def with_fixed_numbers(agenda: Sequence[AgendaEntry]) -> Agenda:
    """The agenda with its present numbers fixed, as at convocation."""
    return tuple(
        replace(entry, fixed_number=number)
        for entry, number in zip(agenda, numbers(agenda), strict=True)
    )


def not_announced(agenda: Sequence[AgendaEntry]) -> list[str]:
    """Uids of the points whose number was printed nowhere yet."""
    return [
        entry.uid for entry in agenda if entry.kind == ITEM and not entry.fixed_number
    ]


def without_fixed_numbers(agenda: Sequence[AgendaEntry]) -> Agenda:
    """The agenda numbered afresh, as when a convocation is taken back."""
    return tuple(replace(entry, fixed_number="") for entry in agenda)


def position(agenda: Sequence[AgendaEntry], uid: str) -> int:
    """Index of the entry; raises ``RuleViolation`` when it is not there."""
    for index, entry in enumerate(agenda):
        if entry.uid == uid:
            return index
    raise RuleViolation("not_on_agenda", uid=uid)


def remove(agenda: Sequence[AgendaEntry], uid: str) -> Agenda:
    """The agenda without one entry; its first sub-point takes its place."""
    index = position(agenda, uid)
    rest = list(agenda)
    gone = rest.pop(index)
    orphan = index < len(rest) and rest[index].level > 0 and gone.level == 0
    if orphan:
        rest[index] = replace(rest[index], level=0)
    return tuple(rest)


def step(agenda: Sequence[AgendaEntry], uid: str, direction: int) -> Agenda:
    """The agenda with one entry moved by one place, with its sub-points.

    :param direction: ``-1`` for up, ``1`` for down. At an end nothing moves.
    """
    start, end = block(agenda, position(agenda, uid))
    entries = list(agenda)
    moving = [replace(entries[start], by_hand=True), *entries[start + 1 : end]]
    level = moving[0].level
    if direction < 0:
        target = _previous_start(entries, start, level)
    else:
        target = _next_end(entries, end, level)
    if target is None:
        return tuple(agenda)
    if direction < 0:
        return (*entries[:target], *moving, *entries[target:start], *entries[end:])
    return (*entries[:start], *entries[end:target], *moving, *entries[target:])


def move_to(agenda: Sequence[AgendaEntry], uid: str, number: str) -> Agenda:
    """The agenda with an entry moved to a number such as ``"4"`` or ``"2.1"``.

    A number just after the last means the end. Raises ``RuleViolation`` when
    the number cannot exist: ``0``, ``8.1`` without an 8, ``2.2`` without 2.1.
    """
    start, end = block(agenda, position(agenda, uid))
    moving = list(agenda[start:end])
    rest = [*agenda[:start], *agenda[end:]]
    main, sub = _parse(number)
    if sub is None:
        return _as_point(rest, moving, main, number)
    if len(moving) > 1:
        raise RuleViolation("has_sub_points", "number", number=number)
    return _as_sub_point(agenda, start, rest, moving[0], (main, sub), number)


def _as_point(
    rest: Sequence[AgendaEntry], moving: Sequence[AgendaEntry], main: int, number: str
) -> Agenda:
    starts = [i for i, entry in enumerate(rest) if _is_point(entry)]
    # One place past the end stays open: people type "8" to mean after the 7th.
    if not 1 <= main <= len(starts) + 2:
        raise RuleViolation("no_such_number", "number", number=number)
    index = starts[main - 1] if main <= len(starts) else len(rest)
    moved = replace(moving[0], level=0, by_hand=True)
    return (*rest[:index], moved, *moving[1:], *rest[index:])


def _as_sub_point(
    agenda: Sequence[AgendaEntry],
    start: int,
    rest: Sequence[AgendaEntry],
    entry: AgendaEntry,
    target: tuple[int, int],
    number: str,
) -> Agenda:
    main, sub = target
    starts = [i for i, other in enumerate(agenda) if _is_point(other)]
    if not 1 <= main <= len(starts) or starts[main - 1] == start:
        raise RuleViolation("no_such_number", "number", number=number)
    first = rest.index(agenda[starts[main - 1]])
    end = block(rest, first)[1]
    if not 1 <= sub <= end - first:
        raise RuleViolation("no_such_number", "number", number=number)
    moved = replace(entry, level=1, by_hand=True)
    index = first + sub
    return (*rest[:index], moved, *rest[index:])


def _parse(number: str) -> tuple[int, int | None]:
    main, dot, sub = number.strip().partition(".")
    if not main.isdecimal() or (dot and not sub.isdecimal()):
        raise RuleViolation("not_a_number", "number", number=number)
    return int(main), int(sub) if dot else None


def _is_point(entry: AgendaEntry) -> bool:
    return entry.kind == ITEM and entry.level == 0


def block(agenda: Sequence[AgendaEntry], start: int) -> tuple[int, int]:
    """Start and end of an entry with the sub-points that follow it."""
    end = start + 1
    if agenda[start].level == 0:
        while end < len(agenda) and agenda[end].level > 0:
            end += 1
    return start, end


def _previous_start(
    entries: Sequence[AgendaEntry], start: int, level: int
) -> int | None:
    if start == 0:
        return None
    if level:
        return start - 1 if entries[start - 1].level else None
    index = start - 1
    while entries[index].level:
        index -= 1
    return index


def _next_end(entries: Sequence[AgendaEntry], end: int, level: int) -> int | None:
    if end >= len(entries):
        return None
    if level:
        return end + 1 if entries[end].level else None
    return block(entries, end)[1]


def _main_part(number: str) -> int:
    head = number.partition(".")[0]
    return int(head) if head.isdecimal() else 0


def _last_fixed_sub_point(agenda: Sequence[AgendaEntry], index: int) -> int:
    """The greatest sub-number already sent in the series of a point."""
    start, end = block(agenda, index)
    subs = (e.fixed_number.partition(".")[2] for e in agenda[start + 1 : end])
    return max((int(sub) for sub in subs if sub.isdecimal()), default=0)
