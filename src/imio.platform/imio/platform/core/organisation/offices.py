"""Offices (bourgmestre, échevin ...): their titles, from the registry."""

from imio.platform.core.organisation.settings import IMandateFunction
from imio.platform.core.organisation.settings import MANDATE_FUNCTIONS
from imio.platform.core.rules.mandate import FunctionTitle
from plone.registry.interfaces import IRegistry
from zope.component import getUtility


def offices() -> dict[str, FunctionTitle]:
    """Titles of every office by key, highest rank first."""
    records = getUtility(IRegistry).collectionOfInterface(
        IMandateFunction, prefix=MANDATE_FUNCTIONS, check=False
    )
    ranked = sorted(records.items(), key=lambda item: (item[1].rank or 100, item[0]))
    return {
        key: FunctionTitle(
            key=key,
            masculine=record.masculine or key,
            feminine=record.feminine or record.masculine or key,
            plural=record.plural or record.masculine or key,
            prefix_masculine=_prefix(record.prefix_masculine),
            prefix_feminine=_prefix(record.prefix_feminine),
            prefix_plural=_prefix(record.prefix_plural),
        )
        for key, record in ranked
    }


def office(key: str) -> FunctionTitle:
    """Titles of one office; its key stands in for titles that were removed."""
    known = offices().get(key)
    return known or FunctionTitle(key, key, key, key, "", "", "")


def _prefix(article: str | None) -> str:
    """The article as it stands before a word: « le » wants a space, « l' » none.

    Spaces at the end of a value do not survive an XML file or a form.
    """
    article = (article or "").strip()
    return article if not article or article.endswith("'") else f"{article} "
