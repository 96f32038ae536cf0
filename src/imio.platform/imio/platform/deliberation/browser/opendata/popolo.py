"""@@votes.json: the public decisions of a body with their votes, as Popolo."""

from collections.abc import Iterator
from imio.platform.core import clock
from imio.platform.core.clock import BRUSSELS
from imio.platform.deliberation.content.meeting import meeting_day
from imio.platform.deliberation.content.meeting import meeting_start
from imio.platform.deliberation.content.officials import members_of
from imio.platform.deliberation.content.vocabularies import KINDS
from imio.platform.deliberation.records.ballots import Ballot
from imio.platform.deliberation.rules.ballot import Method
from imio.platform.deliberation.rules.majority import Result
from imio.platform.deliberation.rules.masking import unmarked_text
from imio.platform.deliberation.rules.popolo import motion
from imio.platform.deliberation.rules.popolo import MotionHeld
from imio.platform.deliberation.rules.popolo import VoteHeld
from imio.platform.deliberation.rules.popolo import Voter
from imio.platform.deliberation.workflow.public_record import public_decisions
from imio.platform.deliberation.workflow.public_record import public_meetings
from imio.platform.deliberation.workflow.public_record import PublicPoint
from imio.platform.deliberation.workflow.voting import conclusion_of
from imio.platform.deliberation.workflow.voting import put_to_vote
from Products.Five.browser import BrowserView
from zope.i18n import translate
import json

CONCLUSIONS = {Result.ADOPTED: "pass", Result.REJECTED: "fail"}


class VotesJson(BrowserView):
    """The public copy, whoever asks; a year at a time with ``annee``."""

    def __call__(self) -> str:
        response = self.request.response
        response.setHeader("Content-Type", "application/json; charset=utf-8")
        response.setHeader("Access-Control-Allow-Origin", "*")
        organization = {
            "id": self.context.UID(),
            "name": self.context.title,
            "classification": self.context.rules().title,
        }
        answer = {
            "organization": organization,
            "generated_at": clock.now().isoformat(timespec="seconds"),
            "motions": [
                motion(one, {"id": organization["id"], "name": organization["name"]})
                for one in motions(self.context, self._year())
            ],
        }
        return json.dumps(answer, ensure_ascii=False, indent=1)

    def _year(self) -> int | None:
        asked = str(self.request.form.get("annee", ""))
        return int(asked) if asked.isdecimal() and len(asked) == 4 else None


def motions(body, year: int | None = None) -> Iterator[MotionHeld]:
    """The decisions of the public sittings, the oldest first."""
    for meeting in public_meetings(body):
        if year is not None and meeting_day(meeting).year != year:
            continue
        for point in public_decisions(meeting):
            yield _motion(meeting, point)


def _motion(meeting, point: PublicPoint) -> MotionHeld:
    held = point.ballots
    parted = any(ballot.article is not None for ballot in held)
    return MotionHeld(
        id=point.line.uid,
        title=point.line.title,
        text=unmarked_text(point.text("decision")),
        url=point.url or meeting.absolute_url(),
        classification=translate(KINDS.get(point.item.kind, ""), target_language="fr"),
        outcome=point.line.outcome,
        held_at=meeting_start(meeting).astimezone(BRUSSELS),
        votes=[
            _vote(meeting, point, ballot, put_to_vote(ballot, rank, len(held), parted))
            for rank, ballot in enumerate(held, 1)
        ],
    )


def _vote(meeting, point: PublicPoint, ballot: Ballot, label: str) -> VoteHeld:
    named = point.names_voters and ballot.method is Method.PUBLIC
    voters = (
        [
            (Voter(member.person_uid, member.person_name), ballot.votes[member.uid])
            for member in members_of(meeting)
            if member.uid in ballot.votes
        ]
        if named
        else []
    )
    return VoteHeld(
        method=ballot.method,
        tally=ballot.tally,
        result=CONCLUSIONS.get(conclusion_of(meeting, ballot).result, ""),
        votes=voters,
        label=label,
        candidates=[(one.name, one.voices) for one in ballot.election.candidates]
        if ballot.election is not None
        else (),
    )
