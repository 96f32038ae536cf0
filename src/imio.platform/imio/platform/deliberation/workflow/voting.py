"""Recording votes: who may vote, what it concludes, which outcome it proposes."""

from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field
from dataclasses import replace
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
from imio.platform.deliberation.rules.articles import article_words
from imio.platform.deliberation.rules.articles import ArticleVote
from imio.platform.deliberation.rules.articles import check_article
from imio.platform.deliberation.rules.ballot import all_in_favour
from imio.platform.deliberation.rules.ballot import count
from imio.platform.deliberation.rules.ballot import Method
from imio.platform.deliberation.rules.ballot import tally
from imio.platform.deliberation.rules.ballot import Vote
from imio.platform.deliberation.rules.calling import calling_order
from imio.platform.deliberation.rules.casting import called_sentence
from imio.platform.deliberation.rules.casting import settle
from imio.platform.deliberation.rules.casting import TieFacts
from imio.platform.deliberation.rules.election import checked
from imio.platform.deliberation.rules.election import elected
from imio.platform.deliberation.rules.election import Election
from imio.platform.deliberation.rules.election import standing
from imio.platform.deliberation.rules.election import Step
from imio.platform.deliberation.rules.election import tally_of
from imio.platform.deliberation.rules.election_wording import election_sentence
from imio.platform.deliberation.rules.majority import conclude
from imio.platform.deliberation.rules.majority import Conclusion
from imio.platform.deliberation.rules.majority import Result
from imio.platform.deliberation.rules.rounds import asked
from imio.platform.deliberation.rules.rounds import may_follow
from imio.platform.deliberation.rules.rounds import voices_left
from imio.platform.deliberation.rules.secrecy import reveals_somebody
from imio.platform.deliberation.rules.violations import RuleViolation
from imio.platform.deliberation.rules.wording import rounds_sentence
from imio.platform.deliberation.rules.wording import vote_sentence
from imio.platform.deliberation.workflow.categories import require_secret_ballot
from imio.platform.deliberation.workflow.item_guards import quorum_verdict
from imio.platform.deliberation.workflow.lookup import meeting_of
from imio.platform.i18n import _
from plone import api


@dataclass(frozen=True)
class BallotGiven:
    """A vote as typed, still to be checked.

    :param exceptions: of a public vote, who did not say yes; ``None`` for who does
        not vote.
    :param figures: of a secret ballot, the totals; between candidates, the blank
        papers alone.
    :param otherwise: what who is no exception said.
    :param election: the round, where candidates are put to the vote.
    :param article: what is parted from the whole of a budget or of accounts.
    :param acknowledged: the secretary was told that the totals betray somebody.
    """

    method: Method
    exceptions: Mapping[str, Vote | None] = field(default_factory=dict)
    figures: Mapping[str, int] = field(default_factory=dict)
    label: str = ""
    is_linked: bool = False
    tie: TieFacts = TieFacts()
    otherwise: Vote | None = Vote.YES
    election: Election | None = None
    article: ArticleVote | None = None
    acknowledged: bool = False


def record_ballot(item, given: BallotGiven, next_round: bool = False) -> Ballot:
    """Record a vote on a point.

    :param next_round: keep the votes before; else the last one is corrected.
    :raises DeliberationError: nothing was recorded, for the reason given.
    """
    meeting = votable(item)
    if given.method is Method.PUBLIC:
        require_secret_ballot(item)
    uid = item.UID()
    rounds = ballots(meeting, uid)
    earlier = rounds if next_round or _adds(rounds, given) else rounds[:-1]
    if given.is_linked and not earlier:
        raise DeliberationError(
            _("Une alternative suit un premier vote : enregistrez d'abord celui-ci."),
            "linked",
        )
    try:
        if given.article is not None:
            whole = any(one.article is None for one in rounds)
            check_article(given.article, whole)
        ballot = _checked(meeting, uid, given, earlier)
    except RuleViolation as violation:
        raise worded(violation) from violation
    if not given.acknowledged:
        require_discretion(ballot)
    save_rounds(meeting, uid, [*earlier, ballot])
    return ballot


def _adds(rounds: list[Ballot], given: BallotGiven) -> bool:
    """Whether the vote is another one by its nature: never a correction."""
    if not rounds:
        return False
    last = rounds[-1]
    whole_after_article = last.article is not None and given.article is None
    run_off_after_first = (
        given.election is not None
        and given.election.run_off
        and last.election is not None
        and not last.election.run_off
    )
    return whole_after_article or run_off_after_first


