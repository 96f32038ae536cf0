"""A point that was not on the agenda (CDLD L1122-24).

It may be discussed only when two thirds of the members present declare the
urgency; their names are in the minutes.
"""

from collections.abc import Mapping
from collections.abc import Sequence
from imio.platform.deliberation.rules.movements_wording import enumeration
from imio.platform.deliberation.rules.violations import RuleViolation


def needed_for_urgency(present: int) -> int:
    """Two thirds of the members present, rounded up."""
    return -(-2 * present // 3)


def check_urgency(present: Sequence[str], in_favour: Sequence[str]) -> None:
    """Whether the urgency is declared.

    :param present: members in the room.
    :param in_favour: those who declare the urgency.
    :raises RuleViolation: somebody who is not there, or fewer than two thirds.
    """
    if set(in_favour) - set(present):
        raise RuleViolation("urgency_by_absent", "in_favour")
    needed = needed_for_urgency(len(present))
    if not present or len(set(in_favour)) < needed:
        raise RuleViolation(
            "urgency_not_reached",
            "in_favour",
            given=len(set(in_favour)),
            present=len(present),
            needed=max(needed, 1),
        )


def urgency_sentence(
    in_favour: Sequence[str], present: int, names: Mapping[str, str]
) -> str:
    """The urgency as minutes tell it, with the names that the law asks for."""
    who = enumeration([names.get(member, "") for member in in_favour])
    return (
        f"L'urgence est déclarée par {len(in_favour)} des {present} membres présents : "
        f"{who} (CDLD, art. L1122-24)."
    )
