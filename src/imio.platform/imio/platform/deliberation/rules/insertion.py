"""Where a point enters the agenda, and why there.

The body gives an ordered list of criteria; a point's key is the tuple of its
ranks. It goes just before the first point with a greater key, so that equal
points stay in the order they came.
"""

from collections.abc import Callable
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import replace

#: Rank of what has no rank: after everything that has one.
LAST = 10**6

MINUTES_APPROVAL = "minutes_approval"


@dataclass(frozen=True)
class ItemFacts:
    """What the criteria look at.

    :param service_rank: place of the proposing service in the organisation's
        tree, ``None`` when the service is closed or gone.
    :param category_rank: place of the category among the body's, ``None`` without.
    :param is_requested: whether it is a point of those who had the meeting called.
    """

    uid: str
    kind: str = "decision"
    list_type: str = "normal"
    privacy: str = "public"
    service_rank: int | None = None
    category_rank: int | None = None
    title: str = ""
    is_requested: bool = False


@dataclass(frozen=True)
class InsertionRules:
    """How a body orders its agenda.

    :param criteria: names from ``CRITERIA``, the most important first.
    :param list_types: the list types that count, in order; another one weighs
        like the first.
    """

    criteria: tuple[str, ...] = (
        "requested_first",
        "minutes_first",
        "privacy",
        "requested_closed",
        "list_type",
        "service",
    )
    list_types: tuple[str, ...] = ("normal", "late")


@dataclass(frozen=True)
class Placement:
    """Why a point sits where it sits.

    :param index: place among the entries.
    :param after: uid of the point just before it, or an empty string.
    :param decided_by: criterion that separates it from the point after it,
        ``"end"`` when nothing follows.
    """

    index: int
    after: str
    before: str
    decided_by: str


def _requested_first(facts: ItemFacts, rules: InsertionRules) -> int:
    """The points of those who had the meeting called come first (CDLD L1122-12)."""
    return 0 if facts.is_requested and facts.privacy == "public" else 1


def _requested_closed(facts: ItemFacts, rules: InsertionRules) -> int:
    """The same within the closed sitting, which still comes last (L1122-21)."""
    return 0 if facts.is_requested and facts.privacy != "public" else 1


def _minutes_first(facts: ItemFacts, rules: InsertionRules) -> int:
    return 0 if facts.kind == MINUTES_APPROVAL else 1


def _privacy(facts: ItemFacts, rules: InsertionRules) -> int:
    """The closed sitting comes after the public one (CDLD L1122-21)."""
    return 0 if facts.privacy == "public" else 1


def _list_type(facts: ItemFacts, rules: InsertionRules) -> int:
    if facts.list_type in rules.list_types:
        return rules.list_types.index(facts.list_type)
    return 0


def _service(facts: ItemFacts, rules: InsertionRules) -> int:
    return LAST if facts.service_rank is None else facts.service_rank


def _category(facts: ItemFacts, rules: InsertionRules) -> int:
    return LAST if facts.category_rank is None else facts.category_rank


#: Criteria that the law or the sitting's course fix: they always come first.
FIXED = ("requested_first", "minutes_first", "privacy", "requested_closed")


def ordered_by(preset: InsertionRules, chosen: Sequence[str]) -> InsertionRules:
    """The preset with the criteria that a commune chose after those that are fixed.

    :param chosen: names from ``CRITERIA``; none keeps the preset's order.
    """
    if not chosen:
        return preset
    fixed = [name for name in preset.criteria if name in FIXED]
    own = [name for name in chosen if name in CRITERIA and name not in FIXED]
    return replace(preset, criteria=tuple(dict.fromkeys([*fixed, *own])))


CRITERIA: Mapping[str, Callable[[ItemFacts, InsertionRules], int]] = {
    "requested_first": _requested_first,
    "requested_closed": _requested_closed,
    "minutes_first": _minutes_first,
    "privacy": _privacy,
    "list_type": _list_type,
    "service": _service,
    "category": _category,
}


def key(facts: ItemFacts, rules: InsertionRules) -> tuple[int, ...]:
    """The point's sort key."""
    return tuple(CRITERIA[name](facts, rules) for name in rules.criteria)


def place(
    facts: ItemFacts, others: Sequence[ItemFacts | None], rules: InsertionRules
) -> Placement:
    """Where ``facts`` enters among ``others``.

    :param others: the entries in order; ``None`` stands for one that never
        attracts a point before it (a heading, a sub-point).
    """
    mine = key(facts, rules)
    index, greater = len(others), None
    for candidate_index, other in enumerate(others):
        if other is not None and key(other, rules) > mine:
            index, greater = candidate_index, other
            break
    before = next((o for o in reversed(others[:index]) if o is not None), None)
    return Placement(
        index=index,
        after=before.uid if before else "",
        before=greater.uid if greater else "",
        decided_by=_first_difference(facts, greater, rules) if greater else "end",
    )


def placements(
    entries: Sequence[ItemFacts | None], rules: InsertionRules
) -> list[Placement | None]:
    """Where the rules would put each entry among the others, all in one pass."""
    keys = [None if facts is None else key(facts, rules) for facts in entries]
    result: list[Placement | None] = []
    for own, facts in enumerate(entries):
        mine = keys[own]
        if facts is None or mine is None:
            result.append(None)
            continue
        greater = next(
            (i for i, other in enumerate(keys) if other is not None and other > mine),
            None,
        )
        result.append(_placement(entries, own, greater, facts, rules))
    return result


def _placement(
    entries: Sequence[ItemFacts | None],
    own: int,
    greater: int | None,
    facts: ItemFacts,
    rules: InsertionRules,
) -> Placement:
    stop = len(entries) if greater is None else greater
    before = next(
        (
            entry
            for index in range(stop - 1, -1, -1)
            if index != own and (entry := entries[index]) is not None
        ),
        None,
    )
    found = entries[greater] if greater is not None else None
    return Placement(
        index=stop - (1 if own < stop else 0),
        after=before.uid if before else "",
        before=found.uid if found else "",
        decided_by=_first_difference(facts, found, rules) if found else "end",
    )


def sorted_by_rules(items: Sequence[ItemFacts], rules: InsertionRules) -> list[str]:
    """Uids in the order the rules alone would give."""
    return [facts.uid for facts in sorted(items, key=lambda facts: key(facts, rules))]


def _first_difference(facts: ItemFacts, other: ItemFacts, rules: InsertionRules) -> str:
    pairs = zip(rules.criteria, key(facts, rules), key(other, rules), strict=True)
    return next((name for name, a, b in pairs if a != b), "end")
