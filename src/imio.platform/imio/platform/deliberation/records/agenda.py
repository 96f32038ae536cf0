"""The agenda of a meeting: its order, in one record."""

from collections.abc import Iterable
from dataclasses import asdict
from hashlib import sha256
from imio.platform.deliberation.records import storage
from imio.platform.deliberation.rules.agenda import Agenda
from imio.platform.deliberation.rules.agenda import AgendaEntry
from imio.platform.deliberation.rules.agenda import ITEM

NAME = "agenda"


def agenda(meeting) -> Agenda:
    """The entries in order."""
    lines = storage.read(meeting, NAME).get("entries", ())
    return tuple(AgendaEntry(**line) for line in lines)


def save_agenda(meeting, entries: Iterable[AgendaEntry]) -> None:
    """Replace the entries."""
    lines = tuple(asdict(entry) for entry in entries)
    storage.write(meeting, NAME, {"entries": lines})


def token(meeting) -> str:
    """What the agenda looks like now: another agenda has another token."""
    state = repr(storage.read(meeting, NAME).get("entries", ()))
    return sha256(state.encode()).hexdigest()[:16]


def item_uids(meeting) -> list[str]:
    """UIDs of the points in order, headings left out."""
    return [entry.uid for entry in agenda(meeting) if entry.kind == ITEM]
