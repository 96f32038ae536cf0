"""What is written to the applicant and to the agents, never with an answer in it."""

from imio.platform.core.commune import commune
from imio.platform.core.mail import send_mail
from imio.platform.core.mail.message import BadAddress
from imio.platform.core.notifications import notify
from imio.platform.core.organisation.membership import members
from imio.platform.ecounter.content.ecounter import ecounter_of
from imio.platform.ecounter.filing.access import tracking_code
from imio.platform.ecounter.filing.silence import is_silent
from plone import api
import logging

logger = logging.getLogger(__name__)

#: Kinds of notifications that agents and citizens may choose.
NEW_REQUEST = "ecounter.new_request"
ANSWER = "ecounter.answer"


def follow_url(request) -> str:
    """Where the applicant follows the request."""
    return f"{ecounter_of(request).absolute_url()}/demande/{request.uid}"


def acknowledge(request) -> None:
    """Tell the applicant that the request has come, and how to follow it."""
    procedure = request.procedure()
    write_to_applicant(
        request,
        f"Demande {request.number} bien reçue : {procedure.Title()}",
        f"Votre demande « {procedure.Title()} » est bien arrivée. "
        f"Elle porte le numéro {request.number}.",
        "received",
    )


def write_to_applicant(request, subject: str, text: str, key: str) -> bool:
    """Mail the applicant, if she gave an address.

    :param key: what makes this mail unique for the request.
    """
    email = request.applicant.get("email")
    if not email or is_silent():
        return False
    try:
        send_mail([email], subject, _letter(request, text), key=f"{request.uid}/{key}")
    except BadAddress as error:
        logger.warning("Request %s: %s", request.number, error)
        return False
    return True


def _letter(request, text: str) -> str:
    name = request.applicant.get("name")
    counter = ecounter_of(request)
    lines = [f"Bonjour {name}," if name else "Bonjour,", "", text, ""]
    if request.applicant.get("user_id"):
        lines += ["Suivre la demande :", follow_url(request)]
    else:
        lines += [
            f"Votre code de suivi : {tracking_code(request)}",
            f"Suivre la demande : {counter.absolute_url()}/suivi",
        ]
    return "\n".join([*lines, "", "Bien à vous,", commune().name or ""]) + "\n"


def tell_service(request) -> None:
    """Notify the agents of the responsible service of a new request."""
    _tell(
        request,
        members(request.service_uid, "agent") if request.service_uid else [],
        NEW_REQUEST,
        f"Nouvelle demande {request.number} : {request.procedure().Title()}",
        f"La demande {request.number} attend d'être prise en charge.",
    )


def tell_agent_of_answer(request) -> None:
    """Notify the agent at work that the applicant has answered."""
    people = (
        [request.assignee]
        if request.assignee
        else members(request.service_uid, "agent")
        if request.service_uid
        else []
    )
    _tell(
        request,
        people,
        ANSWER,
        f"Réponse reçue pour la demande {request.number}",
        "Le demandeur a répondu ; le traitement peut reprendre.",
    )


def _tell(request, user_ids, kind, subject, text) -> None:
    if is_silent():
        return
    present = "" if api.user.is_anonymous() else api.user.get_current().getId()
    notify(
        [user_id for user_id in user_ids if user_id != present],
        kind,
        subject,
        text,
        request.absolute_url(),
    )
