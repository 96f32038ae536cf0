"""What one answer is about: the place of the bodies, read once."""

from datetime import datetime
from functools import cached_property
from imio.platform.core.clock import BRUSSELS
from imio.platform.deliberation.content.meeting import storable
from imio.platform.deliberation.records.exposure import exposure
from imio.platform.deliberation.records.exposure import hidden_ones
from imio.platform.deliberation.rules.oparl import address
from imio.platform.deliberation.rules.oparl import Entry
from imio.platform.deliberation.workflow import public_record

#: Key of the one body, the commune, and of its location.
COMMUNE = "commune"


class Scope:
    """The public meetings and points below ``/deliberations``."""

    def __init__(self, root):
        self.root = root
        self.base = f"{root.absolute_url()}/oparl"

    def url(self, kind: str, key: str = "") -> str:
        """The address of an object, or of the list of its kind."""
        return address(self.base, kind, key)

    @property
    def body_url(self) -> str:
        return self.url("body", COMMUNE)

    @cached_property
    def bodies(self) -> list:
        """The deliberative bodies of which the public sees something."""
        return public_record.public_bodies(self.root)

    @cached_property
    def meetings(self) -> list:
        """The public meetings, body after body."""
        return [
            meeting
            for body in self.bodies
            for meeting in public_record.public_meetings(body)
        ]

    @cached_property
    def points(self) -> dict[str, list]:
        """The points of the public agenda, by the uid of their meeting."""
        return {
            meeting.UID(): public_record.public_points(meeting)
            for meeting in self.meetings
        }

    def instants(self, memory: str, context) -> tuple[datetime, datetime]:
        """Since when a thing is public, and its last public change.

        :param memory: kind under which the memory of what is public knows it.
        """
        known = exposure(self.root, memory, context.UID())
        if known is None:
            return created(context), modified(context)
        return known.created, known.modified

    def tombstones(self, kind: str, memory: str) -> list[Entry]:
        """What is public no more, as deleted objects."""
        return [
            Entry(kind, uid, known.created, known.modified, None)
            for uid, known in hidden_ones(self.root, memory)
        ]

    @property
    def installed(self) -> datetime:
        """Since when the place exists."""
        return created(self.root)


def created(context) -> datetime:
    return context.created().asdatetime().astimezone(BRUSSELS)


def modified(context) -> datetime:
    return context.modified().asdatetime().astimezone(BRUSSELS)


def iso(moment: datetime) -> str:
    """An instant with Brussels' offset."""
    return storable(moment).isoformat(timespec="seconds")
