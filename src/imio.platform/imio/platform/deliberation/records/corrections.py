"""The observations on a meeting's minutes, all of them kept."""

from collections.abc import Iterable
from dataclasses import asdict
from imio.platform.deliberation.records import storage
from imio.platform.deliberation.rules.corrections import Answer
from imio.platform.deliberation.rules.corrections import Correction

NAME = "corrections"


def corrections(meeting) -> list[Correction]:
    """The first one first."""
    lines = storage.read(meeting, NAME).get("entries", ())
    return [Correction(**{**line, "answer": Answer(line["answer"])}) for line in lines]


def save_corrections(meeting, log: Iterable[Correction]) -> None:
    """Replace the record."""
    lines = tuple({**asdict(one), "answer": str(one.answer)} for one in log)
    storage.write(meeting, NAME, {"entries": lines})
