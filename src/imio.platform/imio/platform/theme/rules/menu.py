"""The site's menu as a tree of two levels."""

from collections.abc import Iterable
from dataclasses import dataclass
from dataclasses import field

#: Entries shown side by side; the others are gathered under one more.
HEADS = 7
#: Entries shown below one of them; the page itself lists them all.
CHILDREN = 12


@dataclass(frozen=True)
class Entry:
    """A page of the menu; ``path`` is relative to the site, with its slash."""

    path: str
    title: str
    children: tuple["Entry", ...] = field(default=())

    def holds(self, path: str) -> bool:
        """Whether ``path`` is this page or lies below it."""
        return path == self.path or path.startswith(f"{self.path}/")


def tree(
    heads: Iterable[tuple[str, str]], below: Iterable[tuple[str, str]]
) -> tuple[Entry, ...]:
    """The main pages with those just below them, in order.

    :param heads: path and title of the main pages, in their order.
    :param below: the same of the pages one level deeper; those that hang under
        no main page are left out.
    """
    children: dict[str, list[Entry]] = {}
    for path, title in below:
        parent = path.rpartition("/")[0]
        children.setdefault(parent, []).append(Entry(path, title))
    return tuple(
        Entry(path, title, tuple(children.get(path, ())[:CHILDREN]))
        for path, title in heads
    )


def split(
    entries: tuple[Entry, ...], limit: int = HEADS
) -> tuple[tuple[Entry, ...], tuple[Entry, ...]]:
    """Those shown side by side, and the others when there are too many.

    One alone is never put aside: it would take the place it frees.
    """
    if len(entries) <= limit:
        return entries, ()
    return entries[: limit - 1], entries[limit - 1 :]
