"""Following an act at the supervision, and telling its publication what was decided."""

from dataclasses import dataclass
from dataclasses import replace
from datetime import date
from imio.platform.core import clock
from imio.platform.deliberation.content.meeting import body_of
from imio.platform.deliberation.content.meeting import meeting_day
from imio.platform.deliberation.errors import DeliberationError
from imio.platform.deliberation.records.supervisions import save_supervision
from imio.platform.deliberation.records.supervisions import supervision
from imio.platform.deliberation.records.supervisions import supervisions
from imio.platform.deliberation.rules.supervision import DECISIONS
from imio.platform.deliberation.rules.supervision import order_problem
from imio.platform.deliberation.rules.supervision import REGIMES
from imio.platform.deliberation.rules.supervision import Stage
from imio.platform.deliberation.rules.supervision import Supervision
from imio.platform.deliberation.workflow.lookup import find_items
from imio.platform.deliberation.workflow.lookup import meeting_of
from imio.platform.i18n import _
from plone.app.uuid.utils import uuidToObject
from zope.event import notify
from zope.lifecycleevent import ObjectModifiedEvent

STAGES = {
    Stage.SENDING_LATE: _("Envoi en retard"),
    Stage.LAPSED: _("Délai expiré, à constater"),
    Stage.ENDING: _("Délai proche"),
    Stage.TO_SEND: _("À envoyer"),
    Stage.SENT: _("Envoyé, réception attendue"),
    Stage.RUNNING: _("À la tutelle"),
    Stage.DECIDED: _("Terminé"),
}

WARNINGS = {
    "sent_late": _("Envoyé après le délai que la loi donne."),
    "long_extension": _("La prorogation dépasse la moitié du délai."),
    "decided_late": _("La décision est postérieure à la fin du délai : vérifiez-la."),
}

ORDER = {
    "sent_on": _("L'envoi ne peut pas précéder la séance."),
    "received_on": _("La réception suit l'envoi : donnez les deux dates dans l'ordre."),
    "decision_on": _("Donnez la date de la décision ; elle suit l'envoi."),
    "decision": _("Choisissez la décision qui porte cette date."),
}


@dataclass(frozen=True)
class Followed:
    """An act with its follow-up."""

    item: object
    supervision: Supervision


def may_be_followed(item) -> bool:
    """Whether the body decided something that the supervision may see."""
    return item.outcome in ("adopted", "adopted_amended")


def adopted_on(item) -> date | None:
    """The day of the sitting that decided."""
    meeting = meeting_of(item)
    return meeting_day(meeting) if meeting is not None else None


def follow(item, value: Supervision) -> None:
    """Save the follow-up of a point.

    :raises DeliberationError: nothing was saved, for the reason given.
    """
    day = adopted_on(item)
    if not may_be_followed(item) or day is None:
        raise DeliberationError(
            _("Seul un point adopté est envoyé à la tutelle."), "regime"
        )
    if value.regime not in REGIMES:
        raise DeliberationError(_("Choisissez la tutelle qui s'applique."), "regime")
    if value.decision and value.decision not in DECISIONS:
        raise DeliberationError(_("Choisissez une décision dans la liste."), "decision")
    value = replace(value, adopted_on=day)
    problem = order_problem(value)
    if problem:
        raise DeliberationError(ORDER[problem], problem)
    for name in ("days", "extended_by"):
        number = getattr(value, name)
        if number is not None and not 0 <= number <= 365:
            raise DeliberationError(_("Écrivez un nombre de jours, de 0 à 365."), name)
    save_supervision(body_of(item), item.UID(), value)
    _tell_publication(value)


def note_lapse(item) -> Supervision:
    """The supervision let its delay pass: silence is its decision.

    :raises DeliberationError: the delay still runs, or something was decided.
    """
    found = supervision(body_of(item), item.UID())
    if found is None or found.stage(clock.today()) is not Stage.LAPSED:
        raise DeliberationError(_("Le délai de la tutelle n'est pas expiré."))
    noted = replace(found, decision="lapse", decision_on=found.deadline)
    save_supervision(body_of(item), item.UID(), noted)
    _tell_publication(noted)
    return noted


def forget(item) -> None:
    """Take a point out of the follow-up."""
    save_supervision(body_of(item), item.UID(), None)


def followed(body) -> list[Followed]:
    """The acts of a body, the most pressing first."""
    found = supervisions(body)
    items = find_items(found)
    today = clock.today()
    order = list(Stage)

    def pressing(one: Followed):
        stage = one.supervision.stage(today)
        due = one.supervision.next_date(today) or date.max
        return (order.index(stage), due, one.supervision.adopted_on)

    return sorted(
        (Followed(items[uid], value) for uid, value in found.items() if uid in items),
        key=pressing,
    )


def _tell_publication(value: Supervision) -> None:
    """The regulation that publishes the act says what the supervision decided."""
    publication = uuidToObject(value.publication or "", unrestricted=True)
    if not value.decision or getattr(publication, "portal_type", "") != "Publication":
        return
    publication.supervisory_decision = value.decision_words
    publication.supervisory_date = value.decision_on
    notify(ObjectModifiedEvent(publication))
