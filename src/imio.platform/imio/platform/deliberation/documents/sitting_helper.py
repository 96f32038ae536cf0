"""What the documents on a sitting ask: its votes, its attendance, all its acts."""

from dataclasses import dataclass
from functools import cached_property
from imio.platform.core.organisation import mandates
from imio.platform.deliberation.content import officials
from imio.platform.deliberation.content.meeting import body_of
from imio.platform.deliberation.documents.helper import MeetingHelper
from imio.platform.deliberation.records.agenda import item_uids
from imio.platform.deliberation.records.ballots import Ballot
from imio.platform.deliberation.records.ballots import ballots
from imio.platform.deliberation.records.presence import presence
from imio.platform.deliberation.records.register import act_of
from imio.platform.deliberation.rules.act_wording import closing
from imio.platform.deliberation.rules.act_wording import opening
from imio.platform.deliberation.rules.ballot import Method
from imio.platform.deliberation.rules.ballot import Vote
from imio.platform.deliberation.rules.election import elected
from imio.platform.deliberation.rules.majority import Result
from imio.platform.deliberation.rules.presence import Status
from imio.platform.deliberation.rules.register import becomes_act
from imio.platform.deliberation.workflow.lookup import find_item
from imio.platform.deliberation.workflow.voting import conclusion_of
from imio.platform.deliberation.workflow.voting import put_to_vote
from imio.platform.deliberation.workflow.words import Point

RESULTS = {
    Result.ADOPTED: "adopté",
    Result.REJECTED: "rejeté",
    Result.TIE_OPEN: "partage des voix",
    Result.NO_VOTE: "aucun vote exprimé",
    Result.RUN_OFF: "ballottage",
}
STATUSES = {
    Status.PRESENT: "Présent",
    Status.EXCUSED: "Excusé",
    Status.ABSENT: "Absent",
    Status.NON_ATTENDEE: "Ne participe pas",
}
VOTES = {Vote.YES: "Pour", Vote.NO: "Contre", Vote.ABSTAIN: "Abstention"}


@dataclass(frozen=True)
class VoteLine:
    """One vote on one point.

    :param names: kind of vote and names, of a public vote by member; or each candidate
        with his voices.
    """

    number: str
    title: str
    label: str
    method: str
    yes: str
    no: str
    abstain: str
    blank: str
    entitled: int
    result: str
    names: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class AttendanceLine:
    """A member at the sitting."""

    name: str
    title: str
    group: str
    status: str
    points: str


@dataclass(frozen=True)
class ActText:
    """A decision as its act tells it."""

    reference: str
    point: Point
    opening: str
    closing: str


class SittingHelper(MeetingHelper):
    """A meeting that sat."""

    @cached_property
    def _names(self) -> dict[str, str]:
        return {m.uid: m.person_name for m in officials.members_of(self.meeting)}

    @property
    def votes(self) -> list[VoteLine]:
        """Every vote in the order of the agenda, rounds included."""
        found = []
        for line in self._lines:
            rounds = ballots(self.meeting, line.uid)
            parted = any(ballot.article is not None for ballot in rounds)
            found += [
                self._vote(
                    line, ballot, put_to_vote(ballot, number, len(rounds), parted)
                )
                for number, ballot in enumerate(rounds, 1)
            ]
        return found

    def _vote(self, line, ballot: Ballot, label: str) -> VoteLine:
        secret = ballot.method is Method.SECRET
        between = ballot.election is not None
        tally = ballot.tally
        return VoteLine(
            number=line.number,
            title=line.title,
            label=label,
            method="scrutin secret" if secret else "vote public",
            yes="" if between else str(tally.yes),
            no="" if between else str(tally.no),
            abstain="" if between else str(tally.abstain),
            blank=str(tally.blank),
            entitled=ballot.entitled,
            result=self._result(ballot),
            names=self._candidates(ballot) if between else self._voters(ballot),
        )

    def _result(self, ballot: Ballot) -> str:
        if ballot.election is not None and (name := elected(ballot.election)):
            return f"élu : {name}"
        return RESULTS[conclusion_of(self.meeting, ballot).result]

    def _candidates(self, ballot: Ballot) -> tuple[tuple[str, str], ...]:
        return tuple(
            (one.name, f"{one.voices} voix") for one in ballot.election.candidates
        )

    def _voters(self, ballot: Ballot) -> tuple[tuple[str, str], ...]:
        found = []
        for vote, title in VOTES.items():
            names = [
                name
                for uid, name in self._names.items()
                if ballot.votes.get(uid) is vote
            ]
            if names:
                found.append((title, ", ".join(names)))
        return tuple(found)

    @property
    def attendance(self) -> list[AttendanceLine]:
        """The members by precedence, with the points at which each was there."""
        noted = presence(self.meeting)
        members = officials.members_of(self.meeting)
        uids = [mandate.uid for mandate in members]
        points = item_uids(self.meeting)
        there = [set(noted.present_at(uid, uids)) for uid in points]
        return [
            AttendanceLine(
                name=mandate.person_name,
                title=mandates.title(mandate),
                group=mandate.political_group,
                status=STATUSES.get(noted.meeting.get(mandate.uid), "Non noté"),
                points=f"{sum(mandate.uid in now for now in there)} / {len(points)}",
            )
            for mandate in members
        ]

    @property
    def moves(self) -> list[str]:
        """Comings and goings, each with its point."""
        return [
            f"Point {point.number} : {sentence}"
            for point in self._points
            for sentence in (*point.before, *point.after)
        ]

    @property
    def acts(self) -> list[ActText]:
        """The decisions, in the order of the agenda, closed ones for who sees them."""
        body = body_of(self.meeting)
        shown = {line.uid for line in self._lines}
        found = []
        for point in self._points:
            item = find_item(point.uid)
            if item is None or point.uid not in shown:
                continue
            if not becomes_act(item.kind, item.outcome):
                continue
            act = act_of(body, item)
            found.append(
                ActText(
                    reference=act.reference if act else "",
                    point=point,
                    opening=opening(
                        self.words.body, self.words.preset, point.is_closed
                    ),
                    closing=closing(self.words.body),
                )
            )
        return found
