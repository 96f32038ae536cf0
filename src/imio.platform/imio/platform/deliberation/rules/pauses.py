"""A sitting that is suspended and resumed, as minutes tell it."""

from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import replace
from datetime import datetime
from imio.platform.deliberation.rules.french_dates import hour
from imio.platform.deliberation.rules.violations import RuleViolation


@dataclass(frozen=True)
class Pause:
    """A suspension.

    :param item: point at which the sitting was suspended.
    :param resumed_at: ``None`` while it lasts.
    """

    item: str
    suspended_at: datetime
    resumed_at: datetime | None = None


def is_suspended(pauses: Sequence[Pause]) -> bool:
    """Whether the last suspension still lasts."""
    return bool(pauses) and pauses[-1].resumed_at is None


def suspended(pauses: Sequence[Pause], item: str, now: datetime) -> tuple[Pause, ...]:
    """The pauses once the sitting is suspended.

    :raises RuleViolation: it already is.
    """
    if is_suspended(pauses):
        raise RuleViolation("already_suspended")
    return (*pauses, Pause(item, now))


def resumed(pauses: Sequence[Pause], now: datetime) -> tuple[Pause, ...]:
    """The pauses once the sitting is resumed.

    :raises RuleViolation: it is not suspended.
    """
    if not is_suspended(pauses):
        raise RuleViolation("not_suspended")
    return (*pauses[:-1], replace(pauses[-1], resumed_at=now))


def pause_sentence(pause: Pause) -> str:
    """The suspension as minutes tell it."""
    start = f"La séance est suspendue à {hour(pause.suspended_at.time())}"
    if pause.resumed_at is None:
        return f"{start}."
    return f"{start} et reprise à {hour(pause.resumed_at.time())}."
