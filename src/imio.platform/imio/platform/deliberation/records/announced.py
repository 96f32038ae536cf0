"""Who said beforehand to come or not: a record beside the attendance, never instead."""

from dataclasses import asdict
from dataclasses import dataclass
from imio.platform.deliberation.records import storage
from imio.platform.deliberation.rules.presence import Status

NAME = "announced"


@dataclass(frozen=True)
class Answer:
    """A member's answer to the convocation.

    :param said_at: instant as ISO text.
    """

    status: Status
    remark: str = ""
    said_at: str = ""


def answers(meeting) -> dict[str, Answer]:
    """Answers by UID of the member's mandate."""
    return {
        member: Answer(**{**line, "status": Status(line["status"])})
        for member, line in storage.read(meeting, NAME).items()
    }


def save_answer(meeting, member: str, answer: Answer) -> None:
    """Replace a member's answer."""
    line = {**asdict(answer), "status": str(answer.status)}
    storage.write(meeting, NAME, {**storage.read(meeting, NAME), member: line})
