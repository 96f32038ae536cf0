"""What happens to a sitting itself: suspensions, closed doors, and whose hand wrote."""

from dataclasses import asdict
from dataclasses import dataclass
from datetime import datetime
from imio.platform.deliberation.records import storage
from imio.platform.deliberation.rules.closed_doors import ClosedDoors
from imio.platform.deliberation.rules.closed_doors import Ground
from imio.platform.deliberation.rules.pauses import Pause

PAUSES = "pauses"
DOORS = "doors"
HANDS = "hands"


def pauses(meeting) -> tuple[Pause, ...]:
    """The suspensions, the first one first."""
    return tuple(
        Pause(**line) for line in storage.read(meeting, PAUSES).get("pauses", ())
    )


def save_pauses(meeting, value: tuple[Pause, ...]) -> None:
    lines = tuple(asdict(pause) for pause in value)
    storage.write(meeting, PAUSES, {"pauses": lines})


def closed_doors(meeting, item_uid: str) -> ClosedDoors | None:
    """How the sitting was closed at a point, ``None`` where it was not."""
    line = storage.read(meeting, DOORS).get(item_uid)
    return ClosedDoors(**{**line, "ground": Ground(line["ground"])}) if line else None


def save_closed_doors(meeting, item_uid: str, value: ClosedDoors | None) -> None:
    """Record how the sitting was closed at a point; ``None`` forgets it."""
    record = storage.read(meeting, DOORS)
    if value is None:
        record.pop(item_uid, None)
    else:
        record[item_uid] = {**asdict(value), "ground": str(value.ground)}
    storage.write(meeting, DOORS, record)


@dataclass(frozen=True)
class Hand:
    """Who saved a part of the session page last.

    :param at: when; ``None`` for a vote, whose instant could betray a voter.
    """

    user_id: str
    at: datetime | None = None


def hand(meeting, item_uid: str, part: str) -> Hand | None:
    """Who saved this part of a point last, ``None`` when nobody did."""
    line = storage.read(meeting, HANDS).get(f"{item_uid}:{part}")
    return Hand(**line) if line else None


def save_hand(meeting, item_uid: str, part: str, value: Hand) -> None:
    record = storage.read(meeting, HANDS)
    record[f"{item_uid}:{part}"] = asdict(value)
    storage.write(meeting, HANDS, record)
