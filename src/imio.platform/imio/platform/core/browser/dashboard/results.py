"""Asks the catalog for what the present person may see, and counts it."""

from BTrees.IIBTree import IISet
from BTrees.IIBTree import intersection
from collections.abc import Mapping
from plone import api
from Products.ZCTextIndex.ParseTree import ParseError
from typing import Any
import re

WORD = re.compile(r"\w+")


def text_query(text: str) -> str:
    """All words of ``text``, as beginnings of words; empty where it has none.

    The words are taken apart so that quotes, ``AND`` or stars typed by a person
    are looked for and never break the query.
    """
    return " AND ".join(f"{word}*" for word in WORD.findall(text))


def search(query: Mapping[str, Any]):
    """Lazy brains for ``query``; none where the index cannot read it."""
    try:
        return api.portal.get_tool("portal_catalog").searchResults(dict(query))
    except ParseError:
        return []


def record_ids(query: Mapping[str, Any]) -> IISet:
    """Record ids of the results, for counting; the order of ``query`` is not kept."""
    unordered = {k: v for k, v in query.items() if k not in ("sort_on", "sort_order")}
    results = search(unordered)
    sequence = getattr(results, "_seq", None)
    if sequence is None or (len(sequence) and not isinstance(sequence[0], int)):
        # Scored by a text index, or an empty answer: ask the brains themselves.
        return IISet(brain.getRID() for brain in results)
    return IISet(list(sequence))


def counts(index_name: str, found: IISet) -> list[tuple[Any, int]]:
    """How many of the records ``found`` each value of an index holds.

    Values held by none of them are left out: the names of things that a person
    may not see are not given away.
    """
    catalog = api.portal.get_tool("portal_catalog")
    if index_name not in catalog.indexes():
        return []
    index = catalog._catalog.getIndex(index_name)
    values = []
    for value, records in index.items():
        number = len(intersection(found, records))
        if number:
            values.append((value, number))
    return values
