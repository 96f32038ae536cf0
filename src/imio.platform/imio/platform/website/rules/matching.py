"""Find a name without minding accents and capitals."""

from unicodedata import category
from unicodedata import normalize


def matches(query: str, text: str) -> bool:
    """Whether every word of a query begins or is within a word of a text.

    ``etat civ`` finds ``Population et État civil``; an empty query finds all.
    """
    plain = folded(text)
    return all(word in plain for word in folded(query).split())


def folded(text: str) -> str:
    """A text in small letters without accents."""
    letters = normalize("NFD", text.casefold())
    return "".join(letter for letter in letters if category(letter) != "Mn")
