"""Asking for advices, by people and by the law, and what they hold back."""

from imio.platform.core import clock
from imio.platform.core.interfaces import ALLOWED
from imio.platform.core.interfaces import refused
from imio.platform.core.interfaces import Verdict
from imio.platform.core.organisation import directory
from imio.platform.deliberation.content.advice import advice_clock
from imio.platform.deliberation.content.advice import advices_of
from imio.platform.deliberation.content.advice import is_pending
from imio.platform.deliberation.content.advice import service_title
from imio.platform.deliberation.content.meeting import body_of
from imio.platform.deliberation.errors import DeliberationError
from imio.platform.deliberation.rules.finance import DELAYS
from imio.platform.deliberation.rules.finance import opinion_is_due
from imio.platform.deliberation.rules.french_dates import full_date
from imio.platform.i18n import _
from plone import api
from plone.dexterity.utils import createContentInContainer
from zope.i18nmessageid import Message

#: States in which nothing is asked of anybody any more.
CLOSED = ("decided", "finalised")


def ask(item, service_uid: str, delay_kind: str = "normal", motive: str = ""):
    """Ask a service for its advice; the clock starts today, on a complete file.

    :raises DeliberationError: with the field at fault.
    """
    if api.content.get_state(item) in CLOSED:
        raise DeliberationError(_("Le point est décidé : aucun avis n'est demandé."))
    if service_uid not in _open_services():
        raise DeliberationError(_("Choisissez un service."), "service")
    if delay_kind not in DELAYS:
        raise DeliberationError(_("Choisissez un délai."), "delay")
    if delay_kind == "urgent" and not motive.strip():
        raise DeliberationError(
            _("L'urgence se motive : expliquez pourquoi 5 jours."), "motive"
        )
    if any(
        one.adviser_service == service_uid and not one.inherited_from
        for one in asked(item)
    ):
        raise DeliberationError(_("L'avis de ce service est déjà demandé."), "service")
    return _create(item, service_uid, delay_kind, motive.strip(), automatic=False)


def asked(item) -> list:
    """The advices of a point that were not withdrawn."""
    return [one for one in advices_of(item) if _state(one) != "withdrawn"]


def ask_finance_if_due(item):
    """Ask the financial director where the amount is above the threshold of today."""
    service = finance_service(item)
    if not service or api.content.get_state(item) in ("draft", *CLOSED):
        return None
    if not opinion_is_due(item.financial_amount, clock.today()):
        return None
    for one in asked(item):
        if one.adviser_service == service:
            one.is_automatic = True
            return None
    return _create(item, service, "normal", "", automatic=True)


def finance_service(item) -> str:
    """UID of the service that gives the financial director's opinion."""
    return getattr(body_of(item), "finance_service", None) or ""


def is_mandatory(advice) -> bool:
    """Whether the law wants this advice for the amount the point has now."""
    item = advice.aq_parent
    return advice.is_automatic and opinion_is_due(
        item.financial_amount, advice.asked_on
    )


def mandatory_verdict(item) -> Verdict:
    """Whether no mandatory advice holds the point back."""
    for one in asked(item):
        if is_mandatory(one) and is_pending(one):
            return refused(_waiting(one))
    return ALLOWED


def _waiting(advice):
    values = {"service": service_title(advice)}
    if _state(advice) == "incomplete":
        return Message(
            _(
                "Le dossier est incomplet pour l'avis obligatoire du service "
                "${service} : complétez-le d'abord."
            ),
            mapping=values,
        )
    values["day"] = full_date(advice_clock(advice).limit)
    return Message(
        _(
            "L'avis obligatoire du service ${service} est attendu jusqu'au ${day} "
            "inclus."
        ),
        mapping=values,
    )


def remember_services(item) -> None:
    """Note on the point who is consulted: they read it."""
    item.asked_services = tuple(one.adviser_service for one in asked(item))
    item.reindexObjectSecurity()
    item.reindexObject(idxs=["item_readers"])


def _create(item, service_uid, delay_kind, motive, automatic):
    user = api.user.get_current().getId() or ""
    with api.env.adopt_roles(["Manager"]):
        advice = createContentInContainer(
            item,
            "Advice",
            checkConstraints=False,
            id=_free_id(item),
            adviser_service=service_uid,
            delay_kind=delay_kind,
            urgency_motive=motive,
            is_automatic=automatic,
            asked_by=user,
            asked_on=clock.today(),
            completed_on=clock.today(),
        )
    remember_services(item)
    return advice


def _free_id(item) -> str:
    number = len(advices_of(item)) + 1
    while f"avis-{number}" in item.objectIds():
        number += 1
    return f"avis-{number}"


def _open_services() -> set[str]:
    return {entry.uid for entry in directory.services()}


def _state(advice) -> str:
    return api.content.get_state(advice)
