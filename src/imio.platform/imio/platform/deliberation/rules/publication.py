"""Regulations made public and binding (CDLD L1133-1 and L1133-2, since 1 July 2025)."""

from dataclasses import dataclass
from datetime import date
from datetime import datetime
from datetime import timedelta
from hashlib import sha256

#: A regulation binds on the fifth day after its publication (CDLD L1133-2).
DAYS_UNTIL_BINDING = 5


def binding_on(published: date, chosen: date | None = None) -> date:
    """The day a regulation enters into force.

    :param published: the day it was put online, in Belgium.
    :param chosen: the day that the regulation itself sets, if it does; never one
        before its publication.
    """
    if chosen is not None:
        return max(chosen, published)
    return published + timedelta(days=DAYS_UNTIL_BINDING)


@dataclass(frozen=True)
class Version:
    """A file as it was published: never changed, kept when another follows.

    :param number: 1 for the first.
    :param published_at: the instant, aware, as ISO text.
    :param sha256: fingerprint of its bytes, in hexadecimal.
    :param reason: why it replaced the one before; empty for the first.
    """

    number: int
    filename: str
    size: int
    sha256: str
    published_at: str
    binding: str
    reason: str = ""

    @property
    def published(self) -> datetime:
        return datetime.fromisoformat(self.published_at)

    @property
    def binding_day(self) -> date:
        return date.fromisoformat(self.binding)


def next_version(
    former: tuple[Version, ...],
    filename: str,
    data: bytes,
    moment: datetime,
    chosen: date | None = None,
    reason: str = "",
) -> Version:
    """The version that a file published at ``moment`` makes.

    :param former: the versions before it, the first one first.
    """
    return Version(
        number=len(former) + 1,
        filename=filename,
        size=len(data),
        sha256=sha256(data).hexdigest(),
        published_at=moment.isoformat(timespec="seconds"),
        binding=binding_on(moment.date(), chosen).isoformat(),
        reason=reason,
    )


def is_intact(version: Version, data: bytes) -> bool:
    """Whether the bytes are those that were published."""
    return sha256(data).hexdigest() == version.sha256
