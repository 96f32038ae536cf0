"""Where the totals of a secret ballot tell how somebody voted.

With one voter the result is his vote; where a few voters all said the same, so does
the result of each. The law asks for the secret (CDLD L1122-27): the secretary is
warned before such totals are recorded.
"""

from dataclasses import astuple
from imio.platform.deliberation.rules.ballot import Tally

#: Voters up to whom an identical vote of all is told apart from an ordinary unanimity.
FEW_VOTERS = 3


def reveals_somebody(voices: Tally | tuple[int, ...], entitled: int) -> bool:
    """Whether the totals tell what one person voted.

    :param voices: papers of each kind.
    :param entitled: members who could vote.
    """
    papers = astuple(voices) if isinstance(voices, Tally) else voices
    total = sum(papers)
    if total == 0:
        return False
    if entitled == 1 or total == 1:
        return True
    return total == entitled <= FEW_VOTERS and max(papers) == total
