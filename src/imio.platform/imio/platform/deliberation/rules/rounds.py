"""Several votes on one point: rounds, and alternatives linked to one another.

A new round asks everybody again. Linked alternatives share one voice: who spoke
on the first is not asked on the next, and once one is voted for, none follows.
"""

from collections.abc import Sequence
from imio.platform.deliberation.rules.ballot import Tally


def asked(voters: Sequence[str], earlier: Sequence[Sequence[str]]) -> list[str]:
    """Voters to whom the next linked alternative is put.

    :param voters: members who may vote at the point.
    :param earlier: for each alternative before it, who spoke on it.
    """
    spoken = {voter for ballot in earlier for voter in ballot}
    return [voter for voter in voters if voter not in spoken]


def may_follow(earlier: Sequence[Tally]) -> bool:
    """Whether another linked alternative may be put."""
    return not any(tally.yes for tally in earlier)


def voices_left(entitled: int, earlier: Sequence[Tally]) -> int:
    """Voices not spent on the linked alternatives before, names unknown."""
    return max(entitled - sum(tally.total for tally in earlier), 0)
