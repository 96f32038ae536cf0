"""Categories of annexes, from the registry."""

from dataclasses import dataclass
from imio.platform.core.annexes.records import CATEGORIES_RECORD
from plone import api
from zope.interface import provider
from zope.schema.interfaces import IVocabularyFactory
from zope.schema.vocabulary import SimpleTerm
from zope.schema.vocabulary import SimpleVocabulary


@dataclass(frozen=True)
class Category:
    """A category; ``confidential`` is what a new annex of it starts as."""

    key: str
    title: str
    confidential: bool


def parse(line: str) -> Category | None:
    """``key|title`` or ``key|title|confidentielle``; None for an empty line."""
    key, _bar, rest = line.partition("|")
    title, _bar, flag = rest.partition("|")
    if not key.strip():
        return None
    return Category(
        key.strip(), title.strip() or key.strip(), flag.strip() == "confidentielle"
    )


def categories() -> list[Category]:
    """The site's categories, in the order of the record."""
    lines = api.portal.get_registry_record(CATEGORIES_RECORD, default=None) or []
    return [category for line in lines if (category := parse(line))]


def category(key: str) -> Category:
    """The category ``key``; one no longer in the record keeps its key as title."""
    found = (one for one in categories() if one.key == key)
    return next(found, Category(key, key, False))


@provider(IVocabularyFactory)
def vocabulary(context) -> SimpleVocabulary:
    """Keys and titles of the categories."""
    return SimpleVocabulary(
        [SimpleTerm(one.key, one.key, one.title) for one in categories()]
    )