def require_discretion(ballot: Ballot) -> None:
    """Warn before totals that tell how somebody voted are recorded.

    :raises DeliberationError: they do.
    """
    if ballot.method is not Method.SECRET:
        return
    voices = ballot.tally
    if ballot.election is not None:
        each = [one.voices for one in ballot.election.candidates]
        voices = (*each, ballot.tally.blank)
    if reveals_somebody(voices, ballot.entitled):
        raise DeliberationError(
            _(
                "Ces totaux révèlent ce que quelqu'un a voté, or le scrutin est secret "
                "(CDLD, art. L1122-27). Rien n'est enregistré : confirmez, ou effacez "
                "les totaux et actez la décision sans eux."
            ),
            "acknowledged",
        )


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
    """Members to whom a vote is put, in the order they are called."""
    there = presence(meeting).present_at(item_uid, member_uids(meeting))
    chair = officials.chair(meeting)
    called = calling_order(
        there, chair and chair.uid, body_of(meeting).rules().chair_votes_last
    )
    return asked(called, [list(ballot.votes) for ballot in linked_to])


def conclusion_of(meeting, ballot: Ballot) -> Conclusion:
    """What a vote concludes by the body's rules."""
    found = conclude(ballot.tally, tie=body_of(meeting).rules().tie)
    if ballot.election is not None:
        return replace(found, result=_election_result(ballot.election))
    chair = officials.chair(meeting)
    return settle(found, ballot.tie, ballot.votes.get(chair.uid) if chair else None)


def _election_result(election: Election) -> Result:
    if elected(election):
        return Result.ADOPTED
    nobody = standing(election).step is Step.NOBODY
    return Result.NO_VOTE if nobody else Result.RUN_OFF


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
    if ballot.election is not None:
        return election_sentence(ballot.election, ballot.tally.blank)
    names = voter_names(meeting, ballot) if named else {}
    sentence = vote_sentence(ballot.tally, ballot.method, names)
    if named and ballot.tie.called is not None:
        return f"{sentence} ; {called_sentence(ballot.tie.called)}"
    return sentence


def votes_sentence(meeting, item_uid: str, named: bool = True) -> str:
    """Every vote on a point, round by round, as minutes word them."""
    held = ballots(meeting, item_uid)
    parted = any(ballot.article is not None for ballot in held)
    return rounds_sentence(
        [
            (
                put_to_vote(ballot, number, len(held), parted),
                ballot_sentence(meeting, ballot, named),
            )
            for number, ballot in enumerate(held, 1)
        ]
    )


def put_to_vote(ballot: Ballot, number: int, total: int, parted: bool) -> str:
    """What a vote is about, empty where it goes without saying.

    :param parted: whether articles were voted apart from the whole.
    """
    if ballot.article is not None:
        return article_words(ballot.article)
    if ballot.label:
        return ballot.label
    if parted:
        return "Sur l'ensemble"
    if total == 1 or ballot.election is not None:
        return ""
    return "Premier vote" if number == 1 else f"{number}e vote"


def _checked(meeting, uid: str, given: BallotGiven, earlier: list[Ballot]) -> Ballot:
    linked_to = alternatives(earlier) if given.is_linked else []
    if not may_follow([ballot.tally for ballot in linked_to]):
        raise DeliberationError(
            _("Une alternative a déjà recueilli des voix pour : aucune autre ne suit."),
            "linked",
        )
    there = quorum(meeting, uid)
    election = given.election
    called = voters(meeting, uid, linked_to)
    if election is not None:
        votes, entitled = {}, there.present
        blank = given.figures.get("blank", 0)
        election = checked(election, blank, entitled, _finalists(earlier))
        counted = tally_of(election, blank)
    elif given.method is Method.PUBLIC:
        votes = all_in_favour(called, given.exceptions, given.otherwise)
        counted, entitled = count(votes), len(called)
    else:
        votes = {}
        entitled = voices_left(there.present, [one.tally for one in linked_to])
        counted = tally(dict(given.figures), entitled)
    return Ballot(
        method=Method.SECRET if election is not None else given.method,
        tally=counted,
        entitled=entitled,
        in_function=there.in_function,
        votes=votes,
        present=there.present,
        needed=there.needed,
        label=given.label,
        is_linked=given.is_linked,
        tie=given.tie,
        election=election,
        article=given.article,
    )


def _finalists(earlier: list[Ballot]) -> tuple[str, ...]:
    """Who goes to the run-off after the round before, as far as it tells."""
    before = earlier[-1].election if earlier else None
    if before is None:
        return ()
    found = standing(before)
    return found.names if found.step is Step.RUN_OFF else ()


def alternatives(earlier: list[Ballot]) -> list[Ballot]:
    """The chain of alternatives that ends ``earlier``, its first vote included."""
    chain: list[Ballot] = []
    for ballot in reversed(earlier):
        chain.insert(0, ballot)
        if not ballot.is_linked:
            break
    return chain
