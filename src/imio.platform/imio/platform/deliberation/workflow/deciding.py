"""Deciding a point: the vote checked, the outcome and the text recorded together."""

from collections.abc import Mapping
from dataclasses import dataclass
from imio.platform.core.interfaces import Verdict
from imio.platform.core.workflow.errors import TransitionRefused
from imio.platform.core.workflow.transitions import perform
from imio.platform.deliberation.content.vocabularies import OUTCOMES
from imio.platform.deliberation.errors import DeliberationError
from imio.platform.deliberation.errors import worded
from imio.platform.deliberation.records.ballots import Ballot
from imio.platform.deliberation.records.ballots import last_ballot
from imio.platform.deliberation.records.ballots import save_ballot
from imio.platform.deliberation.records.presence import quorum
from imio.platform.deliberation.rules.ballot import Method
from imio.platform.deliberation.rules.ballot import tally
from imio.platform.deliberation.rules.majority import Result
from imio.platform.deliberation.rules.violations import RuleViolation
from imio.platform.deliberation.workflow.categories import require_secret_ballot
from imio.platform.deliberation.workflow.item_guards import quorum_verdict
from imio.platform.deliberation.workflow.item_guards import WITHOUT_QUORUM
from imio.platform.deliberation.workflow.lookup import meeting_of
from imio.platform.deliberation.workflow.voting import conclusion_of
from imio.platform.deliberation.workflow.voting import require_discretion
from imio.platform.i18n import _
from plone import api

ADOPTING = ("adopted", "adopted_amended")

#: What to tell when a vote and an adoption contradict each other.
NOT_ADOPTED = {
    Result.REJECTED: _(
        "Le vote ne réunit pas la majorité : le point ne peut pas être adopté "
        "(CDLD, art. L1122-26)."
    ),
    Result.TIE_OPEN: _(
        "Partage des voix : le collège remet le point à une autre séance "
        "(CDLD, art. L1123-22)."
    ),
    Result.RUN_OFF: _(
        "Le scrutin ne désigne encore personne : un second tour départage les deux "
        "premiers, et le plus âgé l'emporte à égalité (CDLD, art. L1122-28)."
    ),
    Result.NO_VOTE: _("Aucun vote n'est exprimé : le point n'est pas adopté."),
}


@dataclass(frozen=True)
class VoteGiven:
    """A vote as typed: figures still to be checked.

    :param acknowledged: who types it was told that the totals betray somebody.
    """

    method: Method
    figures: Mapping[str, int]
    acknowledged: bool = False


def decide(
    item,
    outcome: str,
    vote: VoteGiven | None = None,
    text=None,
    keep_ballots: bool = False,
) -> None:
    """Record what the body decided on a point.

    :param outcome: a key of ``OUTCOMES``.
    :param text: rich text of the decision; ``None`` keeps the text proposed.
    :param keep_ballots: the votes recorded before stand, ``vote`` is left out.
    :raises DeliberationError: nothing was recorded, for the reason given.
    """
    meeting = meeting_of(item)
    if outcome not in OUTCOMES:
        raise DeliberationError(_("Choisissez une issue dans la liste."), "outcome")
    if meeting is None or api.content.get_state(meeting) not in ("in_session", "held"):
        raise DeliberationError(_("La séance n'est pas ouverte."))
    if outcome not in WITHOUT_QUORUM:
        _require(quorum_verdict(meeting, item.UID()))
    held = last_ballot(meeting, item.UID())
    kept = keep_ballots or _is_same(held, vote)
    ballot = held if kept else _ballot(meeting, item, vote)
    _require_secrecy(item, ballot)
    _require_majority(meeting, outcome, ballot)
    # Guards read the outcome; nothing is kept when one refuses.
    former = item.outcome, item.decision
    item.outcome = outcome
    if text is not None and outcome in ADOPTING:
        # Known before the transition: what is sent to another body is this text.
        item.decision = text
    try:
        perform(item, "decide")
    except TransitionRefused as refusal:
        item.outcome, item.decision = former
        raise DeliberationError(refusal.reason) from refusal
    if not kept:
        save_ballot(meeting, item.UID(), ballot)
    if text is not None:
        item.decision = text
        item.reindexObject(idxs=["SearchableText"])


def _ballot(meeting, item, vote: VoteGiven | None) -> Ballot | None:
    if vote is None:
        return None
    there = quorum(meeting, item.UID())
    try:
        counted = tally(dict(vote.figures), there.present)
    except RuleViolation as violation:
        raise worded(violation) from violation
    ballot = Ballot(
        vote.method,
        counted,
        there.present,
        there.in_function,
        present=there.present,
        needed=there.needed,
    )
    if not vote.acknowledged:
        require_discretion(ballot)
    return ballot


def _require_secrecy(item, ballot: Ballot | None) -> None:
    if ballot is not None and ballot.method is not Method.SECRET:
        require_secret_ballot(item)


def _require_majority(meeting, outcome: str, ballot: Ballot | None) -> None:
    if ballot is None or outcome not in ADOPTING:
        return
    if ballot.article is not None:
        raise DeliberationError(
            _(
                "Seuls des articles sont votés : il reste à voter l'ensemble (CDLD, "
                "art. L1122-26)."
            ),
            "outcome",
        )
    result = conclusion_of(meeting, ballot).result
    if result in NOT_ADOPTED:
        raise DeliberationError(NOT_ADOPTED[result], "outcome")


def _is_same(held: Ballot | None, vote: VoteGiven | None) -> bool:
    """Whether the totals typed are those of the vote held, names and rounds kept."""
    if held is None or vote is None:
        return held is None and vote is None
    typed = {name: getattr(held.tally, name) for name in vote.figures}
    return held.method is vote.method and typed == dict(vote.figures)


def _require(verdict: Verdict) -> None:
    if not verdict:
        raise DeliberationError(verdict.reason)
