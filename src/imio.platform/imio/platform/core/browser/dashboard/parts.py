"""What the template of a dashboard draws, ready to be read."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Cell:
    """One value of one line."""

    column_id: str
    title: str
    text: str
    url: str = ""
    css: str = ""
    machine_date: str = ""
    is_row_header: bool = False


@dataclass(frozen=True)
class Heading:
    """One column's heading; ``url`` sorts by it, ``order`` is for ``aria-sort``."""

    id: str
    title: str
    url: str = ""
    order: str = ""
    css: str = ""


@dataclass(frozen=True)
class Choice:
    """One value of a facet with the number of results it would give."""

    token: str
    title: str
    number: int
    is_chosen: bool


@dataclass(frozen=True)
class FacetBox:
    """One facet with its choices, or its two days."""

    id: str
    name: str
    title: str
    kind: str
    choices: tuple[Choice, ...] = ()
    start: str = ""
    end: str = ""

    @property
    def chosen_number(self) -> int:
        chosen = sum(1 for choice in self.choices if choice.is_chosen)
        return chosen + bool(self.start) + bool(self.end)

    @property
    def is_offered(self) -> bool:
        return self.kind == "dates" or bool(self.choices)


@dataclass(frozen=True)
class Chip:
    """An active narrowing, and the address without it."""

    text: str
    url: str


@dataclass(frozen=True)
class Page:
    """One link of the pager; without ``url`` it is a gap or the present page."""

    text: str
    url: str = ""
    is_current: bool = False


@dataclass(frozen=True)
class ReadyList:
    """A list that a dashboard proposes by itself.

    :param query: catalog criteria put over those of the dashboard.
    """

    id: str
    title: str
    query: Mapping[str, Any]


@dataclass(frozen=True)
class SavedLink:
    """A saved search or a ready-made list with the number of its results now."""

    id: str
    name: str
    url: str
    number: int
    is_current: bool


@dataclass(frozen=True)
class Action:
    """A link beside the title, for instance to add something."""

    title: str
    url: str


def page_numbers(current: int, last: int) -> list[int | None]:
    """Numbers to offer around ``current``; ``None`` stands for a gap."""
    wanted = sorted({1, last, *range(max(current - 2, 1), min(current + 2, last) + 1)})
    numbers: list[int | None] = []
    for number in wanted:
        if numbers and numbers[-1] is not None and number - numbers[-1] > 1:
            numbers.append(None)
        numbers.append(number)
    return numbers
