"""Choices of the deliberation forms."""

from Acquisition import aq_base
from imio.platform.core import clock
from imio.platform.core.organisation import directory
from imio.platform.core.organisation import mandates
from imio.platform.deliberation.content.defaults import author_services
from imio.platform.deliberation.content.meeting import body_of
from imio.platform.deliberation.content.meeting import meeting_day
from imio.platform.deliberation.content.modes import MODES
from imio.platform.deliberation.content.officials import member_named
from imio.platform.deliberation.content.officials import members
from imio.platform.deliberation.content.officials import officers as officers_on
from imio.platform.deliberation.content.settings import categories_of
from imio.platform.deliberation.content.settings import is_offered_to
from imio.platform.deliberation.content.settings import lineage
from imio.platform.deliberation.rules.levels import SECRETARIAT
from imio.platform.deliberation.rules.levels import SERVICE
from imio.platform.deliberation.rules.presets import PRESETS
from imio.platform.deliberation.rules.presets import Publicity
from imio.platform.deliberation.rules.recurrence import Recurrence
from imio.platform.i18n import _
from plone import api
from zope.interface import provider
from zope.schema.interfaces import IVocabularyFactory
from zope.schema.vocabulary import SimpleTerm
from zope.schema.vocabulary import SimpleVocabulary

KINDS = {
    "decision": _("Décision"),
    "information": _("Information"),
    "oral_question": _("Question orale"),
    "interpellation": _("Interpellation"),
    "election": _("Élection"),
    "minutes_approval": _("Approbation de procès-verbal"),
}

ORIGINS = {
    "service": _("Un service de l'administration"),
    "college": _("Le collège"),
    "councillor": _("Un membre du conseil"),
    "citizen": _("Un citoyen"),
}

PRIVACIES = {"public": _("Séance publique"), "closed": _("Huis clos")}

RECURRENCES = {
    Recurrence.NEVER.value: _("Jamais"),
    Recurrence.EVERY.value: _("À chaque séance"),
    Recurrence.MONTH.value: _("À la première séance du mois"),
    Recurrence.QUARTER.value: _("À la première séance du trimestre"),
    Recurrence.YEAR.value: _("À la première séance de l'année"),
}

INSERTION_CRITERIA = {
    "list_type": _("Points convoqués, puis points tardifs"),
    "category": _("Catégorie"),
    "service": _("Service, dans l'ordre de l'organigramme"),
}

OUTCOMES = {
    "adopted": _("Adopté"),
    "adopted_amended": _("Adopté avec modifications"),
    "refused": _("Refusé"),
    "postponed": _("Reporté à la prochaine séance"),
    "delayed": _("Remis à plus tard, au service"),
    "withdrawn": _("Retiré"),
    "noted": _("Pris acte"),
    "not_applicable": _("Sans objet"),
}

RANKS = {
    1: _("Première convocation"),
    2: _("Deuxième convocation"),
    3: _("Troisième convocation"),
}

PUBLICITIES = {
    Publicity.NONE.value: _("Rien"),
    Publicity.TITLES.value: _("L'ordre du jour, puis l'issue de chaque point"),
    Publicity.DRAFTS.value: _("L'ordre du jour, les projets et les décisions"),
}

DOCUMENT_TYPES = {
    "regulation": _("Règlement"),
    "tax_regulation": _("Règlement-taxe ou redevance"),
    "ordinance": _("Ordonnance"),
    "police_regulation": _("Règlement de police"),
    "internal_rules": _("Règlement d'ordre intérieur"),
}

#: What an advice concludes.
OPINIONS = {
    "favorable": _("Favorable"),
    "remarks": _("Favorable avec remarques"),
    "reserved": _("Réservé"),
    "unfavorable": _("Défavorable"),
    "not_applicable": _("Sans objet"),
}

ADVICE_DELAYS = {
    "normal": _("10 jours ouvrables"),
    "urgent": _("5 jours ouvrables, urgence motivée"),
}

WEEKDAYS = {
    0: _("lundi"),
    1: _("mardi"),
    2: _("mercredi"),
    3: _("jeudi"),
    4: _("vendredi"),
    5: _("samedi"),
}

