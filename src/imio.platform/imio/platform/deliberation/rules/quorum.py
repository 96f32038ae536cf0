"""Quorum (CDLD L1122-17, L1123-22): more than half of the members in function.

After two meetings without quorum, the points put a third time are decided
whatever the number present.
"""

from collections.abc import Collection
from dataclasses import dataclass

#: The convocation that lifts the quorum; not the second one.
LIFTING_RANK = 3


@dataclass(frozen=True)
class Quorum:
    """How many are there against how many are needed.

    :param in_function: members in function of the body.
    :param present: members who sit and count at this point.
    :param rank: rank of the convocation, 1 to 3.
    """

    in_function: int
    present: int
    rank: int = 1

    @property
    def needed(self) -> int:
        return 0 if self.rank >= LIFTING_RANK else majority_of(self.in_function)

    @property
    def is_reached(self) -> bool:
        return self.present > 0 and self.present >= self.needed

    @property
    def missing(self) -> int:
        return max(self.needed - self.present, 0)


def majority_of(number: int) -> int:
    """The smallest whole number over half of ``number``."""
    return number // 2 + 1


def may_be_added(uid: str, rank: int, earlier_points: Collection[str]) -> bool:
    """Whether a point may join a meeting's agenda.

    The third convocation decides without quorum, hence only on the points that
    the two meetings before it could not decide.
    """
    return rank < LIFTING_RANK or uid in earlier_points
