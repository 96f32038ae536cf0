"""What a person keeps for herself: annotations, points read, visits.

It lies on the site, by account, in plain BTrees: not on the points, whose history,
API, copies and exports would carry it. ``mine`` is the only way in for pages; it
opens the present user's own and nobody else's, whatever the roles.
"""

from BTrees.OOBTree import OOBTree
from dataclasses import dataclass
from datetime import datetime
from imio.platform.core import clock
from imio.platform.deliberation.rules.visits import Visits
from plone import api
from zope.annotation.interfaces import IAnnotations

KEY = "imio.platform.deliberation.notebooks"
NOTES = "notes"
READ = "read"
VISITS = "visits"
FEED = "feed"
BUNDLES = "bundles"


@dataclass(frozen=True)
class Note:
    """An annotation on a point, in plain text."""

    item_uid: str
    text: str
    changed: datetime


class Notebook:
    """One account's notebook; nothing is stored before something is kept."""

    def __init__(self, user_id: str):
        self.user_id = user_id

    def notes(self) -> list[Note]:
        """Every annotation, the latest change first."""
        found = [self._note(uid, line) for uid, line in self.part(NOTES).items()]
        return sorted(found, key=lambda note: note.changed, reverse=True)

    def note(self, item_uid: str) -> Note | None:
        line = self.part(NOTES).get(item_uid)
        return self._note(item_uid, line) if line is not None else None

    def keep(self, item_uid: str, text: str) -> None:
        """Keep an annotation; an empty one is erased."""
        if text:
            self.written(NOTES)[item_uid] = (text, clock.now().isoformat())
        elif item_uid in self.part(NOTES):
            del self.written(NOTES)[item_uid]

    def read_at(self) -> dict[str, datetime]:
        """When each point was marked as read."""
        return {
            uid: datetime.fromisoformat(when) for uid, when in self.part(READ).items()
        }

    def mark(self, item_uid: str, is_read: bool) -> None:
        """Mark a point as read now, or as not read."""
        if is_read:
            self.written(READ)[item_uid] = clock.now().isoformat()
        elif item_uid in self.part(READ):
            del self.written(READ)[item_uid]

    def visits(self, meeting_uid: str) -> Visits | None:
        line = self.part(VISITS).get(meeting_uid)
        return Visits(*map(datetime.fromisoformat, line)) if line else None

    def save_visits(self, meeting_uid: str, value: Visits) -> None:
        if value != self.visits(meeting_uid):
            line = (value.since.isoformat(), value.last.isoformat())
            self.written(VISITS)[meeting_uid] = line

    def erase_notes(self) -> None:
        """Nothing of the annotations is left."""
        if self.part(NOTES):
            self.written(NOTES).clear()

    def _note(self, item_uid: str, line) -> Note:
        text, changed = line
        return Note(item_uid, text, datetime.fromisoformat(changed))

    def part(self, name: str):
        """One part of it, to read."""
        return _all().get(self.user_id, {}).get(name, {})

    def written(self, name: str):
        """One part of it, to write in; made when it is not there yet."""
        annotations = IAnnotations(api.portal.get())
        for key in (KEY, self.user_id, name):
            if key not in annotations:
                annotations[key] = OOBTree()
            annotations = annotations[key]
        return annotations


def mine() -> Notebook | None:
    """The present user's notebook; a visitor has none."""
    if api.user.is_anonymous():
        return None
    return Notebook(api.user.get_current().getId())


def drop(user_id: str) -> None:
    """Nothing of a notebook is left."""
    if user_id in _all():
        del _all()[user_id]


def _all():
    return IAnnotations(api.portal.get()).get(KEY, {})
