"""Each transition leaves a line in the history and tells who has to know."""

from imio.platform.ecounter.content.instants import present_instant
from imio.platform.ecounter.content.request import AGENT
from imio.platform.ecounter.content.request import CITIZEN
from imio.platform.ecounter.filing import mails
from imio.platform.ecounter.rules.steps import citizen_label
from imio.platform.ecounter.rules.steps import FINAL_PHASES
from imio.platform.ecounter.workflow.comments import TOLD
from plone import api

#: What the applicant is written, by transition.
LETTERS = {
    "take": "Votre demande {number} est prise en charge.",
    "ask": "Pour traiter votre demande {number}, nous avons besoin d'un complément :",
    "accept": "Votre demande {number} est acceptée.",
    "refuse": "Votre demande {number} est refusée, pour le motif suivant :",
    "deliver": "Le document de votre demande {number} est prêt : vous pouvez le télécharger.",
    "close": "Votre demande {number} est terminée.",
}


def record(request, event) -> None:
    """After a transition: history, assignee, dates, mails."""
    if event.transition is None:
        return
    transition = event.transition.getId()
    comment = ((event.kwargs or {}).get("comment") or "").strip()
    actor = "" if api.user.is_anonymous() else api.user.get_current().getId()
    request.note(
        transition,
        actor,
        "" if comment and transition not in TOLD else comment,
        CITIZEN,
    )
    if comment and transition not in TOLD:
        request.note("comment", actor, comment, AGENT)
    _follow(request, transition, comment, actor, event.new_state.getId())
    request.reindexObject()
    if transition in LETTERS:
        _write(request, transition, comment, event.new_state.getId())
    if transition == "answer":
        mails.tell_agent_of_answer(request)


def _follow(request, transition, comment, actor, phase) -> None:
    if transition == "take" and not request.assignee:
        request.assignee = actor
    if transition == "ask":
        request.question = comment
    if transition == "answer":
        request.question = ""
    if transition in ("accept", "refuse"):
        request.decision_reason = comment
    request.closed_at = present_instant() if phase in FINAL_PHASES else None


def _write(request, transition, comment, phase) -> None:
    text = LETTERS[transition].format(number=request.number)
    if comment:
        text = f"{text}\n\n{comment}"
    label = citizen_label(phase, request.version().steps())
    mails.write_to_applicant(
        request,
        f"Demande {request.number} : {label}",
        text,
        f"{transition}/{len(request.history)}",
    )
