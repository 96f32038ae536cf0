"""The votes of a meeting, round by round, with the quorum they were held under.

A public vote keeps who said what. A secret ballot is totals only: nothing in the
record, neither order nor instant, could tell who voted what.
"""

from collections.abc import Iterable
from collections.abc import Mapping
from dataclasses import asdict
from dataclasses import dataclass
from dataclasses import field
from datetime import date
from imio.platform.deliberation.records import storage
from imio.platform.deliberation.rules.articles import ArticleVote
from imio.platform.deliberation.rules.ballot import Method
from imio.platform.deliberation.rules.ballot import Tally
from imio.platform.deliberation.rules.ballot import Vote
from imio.platform.deliberation.rules.casting import CalledVote
from imio.platform.deliberation.rules.casting import TieFacts
from imio.platform.deliberation.rules.election import Candidate
from imio.platform.deliberation.rules.election import Election

NAME = "ballots"


@dataclass(frozen=True)
class Ballot:
    """One vote on one point.

    :param entitled: members who could vote, when it was held.
    :param in_function: members in function, when it was held.
    :param votes: what each member said, by mandate; empty in a secret ballot, and
        where only totals were noted.
    :param present: members who counted for the quorum, when it was held.
    :param needed: quorum needed, when it was held.
    :param label: what was put to the vote, where there are several.
    :param is_linked: an alternative to the votes before it.
    :param election: the round, where candidates were put to the vote.
    :param article: what was parted from the whole of a budget or of accounts.
    """

    method: Method
    tally: Tally
    entitled: int
    in_function: int
    votes: Mapping[str, Vote] = field(default_factory=dict)
    present: int = 0
    needed: int = 0
    label: str = ""
    is_linked: bool = False
    tie: TieFacts = TieFacts()
    election: Election | None = None
    article: ArticleVote | None = None

    def __post_init__(self) -> None:
        if self.method is Method.SECRET and self.votes:
            raise ValueError("a secret ballot names nobody")


def ballots(meeting, item_uid: str) -> list[Ballot]:
    """The votes on a point, first round first."""
    return [_ballot(line) for line in storage.read(meeting, NAME).get(item_uid, ())]


def last_ballot(meeting, item_uid: str) -> Ballot | None:
    """The vote that counts: the last round."""
    rounds = ballots(meeting, item_uid)
    return rounds[-1] if rounds else None


def save_ballot(meeting, item_uid: str, ballot: Ballot | None) -> None:
    """Record the only vote on a point; ``None`` takes every vote back."""
    save_rounds(meeting, item_uid, [ballot] if ballot is not None else ())


def save_rounds(meeting, item_uid: str, rounds: Iterable[Ballot]) -> None:
    """Replace the votes on a point."""
    record = storage.read(meeting, NAME)
    lines = tuple(_line(ballot) for ballot in rounds)
    if lines:
        record[item_uid] = lines
    else:
        record.pop(item_uid, None)
    storage.write(meeting, NAME, record)


def _line(ballot: Ballot) -> dict:
    line = {**asdict(ballot), "method": str(ballot.method)}
    if ballot.tie.called is not None:
        line["tie"]["called"]["vote"] = str(ballot.tie.called.vote)
    if ballot.election is not None:
        for one in line["election"]["candidates"]:
            one["born"] = one["born"] and one["born"].isoformat()
    votes = {member: str(vote) for member, vote in sorted(ballot.votes.items())}
    return {**line, "votes": votes}


def _ballot(line: dict) -> Ballot:
    votes = {member: Vote(vote) for member, vote in line.get("votes", {}).items()}
    return Ballot(
        method=Method(line["method"]),
        tally=Tally(**line["tally"]),
        entitled=line["entitled"],
        in_function=line["in_function"],
        votes=votes,
        present=line.get("present", line["entitled"]),
        needed=line.get("needed", 0),
        label=line.get("label", ""),
        is_linked=line.get("is_linked", False),
        tie=_tie(line.get("tie", {})),
        election=_election(line.get("election")),
        article=ArticleVote(**line["article"]) if line.get("article") else None,
    )


def _tie(line: dict) -> TieFacts:
    called = line.get("called")
    if called:
        called = CalledVote(**{**called, "vote": Vote(called["vote"])})
    return TieFacts(**{**line, "called": called or None})


def _election(line: dict | None) -> Election | None:
    if not line:
        return None
    candidates = tuple(
        Candidate(**{**one, "born": _day(one.get("born"))})
        for one in line["candidates"]
    )
    return Election(**{**line, "candidates": candidates})


def _day(written: str | None) -> date | None:
    return date.fromisoformat(written) if written else None
