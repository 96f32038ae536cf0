"""What one answer is about: the place of the bodies, read once."""

from collections.abc import Callable
from collections.abc import Iterator
from datetime import datetime
from functools import cached_property
from functools import partial
from imio.platform.core.clock import BRUSSELS
from imio.platform.deliberation.content.meeting import storable
from imio.platform.deliberation.records.exposure import exposure
from imio.platform.deliberation.records.exposure import exposures
from imio.platform.deliberation.rules.oparl import address
from imio.platform.deliberation.rules.oparl import Entry
from imio.platform.deliberation.workflow import public_record
from imio.platform.deliberation.workflow.lookup import find_item
from imio.platform.deliberation.workflow.lookup import meeting_of

#: Key of the one body, the commune, and of its location.
COMMUNE = "commune"
#: What makes the properties of the thing with a uid.
Content = Callable[["Scope", str], dict | None]


class Scope:
    """The public meetings and points below ``/deliberations``."""

    def __init__(self, root):
        self.root = root
        self.base = f"{root.absolute_url()}/oparl"
        self._points: dict[str, list] = {}

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

    def points_of(self, meeting) -> list:
        """The points of a meeting's public agenda, read once."""
        uid = meeting.UID()
        if uid not in self._points:
            self._points[uid] = public_record.public_points(meeting)
        return self._points[uid]

    def point(self, uid: str, readable: bool = False):
        """A public point with its place among the others; ``None`` where it is none.

        :param readable: its texts must be public too.
        """
        item = find_item(uid)
        meeting = meeting_of(item) if item is not None else None
        if meeting is None:
            return None
        for rank, point in enumerate(self.points_of(meeting)):
            if point.line.uid == uid:
                wanted = point.is_readable or not readable
                return (point, rank) if wanted else None
        return None

    def instants(self, memory: str, context) -> tuple[datetime, datetime]:
        """Since when a thing is public, and its last public change.

        :param memory: kind under which the memory of what is public knows it.
        """
        known = exposure(self.root, memory, context.UID())
        if known is None:
            return created(context), modified(context)
        return known.created, known.modified

    def remembered(self, kind: str, memory: str, content: Content) -> Iterator[Entry]:
        """The entries of what is or was public, from memory: nothing is woken.

        :param content: makes the properties of the thing with a uid, or gives
            ``None`` where it is public no more.
        """
        for uid, known in exposures(self.root, memory):
            made = None if known.hidden else partial(content, self, uid)
            yield Entry(kind, uid, known.created, known.modified, made)

    def tombstones(self, kind: str, memory: str) -> Iterator[Entry]:
        """What is public no more, of the kinds that are read one by one."""
        for uid, known in exposures(self.root, memory):
            if known.hidden:
                yield Entry(kind, uid, known.created, known.modified, None)

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
