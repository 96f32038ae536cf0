"""Recording votes: who may vote, what it concludes, which outcome it proposes."""

from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field
from imio.platform.deliberation.content import officials
from imio.platform.deliberation.content.meeting import body_of
from imio.platform.deliberation.errors import DeliberationError
from imio.platform.deliberation.errors import worded
from imio.platform.deliberation.records.ballots import Ballot
from imio.platform.deliberation.records.ballots import ballots
from imio.platform.deliberation.records.ballots import save_rounds
from imio.platform.deliberation.records.presence import member_uids
from imio.platform.deliberation.records.presence import presence
from imio.platform.deliberation.records.presence import quorum
from imio.platform.deliberation.rules.ballot import all_in_favour
from imio.platform.deliberation.rules.ballot import count
from imio.platform.deliberation.rules.ballot import Method
from imio.platform.deliberation.rules.ballot import tally
from imio.platform.deliberation.rules.ballot import Vote
from imio.platform.deliberation.rules.casting import settle
from imio.platform.deliberation.rules.casting import TieFacts
from imio.platform.deliberation.rules.majority import conclude
from imio.platform.deliberation.rules.majority import Conclusion
from imio.platform.deliberation.rules.rounds import asked
from imio.platform.deliberation.rules.rounds import may_follow
from imio.platform.deliberation.rules.rounds import voices_left
from imio.platform.deliberation.rules.violations import RuleViolation
from imio.platform.deliberation.rules.wording import vote_sentence
from imio.platform.deliberation.workflow.item_guards import quorum_verdict
from imio.platform.deliberation.workflow.lookup import meeting_of
from imio.platform.i18n import _
from plone import api


@dataclass(frozen=True)
class BallotGiven:
    """A vote as typed, still to be checked.

    :param exceptions: of a public vote, who did not say yes; ``None`` for who does
        not vote.
    :param figures: of a secret ballot, the totals.
    :param otherwise: what who is no exception said.
    """

    method: Method
    exceptions: Mapping[str, Vote | None] = field(default_factory=dict)
    figures: Mapping[str, int] = field(default_factory=dict)
    label: str = ""
    is_linked: bool = False
    tie: TieFacts = TieFacts()
    otherwise: Vote | None = Vote.YES


def record_ballot(item, given: BallotGiven, next_round: bool = False) -> Ballot:
    """Record a vote on a point.

    :param next_round: keep the votes before; else the last one is corrected.
    :raises DeliberationError: nothing was recorded, for the reason given.
    """
    meeting = votable(item)
    uid = item.UID()
    rounds = ballots(meeting, uid)
    earlier = rounds if next_round else rounds[:-1]
    if given.is_linked and not earlier:
        raise DeliberationError(
            _("Une alternative suit un premier vote : enregistrez d'abord celui-ci."),
            "linked",
        )
    try:
        ballot = _checked(meeting, uid, given, earlier)
    except RuleViolation as violation:
        raise worded(violation) from violation
    save_rounds(meeting, uid, [*earlier, ballot])
    return ballot


def clear_ballots(item) -> None:
    """Take every vote on a point back."""
    save_rounds(votable(item), item.UID(), ())


def votable(item):
    """The meeting of a point on which votes may be recorded now.

    :raises DeliberationError: they may not, for the reason given.
    """
    meeting = meeting_of(item)
    if meeting is None or api.content.get_state(meeting) not in ("in_session", "held"):
        raise DeliberationError(_("La séance n'est pas ouverte."))
    if api.content.get_state(item) != "frozen":
        raise DeliberationError(
            _("Ce point a déjà une issue : reprenez-la d'abord pour changer le vote.")
        )
    verdict = quorum_verdict(meeting, item.UID())
    if not verdict:
        raise DeliberationError(verdict.reason)
    return meeting


def voters(meeting, item_uid: str, linked_to: list[Ballot] = ()) -> list[str]:
    """Members to whom a vote is put, by precedence."""
    there = presence(meeting).present_at(item_uid, member_uids(meeting))
    return asked(there, [list(ballot.votes) for ballot in linked_to])


def conclusion_of(meeting, ballot: Ballot) -> Conclusion:
    """What a vote concludes by the body's rules."""
    found = conclude(ballot.tally, tie=body_of(meeting).rules().tie)
    chair = officials.chair(meeting)
    return settle(found, ballot.tie, ballot.votes.get(chair.uid) if chair else None)


def voter_names(meeting, ballot: Ballot) -> dict[Vote, list[str]]:
    """Who voted against and who abstained, by precedence (CDLD L1122-28)."""
    members = officials.members_of(meeting)
    return {
        kind: [m.person_name for m in members if ballot.votes.get(m.uid) is kind]
        for kind in (Vote.NO, Vote.ABSTAIN)
    }


def ballot_sentence(meeting, ballot: Ballot, named: bool = True) -> str:
    """The vote as minutes word it.

    :param named: whether the reader is told who was against and who abstained.
    """
    names = voter_names(meeting, ballot) if named else {}
    return vote_sentence(ballot.tally, ballot.method, names)


def _checked(meeting, uid: str, given: BallotGiven, earlier: list[Ballot]) -> Ballot:
    linked_to = alternatives(earlier) if given.is_linked else []
    if not may_follow([ballot.tally for ballot in linked_to]):
        raise DeliberationError(
            _("Une alternative a déjà recueilli des voix pour : aucune autre ne suit."),
            "linked",
        )
    there = quorum(meeting, uid)
    called = voters(meeting, uid, linked_to)
    if given.method is Method.PUBLIC:
        votes = all_in_favour(called, given.exceptions, given.otherwise)
        counted, entitled = count(votes), len(called)
    else:
        votes = {}
        entitled = voices_left(there.present, [one.tally for one in linked_to])
        counted = tally(dict(given.figures), entitled)
    return Ballot(
        method=given.method,
        tally=counted,
        entitled=entitled,
        in_function=there.in_function,
        votes=votes,
        present=there.present,
        needed=there.needed,
        label=given.label,
        is_linked=given.is_linked,
        tie=given.tie,
    )


def alternatives(earlier: list[Ballot]) -> list[Ballot]:
    """The chain of alternatives that ends ``earlier``, its first vote included."""
    chain: list[Ballot] = []
    for ballot in reversed(earlier):
        chain.insert(0, ballot)
        if not ballot.is_linked:
            break
    return chain
