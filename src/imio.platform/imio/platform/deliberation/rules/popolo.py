"""Votes in the Popolo vocabulary (https://www.popoloproject.com/specs/): motions,
vote events, counts, and who voted what where the public may know."""

from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from imio.platform.deliberation.rules.ballot import Method
from imio.platform.deliberation.rules.ballot import Tally
from imio.platform.deliberation.rules.ballot import Vote
from typing import Any

#: A majority of the votes cast (CDLD L1122-26).
REQUIREMENT = "absolute majority of the votes cast"
RESULTS = {
    "adopted": "pass",
    "adopted_amended": "pass",
    "refused": "fail",
}


@dataclass(frozen=True)
class Voter:
    """Who votes, as everybody may know him."""

    id: str
    name: str


@dataclass(frozen=True)
class VoteHeld:
    """One vote on a motion.

    :param result: ``"pass"`` or ``"fail"``, empty where it concludes nothing.
    :param votes: who said what; empty in a secret ballot and where the body does not
        sit in public.
    :param candidates: voices by name, where candidates were put to the vote.
    """

    method: Method
    tally: Tally
    result: str
    votes: Sequence[tuple[Voter, Vote]] = ()
    label: str = ""
    candidates: Sequence[tuple[str, int]] = ()


@dataclass(frozen=True)
class MotionHeld:
    """A decision with the votes that led to it."""

    id: str
    title: str
    text: str
    url: str
    classification: str
    outcome: str
    held_at: datetime
    votes: Sequence[VoteHeld]


def motion(one: MotionHeld, organization: Mapping[str, str]) -> dict[str, Any]:
    """A motion, with its vote events."""
    return _said(
        {
            "id": one.id,
            "organization": dict(organization),
            "text": one.text,
            "title": one.title,
            "classification": one.classification,
            "date": one.held_at.isoformat(timespec="seconds"),
            "requirement": REQUIREMENT if one.votes else "",
            "result": RESULTS.get(one.outcome, ""),
            "sources": [{"url": one.url}],
            "vote_events": [
                vote_event(vote, f"{one.id}-{number}", one)
                for number, vote in enumerate(one.votes, 1)
            ],
        }
    )


def vote_event(vote: VoteHeld, id: str, one: MotionHeld) -> dict[str, Any]:
    """A vote event: its counts, and its votes where they are public."""
    if vote.method is Method.SECRET and vote.votes:
        raise ValueError("a secret ballot names nobody")
    return _said(
        {
            "id": id,
            "identifier": vote.label,
            "motion_id": one.id,
            "classification": str(vote.method),
            "start_date": one.held_at.isoformat(timespec="seconds"),
            "result": vote.result,
            "counts": [
                {"option": option, "value": value} for option, value in _counts(vote)
            ],
            "votes": [
                {
                    "voter_id": voter.id,
                    "voter": {"id": voter.id, "name": voter.name},
                    "option": str(said),
                }
                for voter, said in vote.votes
            ],
        }
    )


def _counts(vote: VoteHeld) -> list[tuple[str, int]]:
    tally = vote.tally
    blank = [("blank", tally.blank)] if tally.blank else []
    if vote.candidates:
        return [*vote.candidates, *blank]
    said = [("yes", tally.yes), ("no", tally.no), ("abstain", tally.abstain)]
    return [*said, *blank]


def _said(values: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value not in ("", [])}