#: States in which a meeting takes points.
ACCEPTING = ("planned", "prepared", "convened", "in_session")


@provider(IVocabularyFactory)
def weekdays(context) -> SimpleVocabulary:
    """Monday is 0."""
    return from_titles(WEEKDAYS)


@provider(IVocabularyFactory)
def opinions(context) -> SimpleVocabulary:
    return from_titles(OPINIONS)


@provider(IVocabularyFactory)
def advice_delays(context) -> SimpleVocabulary:
    return from_titles(ADVICE_DELAYS)


@provider(IVocabularyFactory)
def kinds(context) -> SimpleVocabulary:
    return from_titles(KINDS)


@provider(IVocabularyFactory)
def origins(context) -> SimpleVocabulary:
    return from_titles(ORIGINS)


@provider(IVocabularyFactory)
def modes(context) -> SimpleVocabulary:
    return from_titles(MODES)


@provider(IVocabularyFactory)
def body_members(context) -> SimpleVocabulary:
    """Members of the body in function today, and the one that is already named."""
    placed = _placed(context)
    body = body_of(placed)
    found = {one.uid: one for one in members(body, clock.today())} if body else {}
    stored = [
        _stored(context, "proposed_by"),
        *(_stored(context, "requested_by") or ()),
    ]
    for kept in map(member_named, stored):
        if kept is not None:
            found.setdefault(kept.uid, kept)
    return from_titles(
        {one.uid: f"{one.person_name}, {mandates.title(one)}" for one in found.values()}
    )


@provider(IVocabularyFactory)
def privacies(context) -> SimpleVocabulary:
    return from_titles(PRIVACIES)


@provider(IVocabularyFactory)
def document_types(context) -> SimpleVocabulary:
    return from_titles(DOCUMENT_TYPES)


@provider(IVocabularyFactory)
def published_texts(context) -> SimpleVocabulary:
    """The body's texts in force, which another may replace."""
    body = body_of(_placed(context))
    if body is None:
        return SimpleVocabulary([])
    kept = _stored(context, "replaces")
    found = api.content.find(
        context=body, portal_type="Publication", sort_on="sortable_title"
    )
    return SimpleVocabulary(
        [
            SimpleTerm(brain.UID, brain.UID, brain.Title)
            for brain in found
            if brain.review_state == "published" or kept == brain.UID
        ]
    )


@provider(IVocabularyFactory)
def public_decisions(context) -> SimpleVocabulary:
    """The body's points decided in public, the latest first."""
    body = body_of(_placed(context))
    if body is None:
        return SimpleVocabulary([])
    kept = _stored(context, "decided_by")
    found = api.content.find(
        context=body,
        portal_type="AgendaItem",
        review_state=["decided", "finalised"],
        sort_on="created",
        sort_order="reverse",
    )
    items = [brain.getObject() for brain in found]
    return SimpleVocabulary(
        [
            SimpleTerm(item.UID(), item.UID(), item.title)
            for item in items
            if item.privacy == "public" or item.UID() == kept
        ]
    )


@provider(IVocabularyFactory)
def ranks(context) -> SimpleVocabulary:
    return from_titles(RANKS)


@provider(IVocabularyFactory)
def publicities(context) -> SimpleVocabulary:
    return from_titles(PUBLICITIES)


@provider(IVocabularyFactory)
def presets(context) -> SimpleVocabulary:
    return from_titles({preset.id: preset.title for preset in PRESETS.values()})


@provider(IVocabularyFactory)
def levels(context) -> SimpleVocabulary:
    """Each function, in the proposing service and in the secretariat."""
    titles = {}
    for function, title in directory.functions().items():
        titles[f"{SERVICE}:{function}"] = f"{title} du service proposant"
        titles[f"{SECRETARIAT}:{function}"] = f"{title} du secrétariat"
    return from_titles(titles)


