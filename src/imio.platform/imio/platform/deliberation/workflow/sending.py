"""Sending a point that a body adopted to another one (G17).

The copy is a point of its own: what the first body decided is never written back,
nor read again.
"""

from dataclasses import dataclass
from imio.platform.core.annexes.listing import all_annexes
from imio.platform.core.interfaces import ALLOWED
from imio.platform.core.interfaces import refused
from imio.platform.core.interfaces import Verdict
from imio.platform.core.organisation import directory
from imio.platform.deliberation.content.agenda_item import has_text
from imio.platform.deliberation.content.meeting import body_of
from imio.platform.deliberation.content.settings import same_category
from imio.platform.deliberation.errors import DeliberationConflict
from imio.platform.deliberation.errors import DeliberationError
from imio.platform.deliberation.workflow.cloning import clone
from imio.platform.deliberation.workflow.cloning import give_annexes
from imio.platform.deliberation.workflow.cloning import inherit_advices
from imio.platform.deliberation.workflow.cloning import remember_as_made
from imio.platform.deliberation.workflow.links import SENT
from imio.platform.deliberation.workflow.links import successors
from imio.platform.deliberation.workflow.walking import validate_directly
from imio.platform.i18n import _
from plone import api
from plone.app.uuid.utils import uuidToObject

ADOPTING = ("adopted", "adopted_amended")

#: What told where to send, and says nothing in the body that receives.
NOT_TARGETS = {
    "target_bodies": [],
    "target_closed": False,
    "target_title": None,
    "target_decision": None,
    "target_urgency": None,
}


@dataclass(frozen=True)
class Target:
    """A body that a point names, and how far the sending is.

    :param copy: the point made there, or ``None``.
    :param verdict: whether the point may be sent there now.
    """

    body: object
    copy: object
    verdict: Verdict


def targets(item) -> list[Target]:
    """The bodies that a point names, in order; one that was removed is left out."""
    found = [find_body(uid) for uid in item.target_bodies or ()]
    return [
        Target(body, copy_in(item, body), ready(item, body))
        for body in found
        if body is not None
    ]


def find_body(uid: str):
    """The body with this UID, or ``None``."""
    found = uuidToObject(uid, unrestricted=True) if uid else None
    is_body = getattr(found, "portal_type", None) == "DeliberativeBody"
    return found if is_body else None


def copy_in(item, body):
    """The point that was made in ``body`` from this one, or ``None``."""
    made = (one for one in successors(item, SENT) if body_of(one).UID() == body.UID())
    return next(made, None)


def ready(item, body) -> Verdict:
    """Whether a point may be sent to a body now: all that could go wrong, before."""
    if copy_in(item, body) is not None:
        return refused(
            _(
                "Ce point a déjà été envoyé à « ${body} » : il n'y est pas envoyé une "
                "seconde fois.",
                mapping={"body": body.title},
            )
        )
    if directory.service(item.proposing_service) is None:
        return refused(
            _("Le service proposant n'existe plus : choisissez-en un autre d'abord.")
        )
    if item.kind == "decision" and not has_text(_decision_for(item)):
        return refused(_("Le texte à proposer à l'autre organe est vide."))
    if item.outcome not in ADOPTING or api.content.get_state(item) not in (
        "decided",
        "finalised",
    ):
        return refused(_("Le point sera envoyé dès qu'il sera adopté."))
    return ALLOWED


def send(item, body):
    """Make the copy of an adopted point in one of the bodies it names.

    :raises DeliberationError: nothing was made, for the reason given.
    """
    if body is None or body.UID() not in (item.target_bodies or ()):
        raise DeliberationError(
            _("Ce point ne nomme pas cet organe comme destinataire."), "body"
        )
    verdict = ready(item, body)
    if not verdict:
        raise DeliberationConflict(verdict.reason, "body")
    return _make(item, body)


def send_adopted(item) -> list:
    """Send a point that was just decided wherever it is ready to go."""
    return [_make(item, one.body) for one in targets(item) if one.verdict]


def _make(item, body):
    closed = item.target_closed or item.privacy == "closed"
    made = clone(
        item,
        body,
        SENT,
        **{
            **NOT_TARGETS,
            **_origin(item),
            "title": item.target_title or item.title,
            "decision": _decision_for(item),
            "category": same_category(item, body),
            "privacy": "closed" if closed else "public",
            "notes": _notes(item),
        },
    )
    made.creators = item.creators
    give_annexes(made, all_annexes(item))
    inherit_advices(made, item)
    validate_directly(made)
    remember_as_made(made)
    made.reindexObject()
    return made


def _origin(item) -> dict:
    """A point that the college adopted is the college's own elsewhere."""
    if body_of(item).rules().id != "college":
        return {}
    return {"origin": "college", "proposed_by": None, "handed_in_on": None}


def _decision_for(item):
    return item.target_decision if has_text(item.target_decision) else item.decision


def _notes(item) -> str | None:
    if not item.target_urgency:
        return item.notes
    return "\n\n".join(
        filter(None, (f"Urgence demandée : {item.target_urgency}", item.notes))
    )
