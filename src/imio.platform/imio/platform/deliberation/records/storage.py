"""Records of a meeting: each is one persistent object of its own.

Saving the attendance never conflicts with moving a point, and reading never
writes.
"""

from persistent.mapping import PersistentMapping
from zope.annotation.interfaces import IAnnotations

PREFIX = "imio.platform.deliberation"


def read(meeting, name: str) -> dict:
    """What the record holds, empty when there is none."""
    return dict(IAnnotations(meeting).get(f"{PREFIX}.{name}", {}))


def write(meeting, name: str, values: dict) -> None:
    """Replace what the record holds; nothing is written when nothing changed."""
    annotations = IAnnotations(meeting)
    key = f"{PREFIX}.{name}"
    if key not in annotations:
        annotations[key] = PersistentMapping(values)
    elif dict(annotations[key]) != values:
        annotations[key].data = dict(values)
        annotations[key]._p_changed = True
