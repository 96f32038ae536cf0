"""The totals of a ballot and what makes them impossible.

A secret ballot is totals only: nothing here, nor in what is stored, tells who
voted what.
"""

from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import astuple
from dataclasses import dataclass
from dataclasses import fields
from enum import StrEnum
from imio.platform.deliberation.rules.violations import RuleViolation
from typing import Any


class Method(StrEnum):
    PUBLIC = "public"
    SECRET = "secret"


class Vote(StrEnum):
    """What a member says aloud; who says nothing has no vote."""

    YES = "yes"
    NO = "no"
    ABSTAIN = "abstain"


@dataclass(frozen=True)
class Tally:
    """Number of votes of each kind.

    :param blank: blank and void papers of a secret ballot: not votes cast
        (CDLD L1122-26).
    """

    yes: int = 0
    no: int = 0
    abstain: int = 0
    blank: int = 0

    @property
    def total(self) -> int:
        return sum(astuple(self))


def tally(values: dict[str, Any], entitled: int) -> Tally:
    """A checked tally from what somebody typed.

    :param values: ``yes``, ``no``, ``abstain``, ``blank``.
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


def all_in_favour(
    voters: Sequence[str],
    exceptions: Mapping[str, Vote | None],
    otherwise: Vote | None = Vote.YES,
) -> dict[str, Vote]:
    """A public vote as a chair calls it: everybody for, then the exceptions.

    :param voters: members who may vote, in the order they are called.
    :param exceptions: what the others said; ``None`` for who does not vote.
    :param otherwise: what who is no exception said.
    :raises RuleViolation: an exception names somebody who may not vote.
    """
    strangers = set(exceptions) - set(voters)
    if strangers:
        raise RuleViolation("not_a_voter", "votes", member=min(strangers))
    said = {voter: exceptions.get(voter, otherwise) for voter in voters}
    return {voter: vote for voter, vote in said.items() if vote is not None}


def count(votes: Mapping[str, Vote]) -> Tally:
    """The tally of a public vote."""
    said = list(votes.values())
    return Tally(*(said.count(kind) for kind in Vote))
