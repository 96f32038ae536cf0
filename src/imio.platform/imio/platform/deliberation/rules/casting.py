"""A tie in the college (CDLD L1123-22).

The matter is adjourned, unless the college calls a councillor by precedence. The chair's voice decides only when the majority declared
the urgency before the discussion, or when the matter was tied at three sittings.
"""

from dataclasses import dataclass
from dataclasses import replace
from imio.platform.deliberation.rules.ballot import Vote
from imio.platform.deliberation.rules.majority import Conclusion
from imio.platform.deliberation.rules.majority import Result

#: Sittings that end in a tie on one matter, the present one included.
TIED_SITTINGS = 3


@dataclass(frozen=True)
class CalledVote:
    """What a councillor called to part equal voices said.

    :param member: his mandate.
    """

    member: str
    name: str
    vote: Vote


@dataclass(frozen=True)
class TieFacts:
    """What the law looks at when voices are equal.

    :param urgency: the majority declared the urgency before the discussion.
    :param earlier_ties: sittings before this one that were tied on the matter.
    :param called: the councillor called, by precedence, instead of adjourning.
    """

    urgency: bool = False
    earlier_ties: int = 0
    called: CalledVote | None = None

    @property
    def chair_decides(self) -> bool:
        return self.urgency or self.earlier_ties + 1 >= TIED_SITTINGS


def settle(conclusion: Conclusion, facts: TieFacts, chair: Vote | None) -> Conclusion:
    """The result once the chair's voice has counted, where the law lets it.

    :param chair: how the chair voted; ``None`` when unknown, as in a secret ballot.
    """
    if conclusion.result is not Result.TIE_OPEN:
        return conclusion
    decided = {Vote.YES: Result.ADOPTED, Vote.NO: Result.REJECTED}
    if facts.called is not None and facts.called.vote in decided:
        return replace(conclusion, result=decided[facts.called.vote])
    if not facts.chair_decides or chair is None or chair not in decided:
        return conclusion
    return replace(conclusion, result=decided[chair])


def called_sentence(called: CalledVote) -> str:
    """The councillor's voice as minutes tell it."""
    said = {
        Vote.YES: "vote pour",
        Vote.NO: "vote contre",
        Vote.ABSTAIN: "s'abstient",
    }[called.vote]
    return (
        "en raison du partage des voix, le collège appelle d'après l'ordre de préséance "
        f"{called.name}, membre du conseil, qui {said} (CDLD, art. L1123-22)"
    )
