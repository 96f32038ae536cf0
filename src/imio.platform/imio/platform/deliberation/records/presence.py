"""The attendance of a meeting, members by UID of their mandate."""

from collections.abc import Mapping
from imio.platform.deliberation.content.officials import members_of
from imio.platform.deliberation.records import storage
from imio.platform.deliberation.rules.presence import Presence
from imio.platform.deliberation.rules.presence import Status
from imio.platform.deliberation.rules.quorum import Quorum

NAME = "presence"


def presence(meeting) -> Presence:
    """Who is there, for the meeting and point by point."""
    record = storage.read(meeting, NAME)
    return Presence(
        meeting=_statuses(record.get("meeting", {})),
        items={uid: _statuses(line) for uid, line in record.get("items", {}).items()},
    )


def save_presence(meeting, value: Presence) -> None:
    """Replace the attendance; a point where nothing differs is left out."""
    storage.write(
        meeting,
        NAME,
        {
            "meeting": {
                member: str(status) for member, status in value.meeting.items()
            },
            "items": {
                uid: {member: str(status) for member, status in line.items()}
                for uid, line in value.items.items()
                if line
            },
        },
    )


def member_uids(meeting) -> list[str]:
    """Mandates in function on the meeting's day, by precedence."""
    return [mandate.uid for mandate in members_of(meeting)]


def quorum(meeting, item_uid: str = "") -> Quorum:
    """The quorum at a point, or at the opening."""
    members = member_uids(meeting)
    return Quorum(
        in_function=len(members),
        present=len(presence(meeting).present_at(item_uid, members)),
        rank=int(meeting.convocation_rank or 1),
    )


def _statuses(line: Mapping[str, str]) -> dict[str, Status]:
    return {member: Status(status) for member, status in line.items()}
