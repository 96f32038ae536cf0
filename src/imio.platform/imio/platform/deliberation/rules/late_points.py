"""Points that join a meeting once it is convoked (CDLD L1122-13, L1122-24).

Three roads lead there: the right of a councillor, whose point was handed in five
clear days before with a note and, for a decision, a draft; the urgency that two
thirds of the members present declare; and a point that the administration adds,
which owes the members the same delay as the convocation itself.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from imio.platform.deliberation.rules.deadlines import Deadlines
from imio.platform.deliberation.rules.presets import BodyPreset
from imio.platform.deliberation.rules.presets import Confidence

#: Origin of a point that uses the right of L1122-24.
COUNCILLOR = "councillor"


class LateKind(StrEnum):
    """By which road a point joined a convoked meeting."""

    COUNCILLOR = "councillor"
    URGENT = "urgent"
    ADMINISTRATIVE = "administrative"


class Lack(StrEnum):
    """What a councillor's point lacks."""

    AUTHOR = "author"
    OUTSIDE_COLLEGE = "outside_college"
    NOTE = "note"
    DRAFT = "draft"
    TIME = "time"


@dataclass(frozen=True)
class CouncillorPoint:
    """A point proposed by a member of the council.

    :param has_author: whether it says which member proposes it.
    :param in_college: whether that member sits in the college too.
    :param decides: whether the point asks for a decision.
    :param handed_in: day on which the burgomaster received it.
    """

    has_author: bool
    in_college: bool
    has_note: bool
    decides: bool
    has_draft: bool
    handed_in: date


def lack_of(point: CouncillorPoint, last_day: date | None) -> Lack | None:
    """What keeps a councillor's point off the agenda (L1122-24), or ``None``.

    :param last_day: last day to hand it in; ``None`` while the meeting is not
        convoked, because nothing is added to an agenda that is still being made.
    """
    if not point.has_author:
        return Lack.AUTHOR
    if point.in_college:
        return Lack.OUTSIDE_COLLEGE
    if not point.has_note:
        return Lack.NOTE
    if point.decides and not point.has_draft:
        return Lack.DRAFT
    if last_day is not None and point.handed_in > last_day:
        return Lack.TIME
    return None


def knows_councillors_right(rules: BodyPreset) -> bool:
    """Whether the body's members may add a point by themselves."""
    return rules.delays.councillor_point is not None


def kind_of(origin: str, is_urgent: bool, rules: BodyPreset) -> LateKind:
    """By which road a point would join a convoked meeting."""
    if is_urgent:
        return LateKind.URGENT
    if origin == COUNCILLOR and knows_councillors_right(rules):
        return LateKind.COUNCILLOR
    return LateKind.ADMINISTRATIVE


def wants_reason(day: date, limits: Deadlines, rules: BodyPreset) -> bool:
    """Whether a point added by the administration on ``day`` must say why.

    A delay that is an established custom of the body, such as the college's, asks
    for nothing; one of the law, or one whose source is still to be checked, does.
    """
    if day <= limits.last_sending:
        return False
    return rules.delays.binding or rules.confidence is not Confidence.CONFIRMED
