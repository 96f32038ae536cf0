"""Transitions that need words."""

from imio.platform.ecounter.errors import MissingReason
from imio.platform.i18n import _
from zope.globalrequest import getRequest
from zope.i18n import translate

#: What is asked, by transition.
NEEDED = {
    "ask": _("Écrivez au demandeur ce qui manque."),
    "answer": _("Écrivez votre réponse."),
    "refuse": _("Écrivez le motif du refus : le demandeur le recevra."),
    "reopen": _("Écrivez pourquoi la demande est rouverte."),
}

#: Transitions whose words the applicant reads.
TOLD = ("ask", "answer", "accept", "refuse", "deliver", "close", "withdraw")


def need_comment(request, event) -> None:
    """Refuse a transition without the words it needs.

    :raises MissingReason: also a ``WorkflowException``, for pages and services.
    """
    transition = event.transition.getId() if event.transition else ""
    comment = (event.kwargs or {}).get("comment", "")
    if transition in NEEDED and not (comment or "").strip():
        raise MissingReason(translate(NEEDED[transition], context=getRequest()))
