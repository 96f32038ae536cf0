"""The follow-up of the acts that go to the supervision, one record a point.

Kept on the body: its list is read without a search. An act is sent before the minutes
are approved, hence by its point and not by its number.
"""

from BTrees.OOBTree import OOBTree
from dataclasses import asdict
from imio.platform.deliberation.records import storage
from imio.platform.deliberation.rules.supervision import Supervision
from persistent.mapping import PersistentMapping
from zope.annotation.interfaces import IAnnotations

NAME = f"{storage.PREFIX}.supervisions"


def supervisions(body) -> dict[str, Supervision]:
    """By UID of the point."""
    return {uid: Supervision(**line) for uid, line in _lines(body).items()}


def supervision(body, item_uid: str) -> Supervision | None:
    """The follow-up of one point, or ``None``."""
    line = _lines(body).get(item_uid)
    return Supervision(**line) if line is not None else None


def save_supervision(body, item_uid: str, value: Supervision | None) -> None:
    """Replace the follow-up of a point; ``None`` takes it out."""
    annotations = IAnnotations(body)
    if NAME not in annotations:
        annotations[NAME] = OOBTree()
    if value is None:
        annotations[NAME].pop(item_uid, None)
    else:
        annotations[NAME][item_uid] = PersistentMapping(asdict(value))


def _lines(body):
    return IAnnotations(body).get(NAME, OOBTree())
