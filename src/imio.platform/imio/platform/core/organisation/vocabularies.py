"""Vocabularies of the organisation."""

from imio.platform.core.organisation import directory
from imio.platform.core.organisation.offices import offices
from imio.platform.core.organisation.settings import PREFIX
from imio.platform.core.rules.mandate import Gender
from imio.platform.core.rules.mandate import wording
from imio.platform.i18n import _
from plone import api
from zope.interface import provider
from zope.schema.interfaces import IVocabularyFactory
from zope.schema.vocabulary import SimpleTerm
from zope.schema.vocabulary import SimpleVocabulary

#: Non-breaking indent of a sub-service in a flat list.
INDENT = "\u2014 "


@provider(IVocabularyFactory)
def services(context) -> SimpleVocabulary:
    """Open services in tree order, and the closed one that ``context`` still names."""
    kept = _named_by(context, "service")
    return SimpleVocabulary(
        [
            SimpleTerm(entry.uid, entry.uid, f"{INDENT * entry.depth}{entry.title}")
            for entry in directory.services(include_closed=True)
            if entry.is_open or entry.uid in kept
        ]
    )


@provider(IVocabularyFactory)
def functions(context) -> SimpleVocabulary:
    """Functions that can be held in a service."""
    return _from_titles(directory.functions())


@provider(IVocabularyFactory)
def bodies(context) -> SimpleVocabulary:
    """Bodies where a mandate is exercised."""
    return _from_titles(
        api.portal.get_registry_record(f"{PREFIX}.bodies", default={}) or {}
    )


@provider(IVocabularyFactory)
def mandate_functions(context) -> SimpleVocabulary:
    """Offices, under both their titles."""
    return _from_titles(
        {office.key: wording(office, Gender.NEUTRAL) for office in offices().values()}
    )


@provider(IVocabularyFactory)
def genders(context) -> SimpleVocabulary:
    """Genders that a title agrees with."""
    return _from_titles(
        {
            Gender.FEMININE.value: _("Femme"),
            Gender.MASCULINE.value: _("Homme"),
            Gender.NEUTRAL.value: _("Sans accord"),
        }
    )


def _from_titles(titles) -> SimpleVocabulary:
    return SimpleVocabulary(
        [SimpleTerm(key, key, title) for key, title in titles.items()]
    )


def _named_by(context, field: str) -> set:
    """Values that the object being edited already has, so that saving keeps them."""
    value = getattr(context, field, None)
    return {value} if isinstance(value, str) else set(value or ())
