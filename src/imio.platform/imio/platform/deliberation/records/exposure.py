"""What was made public, since when, and what ceased to be: the memory of open data.

One key a thing, on the place of the bodies, so that two transitions at once write
apart. Nothing of what it said is kept: a thing that is public no more leaves its
identity and two instants.
"""

from BTrees.OOBTree import OOBTree
from collections.abc import Iterator
from dataclasses import dataclass
from dataclasses import replace
from datetime import datetime
from zope.annotation.interfaces import IAnnotations

KEY = "imio.platform.deliberation.exposure"


@dataclass(frozen=True)
class Exposure:
    """When a thing was public.

    :param shown: instant at which it first was, as ISO text.
    :param changed: instant of the last change that the public could see.
    :param hidden: whether it is public no more.
    """

    shown: str
    changed: str
    hidden: bool = False

    @property
    def created(self) -> datetime:
        return datetime.fromisoformat(self.shown)

    @property
    def modified(self) -> datetime:
        return datetime.fromisoformat(self.changed)


def exposure(root, kind: str, uid: str) -> Exposure | None:
    """When this thing was public; ``None`` where it never was."""
    return _read(IAnnotations(root).get(KEY, {}).get(f"{kind}:{uid}"))


def exposures(root, kind: str) -> Iterator[tuple[str, Exposure]]:
    """Everything of a kind that is or was public, with its uid."""
    record = IAnnotations(root).get(KEY)
    if record is None:
        return
    start = f"{kind}:"
    for key in record.keys(start, f"{kind};"):
        found = _read(record[key])
        if found is not None:
            yield key.removeprefix(start), found


def note(root, kind: str, uid: str, is_public: bool, moment: datetime) -> None:
    """Record that a thing is public, or no more, at ``moment``."""
    now = moment.isoformat(timespec="seconds")
    known = exposure(root, kind, uid)
    if known is None:
        if is_public:
            _write(root, kind, uid, Exposure(now, now))
    elif is_public or not known.hidden:
        _write(root, kind, uid, replace(known, changed=now, hidden=not is_public))


def bury(root, kind: str, uid: str, shown: datetime, moment: datetime) -> None:
    """Record that a thing that always was public is no more."""
    instants = [one.isoformat(timespec="seconds") for one in (shown, moment)]
    _write(root, kind, uid, Exposure(*instants, hidden=True))


def _write(root, kind: str, uid: str, found: Exposure) -> None:
    annotations = IAnnotations(root)
    if KEY not in annotations:
        annotations[KEY] = OOBTree()
    annotations[KEY][f"{kind}:{uid}"] = (found.shown, found.changed, found.hidden)


def _read(line: tuple | None) -> Exposure | None:
    return Exposure(*line) if line is not None else None
