"""What is new for a reader: everything that changed since the last visit."""

from dataclasses import dataclass
from dataclasses import replace
from datetime import datetime
from datetime import timedelta

#: Pages read with a shorter pause between them are one visit.
PAUSE = timedelta(minutes=30)
#: A visit is not written down again for each page.
PRECISION = timedelta(minutes=2)


@dataclass(frozen=True)
class Visits:
    """A reader's visits of one meeting's file.

    :param since: what changed after this instant is new during the present visit.
    :param last: when a page of it was last read.
    """

    since: datetime
    last: datetime


def visited(former: Visits | None, now: datetime) -> Visits:
    """The visits once a page has been read at ``now``.

    At the first visit nothing is new yet; what comes while reading is.
    """
    if former is None:
        return Visits(now, now)
    if now - former.last >= PAUSE:
        return Visits(former.last, now)
    if now - former.last < PRECISION:
        return former
    return replace(former, last=now)


def seen_from(former: Visits | None, now: datetime) -> datetime | None:
    """The instant after which a change is new to who reads at ``now``.

    ``None`` before any visit.
    """
    if former is None:
        return None
    return visited(former, now).since


def is_new(changed: datetime, since: datetime | None) -> bool:
    """Whether a change is new to a reader; nothing is, before a first visit."""
    return since is not None and changed > since
