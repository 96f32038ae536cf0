"""What the secretary typed on the session page, read once for every action."""

from imio.platform.deliberation.errors import DeliberationError
from imio.platform.deliberation.rules.ballot import Method
from imio.platform.deliberation.rules.ballot import Vote
from imio.platform.deliberation.rules.casting import TieFacts
from imio.platform.deliberation.workflow.voting import BallotGiven
from imio.platform.i18n import _

#: Chosen for a member who is in the room and says nothing.
SILENT = "none"
FIGURES = ("yes", "no", "abstain", "blank")


def ballot_given(page, method: Method) -> BallotGiven:
    """The vote that a form holds.

    :raises DeliberationError: a figure that is no number, a vote that is none.
    """
    public = method is Method.PUBLIC
    return BallotGiven(
        method,
        exceptions=_exceptions(page) if public else {},
        figures={} if public else {name: _figure(page, name) for name in FIGURES},
        label=page.value("label")[:200],
        is_linked=bool(page.value("linked")),
        tie=TieFacts(
            urgency=bool(page.value("tie_urgency")),
            earlier_ties=_figure(page, "earlier_ties"),
        ),
    )


def _exceptions(page) -> dict[str, Vote | None]:
    said = {uid: page.value(f"vote-{uid}") for uid in page.called}
    allowed = {"", SILENT, *Vote}
    if any(word not in allowed for word in said.values()):
        raise DeliberationError(_("Choisissez un vote dans la liste."), "votes")
    return {
        uid: None if word == SILENT else Vote(word)
        for uid, word in said.items()
        if word not in ("", Vote.YES)
    }


def _figure(page, name: str) -> int:
    typed = page.value(name) or "0"
    if not (typed.isascii() and typed.isdigit()) or len(typed) > 4:
        raise DeliberationError(_("Écrivez un nombre entier de voix, 0 ou plus."), name)
    return int(typed)
