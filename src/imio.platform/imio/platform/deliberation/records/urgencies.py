"""Points put on the agenda in session, and who declared their urgency."""

from dataclasses import asdict
from dataclasses import dataclass
from imio.platform.deliberation.records import storage

NAME = "urgencies"


@dataclass(frozen=True)
class Urgency:
    """An urgency declared.

    :param in_favour: mandates of those who declared it, by precedence.
    :param present: members present then.
    """

    in_favour: tuple[str, ...]
    present: int


def urgency(meeting, item_uid: str) -> Urgency | None:
    """The urgency declared for a point, or ``None``."""
    line = storage.read(meeting, NAME).get(item_uid)
    return Urgency(**line) if line else None


def save_urgency(meeting, item_uid: str, value: Urgency | None) -> None:
    """Record who declared the urgency of a point; ``None`` forgets it."""
    record = storage.read(meeting, NAME)
    if value is None:
        record.pop(item_uid, None)
    else:
        record[item_uid] = asdict(value)
    storage.write(meeting, NAME, record)
