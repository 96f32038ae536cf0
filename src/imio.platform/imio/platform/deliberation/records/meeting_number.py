"""The number that a meeting got when it was convoked, and how its points are named."""

from dataclasses import asdict
from dataclasses import dataclass
from imio.platform.deliberation.records import storage

NAME = "number"


@dataclass(frozen=True)
class MeetingNumber:
    """Given once.

    :param meeting: UID of the meeting it was given to: a copy has none.
    :param number: its rank among the body's meetings convoked for that year.
    :param reference_format: format of the references of its points, as it was then.
    """

    meeting: str
    year: int
    number: int
    reference_format: str


def meeting_number(meeting) -> MeetingNumber | None:
    """The meeting's number; ``None`` before it is convoked."""
    values = storage.read(meeting, NAME)
    found = MeetingNumber(**values) if values else None
    return found if found is not None and found.meeting == meeting.UID() else None


def save_meeting_number(meeting, given: MeetingNumber) -> None:
    storage.write(meeting, NAME, asdict(given))
