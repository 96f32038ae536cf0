"""Until when a request is kept (RGPD, article 5, 1, e: limitation of the storage).

The delay runs from the day on which the request was closed, never from the day on
which it was filed: a request that is still being treated is not touched.
"""

from dataclasses import dataclass
from datetime import date
from datetime import timedelta
from imio.platform.ecounter.rules.steps import FINAL_PHASES

#: What happens at the end of the delay.
DELETE, ANONYMISE = "delete", "anonymise"


@dataclass(frozen=True)
class Delays:
    """Days during which a procedure keeps its requests and its drafts."""

    closed_days: int
    draft_days: int


@dataclass(frozen=True)
class Kept:
    """What the rule looks at of a request.

    :param phase: its state.
    :param last_touched: the day a draft was last written in.
    :param closed_on: the day it was closed, if it is.
    :param is_held: a dispute or an inquiry forbids to erase it.
    :param next_appointment: the day of an appointment that it led to, if any.
    :param is_anonymous: nothing personal is left in it.
    """

    phase: str
    last_touched: date
    closed_on: date | None = None
    is_held: bool = False
    next_appointment: date | None = None
    is_anonymous: bool = False


def fate(kept: Kept) -> str:
    """What the end of the delay does: drafts go, requests lose their persons."""
    return DELETE if kept.phase == "draft" else ANONYMISE


def due_on(kept: Kept, delays: Delays) -> date | None:
    """The day from which nothing personal may be kept; ``None`` while it has none."""
    if kept.is_anonymous:
        return None
    if kept.phase == "draft":
        return kept.last_touched + timedelta(days=delays.draft_days)
    if kept.phase not in FINAL_PHASES or kept.closed_on is None:
        return None
    return kept.closed_on + timedelta(days=delays.closed_days)


def is_due(kept: Kept, delays: Delays, today: date) -> bool:
    """Whether it must be erased today: due, not held and without appointment ahead."""
    due = due_on(kept, delays)
    if due is None or due > today or kept.is_held:
        return False
    return kept.next_appointment is None or kept.next_appointment < today
