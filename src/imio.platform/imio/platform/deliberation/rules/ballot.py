"""The totals of a ballot and what makes them impossible.

A secret ballot is totals only: nothing here, nor in what is stored, tells who
voted what.
"""

from dataclasses import astuple
from dataclasses import dataclass
from dataclasses import fields
from enum import StrEnum
from imio.platform.deliberation.rules.violations import RuleViolation
from typing import Any


class Method(StrEnum):
    PUBLIC = "public"
    SECRET = "secret"


@dataclass(frozen=True)
class Tally:
    """Number of votes of each kind."""

    yes: int = 0
    no: int = 0
    abstain: int = 0

    @property
    def total(self) -> int:
        return sum(astuple(self))


def tally(values: dict[str, Any], entitled: int) -> Tally:
    """A checked tally from what somebody typed.

    :param values: ``yes``, ``no``, ``abstain``.
    :param entitled: members who may vote at this point.
    :raises RuleViolation: a figure that is no whole number, or more votes than
        voters.
    """
    numbers = {}
    for name in (field.name for field in fields(Tally)):
        value = values.get(name, 0)
        if isinstance(value, bool) or not isinstance(value, int) or value < 0:
            raise RuleViolation("not_a_count", name)
        numbers[name] = value
    result = Tally(**numbers)
    if result.total > entitled:
        raise RuleViolation(
            "too_many_votes", "yes", total=result.total, maximum=entitled
        )
    return result
