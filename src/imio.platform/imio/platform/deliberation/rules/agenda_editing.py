"""Headings, sub-points and sorting again: what a secretary does to an agenda.

A heading divides the agenda: it stays where it was put, and sorting again sorts
the points between two headings.
"""

from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import replace
from imio.platform.deliberation.rules.agenda import Agenda
from imio.platform.deliberation.rules.agenda import AgendaEntry
from imio.platform.deliberation.rules.agenda import block
from imio.platform.deliberation.rules.agenda import HEADING
from imio.platform.deliberation.rules.agenda import numbers
from imio.platform.deliberation.rules.agenda import position
from imio.platform.deliberation.rules.insertion import InsertionRules
from imio.platform.deliberation.rules.insertion import ItemFacts
from imio.platform.deliberation.rules.insertion import key
from imio.platform.deliberation.rules.violations import RuleViolation

#: Longest heading, in characters.
MAX_HEADING = 200


@dataclass(frozen=True)
class NumberChange:
    """A point whose number changes; ``uid`` is the point's."""

    uid: str
    before: str
    after: str


def add_heading(
    agenda: Sequence[AgendaEntry], uid: str, text: str, before: str = ""
) -> Agenda:
    """The agenda with a heading before an entry, at the end when none is named.

    Before a sub-point means before its point: a series is never cut.
    """
    heading = AgendaEntry(uid, kind=HEADING, heading=_heading_text(text))
    index = position(agenda, before) if before else len(agenda)
    while index < len(agenda) and agenda[index].level:
        index -= 1
    return (*agenda[:index], heading, *agenda[index:])


def rename_heading(agenda: Sequence[AgendaEntry], uid: str, text: str) -> Agenda:
    """The agenda with another text for a heading."""
    index = _heading(agenda, uid)
    renamed = replace(agenda[index], heading=_heading_text(text))
    return (*agenda[:index], renamed, *agenda[index + 1 :])


def remove_heading(agenda: Sequence[AgendaEntry], uid: str) -> Agenda:
    """The agenda without a heading; its points stay."""
    index = _heading(agenda, uid)
    return (*agenda[:index], *agenda[index + 1 :])


def make_sub_point(agenda: Sequence[AgendaEntry], uid: str) -> Agenda:
    """A point becomes the last sub-point of the point above it."""
    start, end = block(agenda, position(agenda, uid))
    entry = agenda[start]
    if entry.kind == HEADING or start == 0 or agenda[start - 1].kind == HEADING:
        raise RuleViolation("no_point_above")
    if end - start > 1:
        raise RuleViolation("has_sub_points")
    changed = replace(entry, level=1, by_hand=True)
    return (*agenda[:start], changed, *agenda[end:])


def make_point(agenda: Sequence[AgendaEntry], uid: str) -> Agenda:
    """A sub-point becomes a point again, just after the series it leaves."""
    index = position(agenda, uid)
    entry = agenda[index]
    if not entry.level:
        return tuple(agenda)
    end = index + 1
    while end < len(agenda) and agenda[end].level:
        end += 1
    changed = replace(entry, level=0, by_hand=True)
    return (*agenda[:index], *agenda[index + 1 : end], changed, *agenda[end:])


def move_before(agenda: Sequence[AgendaEntry], uid: str, before: str) -> Agenda:
    """The agenda with an entry dropped before another, at the end when none is named.

    Dropped before a sub-point it joins that series, elsewhere it is a point.
    """
    start, end = block(agenda, position(agenda, uid))
    moving = agenda[start:end]
    if before in {entry.uid for entry in moving}:
        return tuple(agenda)
    rest = [*agenda[:start], *agenda[end:]]
    index = position(rest, before) if before else len(rest)
    level = rest[index].level if index < len(rest) else 0
    if level and moving[0].kind == HEADING:
        raise RuleViolation("heading_in_series")
    if level and len(moving) > 1:
        raise RuleViolation("has_sub_points")
    first = replace(moving[0], level=level, by_hand=moving[0].kind != HEADING)
    return (*rest[:index], first, *moving[1:], *rest[index:])


def sorted_again(
    agenda: Sequence[AgendaEntry],
    facts: Mapping[str, ItemFacts],
    rules: InsertionRules,
) -> Agenda:
    """The agenda as the rules alone would order it, between its headings.

    Sub-points stay under their point, in their order.
    """
    result: list[AgendaEntry] = []
    section: list[Sequence[AgendaEntry]] = []

    def flush() -> None:
        section.sort(key=lambda series: key(facts[series[0].uid], rules))
        for series in section:
            first = replace(series[0], by_hand=False)
            result.extend((first, *series[1:]))
        section.clear()

    index = 0
    while index < len(agenda):
        start, end = block(agenda, index)
        if agenda[start].kind == HEADING:
            flush()
            result.append(agenda[start])
        else:
            section.append(agenda[start:end])
        index = end
    flush()
    return tuple(result)


def number_changes(
    before: Sequence[AgendaEntry], after: Sequence[AgendaEntry]
) -> list[NumberChange]:
    """The points whose number differs, in the order they would have."""
    former = dict(zip((e.uid for e in before), numbers(before), strict=True))
    return [
        NumberChange(entry.uid, former.get(entry.uid, ""), number)
        for entry, number in zip(after, numbers(after), strict=True)
        if former.get(entry.uid, "") != number
    ]


def _heading(agenda: Sequence[AgendaEntry], uid: str) -> int:
    index = position(agenda, uid)
    if agenda[index].kind != HEADING:
        raise RuleViolation("not_a_heading")
    return index


def _heading_text(text: str) -> str:
    words = " ".join(text.split())
    if not words:
        raise RuleViolation("empty_heading", "heading")
    if len(words) > MAX_HEADING:
        raise RuleViolation("long_heading", "heading", maximum=MAX_HEADING)
    return words
