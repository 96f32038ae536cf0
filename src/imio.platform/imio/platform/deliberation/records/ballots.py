"""The votes of a meeting: totals by point, with the quorum they were held under.

Totals only: nothing in the record could tell who voted what.
"""

from dataclasses import asdict
from dataclasses import dataclass
from imio.platform.deliberation.records import storage
from imio.platform.deliberation.rules.ballot import Method
from imio.platform.deliberation.rules.ballot import Tally

NAME = "ballots"


@dataclass(frozen=True)
class Ballot:
    """One vote on one point.

    :param entitled: members who could vote, when it was held.
    :param in_function: members in function, when it was held.
    """

    method: Method
    tally: Tally
    entitled: int
    in_function: int


def ballots(meeting, item_uid: str) -> list[Ballot]:
    """The votes on a point, first round first."""
    return [_ballot(line) for line in storage.read(meeting, NAME).get(item_uid, ())]


def last_ballot(meeting, item_uid: str) -> Ballot | None:
    """The vote that counts: the last round."""
    rounds = ballots(meeting, item_uid)
    return rounds[-1] if rounds else None


def save_ballot(meeting, item_uid: str, ballot: Ballot | None) -> None:
    """Record the vote on a point; ``None`` takes it back."""
    record = storage.read(meeting, NAME)
    if ballot is None:
        record.pop(item_uid, None)
    else:
        line = {**asdict(ballot), "method": str(ballot.method)}
        record[item_uid] = (line,)
    storage.write(meeting, NAME, record)


def _ballot(line: dict) -> Ballot:
    return Ballot(
        method=Method(line["method"]),
        tally=Tally(**line["tally"]),
        entitled=line["entitled"],
        in_function=line["in_function"],
    )
