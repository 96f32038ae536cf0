"""The council leaves the public sitting (CDLD L1122-20, -21).

Two thirds of the members present may close it for public order and because of grave
drawbacks; as soon as a question of persons is raised the chair closes it at once.
"""

from dataclasses import dataclass
from enum import StrEnum
from imio.platform.deliberation.rules.urgency import needed_for_urgency
from imio.platform.deliberation.rules.violations import RuleViolation


class Ground(StrEnum):
    """Why the public leaves."""

    ORDER = "order"
    PERSONS = "persons"


@dataclass(frozen=True)
class ClosedDoors:
    """A sitting closed at a point.

    :param in_favour: members present who wanted it; 0 where the chair closes it.
    :param present: members present then.
    """

    ground: Ground
    in_favour: int = 0
    present: int = 0


def check_closing(closing: ClosedDoors) -> None:
    """Whether the sitting may be closed.

    :raises RuleViolation: more voices than members, or fewer than two thirds.
    """
    if closing.ground is Ground.PERSONS:
        return
    if closing.in_favour > closing.present:
        raise RuleViolation(
            "too_many_votes",
            "doors_in_favour",
            total=closing.in_favour,
            maximum=closing.present,
        )
    needed = needed_for_urgency(closing.present)
    if not closing.present or closing.in_favour < needed:
        raise RuleViolation(
            "doors_not_closed",
            "doors_in_favour",
            given=closing.in_favour,
            present=closing.present,
            needed=max(needed, 1),
        )


def closing_sentence(closing: ClosedDoors) -> str:
    """The closing as minutes tell it."""
    if closing.ground is Ground.PERSONS:
        return (
            "S'agissant d'une question de personnes, la présidence prononce le huis clos "
            "(CDLD, art. L1122-21)."
        )
    return (
        f"Par {closing.in_favour} voix sur {closing.present} membres présents, l'assemblée "
        "prononce le huis clos dans l'intérêt de l'ordre public et en raison "
        "d'inconvénients graves (CDLD, art. L1122-20)."
    )
