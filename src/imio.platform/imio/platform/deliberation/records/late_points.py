"""How points joined a convoked meeting, and who asks for an urgency."""

from collections.abc import Mapping
from dataclasses import asdict
from dataclasses import dataclass
from imio.platform.deliberation.records import storage

NAME = "late_points"


@dataclass(frozen=True)
class LatePoint:
    """A point added once the meeting was convoked.

    :param kind: a ``LateKind``; ``urgent`` before the sitting is an urgency to ask.
    :param reason: why it comes so late, where the law wants it said.
    :param who: user id of who added it.
    :param when: instant as ISO text.
    """

    kind: str
    reason: str = ""
    who: str = ""
    when: str = ""


def late_points(meeting) -> Mapping[str, LatePoint]:
    """By UID of the point."""
    record = storage.read(meeting, NAME)
    return {uid: LatePoint(**line) for uid, line in record.items()}


def save_late_point(meeting, item_uid: str, value: LatePoint | None) -> None:
    """Note how a point joined; ``None`` forgets it."""
    record = storage.read(meeting, NAME)
    if value is None:
        record.pop(item_uid, None)
    else:
        record[item_uid] = asdict(value)
    storage.write(meeting, NAME, record)
