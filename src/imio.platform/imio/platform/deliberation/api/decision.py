"""@decision of a point: its vote and its outcome."""

from imio.platform.deliberation.api.bodies import flag
from imio.platform.deliberation.api.bodies import text
from imio.platform.deliberation.api.bodies import WritingService
from imio.platform.deliberation.errors import DeliberationError
from imio.platform.deliberation.records.ballots import last_ballot
from imio.platform.deliberation.rules.ballot import Method
from imio.platform.deliberation.workflow.deciding import decide
from imio.platform.deliberation.workflow.deciding import VoteGiven
from imio.platform.deliberation.workflow.lookup import meeting_of
from imio.platform.deliberation.workflow.public_text import readable_html
from imio.platform.deliberation.workflow.voting import ballot_sentence
from imio.platform.i18n import _
from plone.app.textfield import RichTextValue


def decision_answer(item) -> dict:
    meeting = meeting_of(item)
    ballot = last_ballot(meeting, item.UID()) if meeting is not None else None
    return {
        "@id": f"{item.absolute_url()}/@decision",
        "outcome": item.outcome or None,
        "decision": readable_html(item, "decision"),
        "vote": ballot
        and {
            "method": ballot.method,
            "yes": ballot.tally.yes,
            "no": ballot.tally.no,
            "abstain": ballot.tally.abstain,
            "entitled": ballot.entitled,
            "in_function": ballot.in_function,
            "sentence": ballot_sentence(meeting, ballot),
        },
    }


class DecisionPost(WritingService):
    """``{"outcome": "adopted", "vote": {"yes": 5, "no": 0, "abstain": 1}}``.

    Without ``"vote"`` those recorded before stand.
    """

    def write(self, body: dict):
        words = text(body, "decision")
        decide(
            self.context,
            text(body, "outcome"),
            vote=_vote(body.get("vote")),
            keep_ballots="vote" not in body,
            text=RichTextValue(words, "text/html", "text/x-html-safe")
            if words
            else None,
        )
        return decision_answer(self.context)


def _vote(given) -> VoteGiven | None:
    if given is None:
        return None
    if not isinstance(given, dict):
        raise DeliberationError(_("Le vote doit être un objet JSON."), "vote")
    try:
        method = Method(given.get("method", "public"))
    except ValueError as error:
        raise DeliberationError(
            _("Un scrutin est « public » ou « secret »."), "vote"
        ) from error
    figures = {name: given.get(name, 0) for name in ("yes", "no", "abstain")}
    return VoteGiven(method, figures, flag(given, "acknowledged"))
