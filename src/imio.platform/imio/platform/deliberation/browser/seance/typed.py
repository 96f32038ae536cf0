"""What the secretary typed on the session page, read once for every action."""

from datetime import date
from imio.platform.deliberation.content import officials
from imio.platform.deliberation.errors import DeliberationError
from imio.platform.deliberation.rules.articles import ArticleVote
from imio.platform.deliberation.rules.ballot import Method
from imio.platform.deliberation.rules.ballot import Vote
from imio.platform.deliberation.rules.casting import TieFacts
from imio.platform.deliberation.rules.election import Candidate
from imio.platform.deliberation.rules.election import Election
from imio.platform.deliberation.workflow.ties import called_vote
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
    mode = page.voting.mode
    return BallotGiven(
        method,
        exceptions=_exceptions(page) if public else {},
        figures={} if public else {name: figure(page, name) for name in FIGURES},
        label=page.value("label")[:200],
        is_linked=mode == "linked" or page.voting.corrects_alternative,
        tie=_tie(page, public),
        article=_article(page) if mode == "article" else None,
        acknowledged=bool(page.value("acknowledged")),
    )


def election_given(page) -> BallotGiven:
    """The round between candidates that a form holds.

    :raises DeliberationError: a figure that is no number, a day that is none.
    """
    return BallotGiven(
        Method.SECRET,
        figures={"blank": figure(page, "papers_blank")},
        label=page.value("label")[:200],
        election=Election(
            candidates=tuple(_candidates(page)),
            run_off=bool(page.value("run_off")),
            retained=page.value("retained"),
            reason=page.value("reason")[:500],
        ),
        acknowledged=bool(page.value("acknowledged")),
    )


def _candidates(page) -> list[Candidate]:
    found = []
    for row in page.voting.candidate_rows:
        number = row["number"]
        name = " ".join(page.value(f"candidate-{number}").split())[:120]
        voices = figure(page, f"voices-{number}")
        if name:
            found.append(Candidate(name, voices, _day(page, f"born-{number}")))
        elif voices:
            raise DeliberationError(
                _("Des voix sont notées sans nom de candidat."), f"candidate-{number}"
            )
    return found


def _day(page, name: str) -> date | None:
    typed = page.value(name)
    try:
        return date.fromisoformat(typed) if typed else None
    except ValueError as error:
        raise DeliberationError(
            _("Écrivez une date de naissance, par exemple 1970-05-31."), name
        ) from error


def _tie(page, public: bool) -> TieFacts:
    if not page.voting.may_tie_open:
        return TieFacts()
    called = page.value("called") if public else ""
    return TieFacts(
        urgency=bool(page.value("tie_urgency")),
        earlier_ties=figure(page, "earlier_ties"),
        called=called_vote(page.context, called, page.value("called_vote")),
    )


def _article(page) -> ArticleVote:
    names = {m.uid: m.person_name for m in officials.members_of(page.context)}
    return ArticleVote(
        " ".join(page.value("article").split())[:120],
        names.get(page.value("asked_by"), ""),
    )


def _exceptions(page) -> dict[str, Vote | None]:
    said = {uid: page.value(f"vote-{uid}") for uid in page.voting.called}
    allowed = {"", SILENT, *Vote}
    if any(word not in allowed for word in said.values()):
        raise DeliberationError(_("Choisissez un vote dans la liste."), "votes")
    return {
        uid: None if word == SILENT else Vote(word)
        for uid, word in said.items()
        if word not in ("", Vote.YES)
    }


def figure(page, name: str) -> int:
    """A whole number typed under ``name``; 0 where nothing was.

    :raises DeliberationError: something else was typed.
    """
    typed = page.value(name) or "0"
    if not (typed.isascii() and typed.isdigit()) or len(typed) > 4:
        raise DeliberationError(_("Écrivez un nombre entier de voix, 0 ou plus."), name)
    return int(typed)
