"""Candidates, articles and ties in the body of @ballots."""

from datetime import date
from imio.platform.deliberation.api.bodies import flag
from imio.platform.deliberation.api.bodies import text
from imio.platform.deliberation.content import officials
from imio.platform.deliberation.errors import DeliberationError
from imio.platform.deliberation.rules.articles import ArticleVote
from imio.platform.deliberation.rules.casting import TieFacts
from imio.platform.deliberation.rules.election import Candidate
from imio.platform.deliberation.rules.election import Election
from imio.platform.deliberation.workflow.lookup import meeting_of
from imio.platform.deliberation.workflow.ties import called_vote
from imio.platform.deliberation.workflow.ties import earlier_ties
from imio.platform.i18n import _


def election_in(body: dict) -> Election:
    """The round between candidates that a body tells.

    :raises DeliberationError: it is no list of names with voices.
    """
    rows = body["candidates"]
    if not isinstance(rows, list) or not all(isinstance(one, dict) for one in rows):
        raise DeliberationError(
            _("« candidates » est une liste d'objets JSON : « name » et « voices »."),
            "candidates",
        )
    return Election(
        candidates=tuple(_candidate(one) for one in rows),
        run_off=flag(body, "run_off"),
        retained=text(body, "retained"),
        reason=text(body, "reason")[:500],
    )


def _candidate(row: dict) -> Candidate:
    name = " ".join(text(row, "name").split())[:120]
    if not name:
        raise DeliberationError(_("Un candidat n'a pas de nom."), "candidates")
    born = text(row, "born")
    try:
        day = date.fromisoformat(born) if born else None
    except ValueError as error:
        raise DeliberationError(
            _("Écrivez une date de naissance, par exemple 1970-05-31."), "born"
        ) from error
    return Candidate(name, row.get("voices", 0), day)


def article_in(item, given) -> ArticleVote | None:
    """The article parted from the whole: ``{"article": "...", "asked_by": mandate}``."""
    if given is None:
        return None
    if not isinstance(given, dict):
        raise DeliberationError(
            _("« article » est un objet JSON : « article » et « asked_by »."), "article"
        )
    meeting = meeting_of(item)
    members = officials.members_of(meeting) if meeting is not None else []
    names = {member.uid: member.person_name for member in members}
    words = " ".join(text(given, "article").split())[:120]
    return ArticleVote(words, names.get(text(given, "asked_by"), ""))


def tie_in(item, given) -> TieFacts:
    """What the law looks at on a tie; earlier ties are counted where none is told."""
    if not isinstance(given, dict):
        raise DeliberationError(
            _("« tie » est un objet JSON : « urgency » et « earlier_ties »."), "tie"
        )
    earlier = given.get("earlier_ties", earlier_ties(item))
    if isinstance(earlier, bool) or not isinstance(earlier, int) or earlier < 0:
        raise DeliberationError(
            _("Écrivez un nombre entier de séances, 0 ou plus."), "earlier_ties"
        )
    return TieFacts(
        urgency=flag(given, "urgency"),
        earlier_ties=earlier,
        called=_called(item, given),
    )


def _called(item, given: dict):
    member = text(given, "called")
    meeting = meeting_of(item)
    if not member or meeting is None:
        return None
    return called_vote(meeting, member, text(given, "called_vote"))
