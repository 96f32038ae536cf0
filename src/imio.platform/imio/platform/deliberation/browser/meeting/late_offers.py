"""What the agenda page of a convoked meeting tells of each point that waits."""

from dataclasses import dataclass
from imio.platform.deliberation.content.meeting import body_of
from imio.platform.deliberation.rules.late_points import LateKind
from imio.platform.deliberation.workflow.late_points import asks_urgency
from imio.platform.deliberation.workflow.late_points import KINDS
from imio.platform.deliberation.workflow.late_points import late_kind
from imio.platform.deliberation.workflow.late_points import needs_reason
from imio.platform.deliberation.workflow.presenting import accepts

#: Stands for a reason that may still be typed.
ANY_REASON = "…"


@dataclass(frozen=True)
class LateOffer:
    """How a waiting point may join a convoked meeting.

    :param kind: by which road, translatable.
    :param refusal: why it may not, whatever is typed on the page; translatable.
    :param is_asked: whether its urgency is to be asked in session.
    :param may_ask: whether that can be asked now.
    """

    kind: str
    refusal: str
    is_asked: bool
    may_ask: bool


def late_offer(meeting, item) -> LateOffer:
    """The roads of one point."""
    kind = late_kind(meeting, item)
    verdict = accepts(meeting, item, reason=ANY_REASON)
    asked = asks_urgency(meeting, item.UID())
    free = verdict and (kind is LateKind.COUNCILLOR or not needs_reason(meeting))
    votes = body_of(meeting).rules().urgency_by_vote
    return LateOffer(
        kind=KINDS[kind],
        refusal="" if verdict else verdict.reason,
        is_asked=asked,
        may_ask=votes and not asked and not free,
    )
