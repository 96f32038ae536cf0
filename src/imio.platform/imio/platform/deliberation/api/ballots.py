"""@ballots of a point: its votes round by round, read and written."""

from dataclasses import asdict
from imio.platform.deliberation.api.ballot_parts import article_in
from imio.platform.deliberation.api.ballot_parts import election_in
from imio.platform.deliberation.api.ballot_parts import tie_in
from imio.platform.deliberation.api.bodies import flag
from imio.platform.deliberation.api.bodies import require_fresh
from imio.platform.deliberation.api.bodies import text
from imio.platform.deliberation.api.bodies import WritingService
from imio.platform.deliberation.content import officials
from imio.platform.deliberation.errors import DeliberationError
from imio.platform.deliberation.records.ballots import Ballot
from imio.platform.deliberation.records.ballots import ballots
from imio.platform.deliberation.records.tokens import token
from imio.platform.deliberation.rules.ballot import Method
from imio.platform.deliberation.rules.ballot import Vote
from imio.platform.deliberation.rules.election import elected
from imio.platform.deliberation.rules.election import Election
from imio.platform.deliberation.rules.election import standing
from imio.platform.deliberation.rules.majority import proposed_outcome
from imio.platform.deliberation.rules.rounds import may_follow
from imio.platform.deliberation.workflow.lookup import meeting_of
from imio.platform.deliberation.workflow.voting import alternatives
from imio.platform.deliberation.workflow.voting import ballot_sentence
from imio.platform.deliberation.workflow.voting import BallotGiven
from imio.platform.deliberation.workflow.voting import clear_ballots
from imio.platform.deliberation.workflow.voting import conclusion_of
from imio.platform.deliberation.workflow.voting import record_ballot
from imio.platform.deliberation.workflow.voting import votable
from imio.platform.deliberation.workflow.voting import voters
from imio.platform.i18n import _
from plone.restapi.services import Service

FIGURES = ("yes", "no", "abstain", "blank")


def ballots_answer(item) -> dict:
    """The votes on a point; a secret ballot is totals only."""
    answer = {"@id": f"{item.absolute_url()}/@ballots", "rounds": [], "voters": []}
    meeting = meeting_of(item)
    if meeting is None:
        return {**answer, "token": token([]), "refusal": None, "alternative": None}
    held = ballots(meeting, item.UID())
    names = {m.uid: m.person_name for m in officials.members_of(meeting)}
    return {
        **answer,
        "token": token(held),
        "refusal": _refusal(item),
        "voters": _people(voters(meeting, item.UID()), names),
        "rounds": [_round(meeting, ballot, names) for ballot in held],
        "alternative": _alternative(meeting, item.UID(), held, names),
    }


def _refusal(item) -> str | None:
    """Why no vote can be recorded now."""
    try:
        votable(item)
    except DeliberationError as refusal:
        return refusal.message
    return None


def _people(uids: list[str], names: dict[str, str]) -> list[dict]:
    return [{"uid": uid, "name": names.get(uid, "")} for uid in uids]


def _round(meeting, ballot: Ballot, names: dict[str, str]) -> dict:
    concluded = conclusion_of(meeting, ballot)
    return {
        "method": ballot.method,
        "label": ballot.label,
        "linked": ballot.is_linked,
        **{name: getattr(ballot.tally, name) for name in FIGURES},
        "entitled": ballot.entitled,
        "in_function": ballot.in_function,
        "quorum": {"present": ballot.present, "needed": ballot.needed},
        "votes": [
            {"uid": uid, "name": names.get(uid, ""), "vote": ballot.votes[uid]}
            for uid in sorted(ballot.votes, key=list(names).index)
        ],
        "votes_cast": concluded.votes_cast,
        "majority": concluded.needed,
        "result": concluded.result,
        "proposed_outcome": proposed_outcome(concluded.result) or None,
        "sentence": ballot_sentence(meeting, ballot),
        "article": ballot.article and asdict(ballot.article),
        "election": ballot.election and _election(ballot.election),
    }


