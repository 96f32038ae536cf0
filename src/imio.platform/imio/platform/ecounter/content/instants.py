"""Instants as they are kept: in UTC, which the database can store."""

from datetime import datetime
from datetime import UTC
from imio.platform.core.clock import BRUSSELS
from imio.platform.core.clock import now


def present_instant() -> datetime:
    """The present instant, to be kept."""
    return now().astimezone(UTC)


def local(instant: datetime) -> datetime:
    """A kept instant as people in Belgium live it."""
    return instant.astimezone(BRUSSELS)
