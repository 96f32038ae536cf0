"""What goes into one person's bundle, with her own rights, at this moment."""

from dataclasses import dataclass
from hashlib import sha256
from imio.platform.core.annexes.listing import annexes
from imio.platform.deliberation.records.notebook import mine
from imio.platform.deliberation.workflow.file import changed_at
from imio.platform.deliberation.workflow.lookup import find_items
from imio.platform.deliberation.workflow.projection import AgendaLine
from imio.platform.deliberation.workflow.projection import lines


@dataclass(frozen=True)
class PointContents:
    """A point that the person may read, with the annexes that she may see."""

    line: AgendaLine
    item: object
    annexes: tuple
    note: str = ""


def contents(meeting, with_notes: bool) -> list[PointContents]:
    """The points in order, as the present user may read them."""
    found = [line for line in lines(meeting) if line.kind == "item" and line.url]
    items = find_items(line.uid for line in found)
    notes = {note.item_uid: note.text for note in mine().notes()} if with_notes else {}
    return [
        PointContents(
            line=line,
            item=items[line.uid],
            annexes=tuple(a for a in annexes(items[line.uid]) if a.file is not None),
            note=notes.get(line.uid, ""),
        )
        for line in found
        if line.uid in items
    ]


def uids(points: list[PointContents]) -> tuple[str, ...]:
    """Everything that a bundle shows, by UID."""
    return tuple(
        uid
        for point in points
        for uid in (point.line.uid, *(annex.UID() for annex in point.annexes))
    )


def fingerprint(points: list[PointContents]) -> str:
    """Another one once anything that the bundle holds has changed."""
    state = [
        (
            one.line.number,
            one.line.outcome,
            *uids([one]),
            changed_at(one.item),
            one.note,
        )
        for one in points
    ]
    return sha256(repr(state).encode()).hexdigest()