@provider(IVocabularyFactory)
def my_services(context) -> SimpleVocabulary:
    """Services the person drafts for; all of them for the secretariat.

    The service a point already names is kept, so that saving keeps it.
    """
    kept = _stored(context, "proposing_service")
    mine = {*author_services(), kept}
    everything = api.user.has_permission(
        "imio.platform.deliberation: Manage agenda", obj=_placed(context)
    )
    return SimpleVocabulary(
        [
            SimpleTerm(entry.uid, entry.uid, entry.title)
            for entry in directory.services(include_closed=True)
            if entry.uid in mine or (everything and entry.is_open)
        ]
    )


@provider(IVocabularyFactory)
def coming_meetings(context) -> SimpleVocabulary:
    """The body's meetings that still take points, soonest first."""
    kept = _stored(context, "preferred_meeting")
    body = body_of(_placed(context))
    terms = []
    for meeting in meetings_of(body) if body is not None else ():
        state = api.content.get_state(meeting)
        to_come = state in ACCEPTING and meeting_day(meeting) >= clock.today()
        if to_come or meeting.UID() == kept:
            terms.append(SimpleTerm(meeting.UID(), meeting.UID(), meeting.Title()))
    return SimpleVocabulary(terms)


@provider(IVocabularyFactory)
def recurrences(context) -> SimpleVocabulary:
    return from_titles(RECURRENCES)


@provider(IVocabularyFactory)
def insertion_criteria(context) -> SimpleVocabulary:
    return from_titles(INSERTION_CRITERIA)


@provider(IVocabularyFactory)
def item_categories(context) -> SimpleVocabulary:
    """The body's categories for the person's services; all for the secretariat.

    The category that a point already has is kept, so that saving keeps it.
    """
    placed = _placed(context)
    body = body_of(placed)
    kept = _stored(context, "category")
    everything = api.user.has_permission(
        "imio.platform.deliberation: Manage agenda", obj=placed
    )
    mine = lineage(author_services())
    return SimpleVocabulary(
        [
            SimpleTerm(one.UID(), one.UID(), _category_title(one))
            for one in (categories_of(body) if body is not None else ())
            if one.UID() == kept
            or (everything and not one.is_closed)
            or is_offered_to(one, mine)
        ]
    )


def _category_title(category) -> str:
    code = f"{category.code} " if category.code else ""
    return f"{code}{category.title}"


@provider(IVocabularyFactory)
def other_bodies(context) -> SimpleVocabulary:
    """Every other body of the commune, by title; one already chosen is kept."""
    own = body_of(_placed(context))
    catalog = api.portal.get_tool("portal_catalog")
    brains = catalog.unrestrictedSearchResults(
        portal_type="DeliberativeBody", sort_on="sortable_title"
    )
    return SimpleVocabulary(
        [
            SimpleTerm(brain.UID, brain.UID, brain.Title)
            for brain in brains
            if own is None or own.UID() != brain.UID
        ]
    )


@provider(IVocabularyFactory)
def officers(context) -> SimpleVocabulary:
    """Mandates of the body and of the secretariat at the meeting's date."""
    placed = _placed(context)
    day = meeting_day(placed) if getattr(placed, "date", None) else clock.today()
    body = body_of(placed)
    if body is None:
        return SimpleVocabulary([])
    return SimpleVocabulary(
        [
            SimpleTerm(office.uid, office.uid, f"{office.name}, {office.title}")
            for office in officers_on(body, day)
        ]
    )


def meetings_of(body) -> list:
    """Every meeting of a body, soonest first, whoever asks."""
    meetings = body.objectValues()
    return sorted(
        (m for m in meetings if getattr(m, "portal_type", "") == "Meeting"),
        key=meeting_day,
    )


def from_titles(titles) -> SimpleVocabulary:
    """A vocabulary of the keys of ``titles``."""
    return SimpleVocabulary(
        [SimpleTerm(key, str(key), title) for key, title in titles.items()]
    )


def _stored(context, name: str):
    """The value that an object holds, never its field's default.

    The default of a choice asks for the vocabulary that is being made.
    """
    return getattr(aq_base(context), "__dict__", {}).get(name)


def _placed(context):
    """The object the form is about; forms on sub-objects pass plain data."""
    return context if hasattr(context, "aq_chain") else api.portal.get()