def _election(election: Election) -> dict:
    """The round without birth dates: they only part equal voices."""
    found = standing(election)
    return {
        "candidates": [
            {"name": one.name, "voices": one.voices} for one in election.candidates
        ],
        "run_off": election.run_off,
        "step": found.step,
        "names": list(found.names),
        "by_age": found.by_age,
        "elected": elected(election) or None,
        "reason": election.reason,
    }


def _alternative(
    meeting, item_uid: str, held: list[Ballot], names: dict[str, str]
) -> dict | None:
    """Whether an alternative to the last vote may be put, and to whom."""
    chain = alternatives(held)
    if not chain:
        return None
    return {
        "may_follow": may_follow([ballot.tally for ballot in chain]),
        "voters": _people(voters(meeting, item_uid, chain), names),
    }


class BallotsGet(Service):
    def reply(self):
        return ballots_answer(self.context)


class BallotsPost(WritingService):
    """One vote a call: ``{"method": "public", "votes": {mandate: "no"}}`` or
    ``{"method": "secret", "yes": 3, "no": 1}``.

    Or ``{"candidates": [{"name": "Anne Dupont", "voices": 5}], "blank": 1}``.
    ``"all_in_favour": true`` counts for the members not named; ``"next_round"``
    keeps the votes before; ``"linked"`` makes it an alternative to them. ``"token"``
    is wanted as soon as there is a vote.
    """

    def write(self, body: dict):
        require_seen(self.context, body)
        given = ballot_in(self.context, body)
        record_ballot(self.context, given, flag(body, "next_round"))
        return ballots_answer(self.context)


class BallotsDelete(WritingService):
    """Take every vote on the point back: ``{"token": "..."}``."""

    def write(self, body: dict):
        require_seen(self.context, body)
        clear_ballots(self.context)
        return ballots_answer(self.context)


def require_seen(item, body: dict) -> None:
    """Refuse to write over votes that the caller has not read."""
    meeting = meeting_of(item)
    held = ballots(meeting, item.UID()) if meeting is not None else []
    if held or "token" in body:
        require_fresh(text(body, "token"), token(held))


def ballot_in(item, body: dict) -> BallotGiven:
    """The vote that a body asks to record.

    :raises DeliberationError: what it holds is no vote.
    """
    try:
        method = Method(body.get("method", Method.PUBLIC))
    except ValueError as error:
        raise DeliberationError(
            _("Un scrutin est « public » ou « secret »."), "method"
        ) from error
    shared = {
        "label": text(body, "label")[:200],
        "is_linked": flag(body, "linked"),
        "acknowledged": flag(body, "acknowledged"),
        "article": article_in(item, body.get("article")),
    }
    if "candidates" in body:
        blank = {"blank": body.get("blank", 0)}
        election = election_in(body)
        return BallotGiven(Method.SECRET, figures=blank, election=election, **shared)
    if method is Method.SECRET:
        if "votes" in body:
            raise DeliberationError(
                _("Un scrutin secret ne nomme personne : donnez les totaux seulement."),
                "votes",
            )
        figures = {name: body.get(name, 0) for name in FIGURES}
        return BallotGiven(method, figures=figures, **shared)
    if any(name in body for name in FIGURES):
        raise DeliberationError(
            _("Un vote à haute voix se donne membre par membre, sous « votes »."),
            "votes",
        )
    votes = _votes(body.get("votes", {}))
    all_in_favour = flag(body, "all_in_favour")
    if not (votes or all_in_favour):
        raise DeliberationError(
            _("Donnez au moins un vote, ou « all_in_favour » : true."), "votes"
        )
    return BallotGiven(
        method,
        exceptions=votes,
        otherwise=Vote.YES if all_in_favour else None,
        tie=tie_in(item, body.get("tie", {})),
        **shared,
    )


def _votes(given) -> dict[str, Vote]:
    if not isinstance(given, dict):
        raise DeliberationError(
            _("« votes » est un objet JSON : un vote par mandat."), "votes"
        )
    try:
        return {member: Vote(vote) for member, vote in given.items()}
    except ValueError as error:
        raise DeliberationError(
            _("Un vote est « yes », « no » ou « abstain »."), "votes"
        ) from error
