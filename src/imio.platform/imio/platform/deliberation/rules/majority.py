"""What a vote concludes (CDLD L1122-26): absolute majority of the votes cast.

Abstentions, blank and void papers are not votes cast; a tie rejects.
"""

from dataclasses import dataclass
from enum import StrEnum
from imio.platform.deliberation.rules.ballot import Tally


class MajorityRule(StrEnum):
    ABSOLUTE = "absolute"
    TWO_THIRDS = "two_thirds"


class TieRule(StrEnum):
    """What a tie does: reject (council) or leave open (college, L1123-22)."""

    REJECT = "reject"
    ADJOURN = "adjourn"


class Result(StrEnum):
    ADOPTED = "adopted"
    REJECTED = "rejected"
    TIE_OPEN = "tie_open"
    NO_VOTE = "no_vote"
    #: Between candidates: nobody is elected yet.
    RUN_OFF = "run_off"


@dataclass(frozen=True)
class Conclusion:
    """A vote's result and the figures it rests on."""

    votes_cast: int
    needed: int
    is_tie: bool
    result: Result


def conclude(
    tally: Tally,
    rule: MajorityRule = MajorityRule.ABSOLUTE,
    tie: TieRule = TieRule.REJECT,
) -> Conclusion:
    """The result of a vote by the body's rules."""
    cast = tally.yes + tally.no
    needed = _needed(cast, rule)
    is_tie = cast > 0 and tally.yes == tally.no
    if cast == 0:
        result = Result.NO_VOTE
    elif tally.yes >= needed:
        result = Result.ADOPTED
    elif is_tie and tie is TieRule.ADJOURN:
        result = Result.TIE_OPEN
    else:
        result = Result.REJECTED
    return Conclusion(cast, needed, is_tie, result)


def _needed(cast: int, rule: MajorityRule) -> int:
    if rule is MajorityRule.TWO_THIRDS:
        return -(-2 * cast // 3)
    return cast // 2 + 1


#: The outcome that a result proposes; the secretary confirms it.
PROPOSED = {
    Result.ADOPTED: "adopted",
    Result.REJECTED: "refused",
    Result.TIE_OPEN: "postponed",
    Result.NO_VOTE: "refused",
    Result.RUN_OFF: "",
}


def proposed_outcome(result: Result) -> str:
    """The outcome of a point that a vote calls for, empty when another vote is due."""
    return PROPOSED[result]
