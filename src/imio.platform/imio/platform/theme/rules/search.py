"""What a visitor may ask of the search, whatever an address says."""

from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass

#: Orders offered, by the name in the address: relevance is the catalog's own.
ORDERS = ("relevance", "Date", "sortable_title")


@dataclass(frozen=True)
class Asked:
    """One search.

    :ivar words: what is looked for.
    :ivar kinds: portal types wanted; all when empty.
    :ivar subjects: keywords wanted.
    :ivar order: one of ``ORDERS``.
    """

    words: str = ""
    kinds: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()
    order: str = ORDERS[0]

    @property
    def is_empty(self) -> bool:
        """Nothing was asked: there is nothing to answer."""
        return not (self.words or self.subjects)


def asked(form: Mapping[str, object]) -> Asked:
    """The search in a submitted form; what cannot be understood is left out."""
    words = texts(form.get("SearchableText"))
    order = texts(form.get("sort_on"))
    return Asked(
        words=" ".join(words).strip(),
        kinds=texts(form.get("portal_type")),
        subjects=texts(form.get("Subject")),
        order=order[0] if order and order[0] in ORDERS else ORDERS[0],
    )


def texts(value: object) -> tuple[str, ...]:
    """Texts given once or several times, without the empty ones."""
    given = value if isinstance(value, Sequence) and not _is_text(value) else (value,)
    return tuple(text for text in given if isinstance(text, str) and text.strip())


def _is_text(value: object) -> bool:
    return isinstance(value, (str, bytes))
