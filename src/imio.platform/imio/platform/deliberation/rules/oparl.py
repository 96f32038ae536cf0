"""OParl 1.1: the shape of objects and lists, filters, pages, deleted objects.

The specification: https://oparl.org/spezifikation/ (version 1.1, 2018). What it
requires of each type is data here, and the tests hold every answer against it.
"""

from collections.abc import Callable
from collections.abc import Iterable
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import urlencode

SCHEMA = "https://schema.oparl.org/1.1/"
VERSION = SCHEMA
#: Objects a list page holds, and at most on demand.
PER_PAGE = 100
#: Kinds of objects, by the word of their address.
KINDS = {
    "body": "Body",
    "legislative-term": "LegislativeTerm",
    "organization": "Organization",
    "person": "Person",
    "membership": "Membership",
    "meeting": "Meeting",
    "agenda-item": "AgendaItem",
    "paper": "Paper",
    "consultation": "Consultation",
    "file": "File",
    "location": "Location",
}
#: What every object has, and what each type has besides.
REQUIRED_OF_ALL = ("id", "type", "created", "modified")
REQUIRED: Mapping[str, tuple[str, ...]] = {
    "System": ("oparlVersion", "body"),
    "Body": (
        "name",
        "organization",
        "person",
        "meeting",
        "paper",
        "legislativeTerm",
        "agendaItem",
        "consultation",
        "file",
        "locationList",
        "legislativeTermList",
        "membership",
    ),
    "AgendaItem": ("order",),
    "File": ("accessUrl",),
}
FILTERS = ("created_since", "created_until", "modified_since", "modified_until")
#: Lists that an object holds whole, left out on ``omit_internal``.
INTERNAL: Mapping[str, tuple[str, ...]] = {
    "Body": ("legislativeTerm",),
    "Person": ("membership",),
    "Meeting": ("agendaItem", "auxiliaryFile"),
    "Paper": ("consultation", "auxiliaryFile"),
}


class BadFilter(ValueError):
    """A filter that cannot be understood; its name is the first argument."""


@dataclass(frozen=True)
class Entry:
    """One object, its content made only when it is shown.

    :param kind: word of its address.
    :param content: makes its properties, or finds that it is public no more and gives
        ``None``; itself ``None`` where it is deleted.
    """

    kind: str
    key: str
    created: datetime
    modified: datetime
    content: Callable[[], Mapping[str, Any] | None] | None

    @property
    def is_deleted(self) -> bool:
        return self.content is None


@dataclass(frozen=True)
class Asked:
    """What a list is asked for.

    :param filters: instants by filter.
    :param omit_internal: leave the lists within the objects out.
    """

    filters: Mapping[str, datetime]
    page: int = 1
    limit: int = PER_PAGE
    omit_internal: bool = False

    def as_query(self, page: int) -> str:
        """The query of another page of the same list, its filters kept."""
        pairs = [(name, one.isoformat()) for name, one in self.filters.items()]
        if self.limit != PER_PAGE:
            pairs.append(("limit", str(self.limit)))
        if self.omit_internal:
            pairs.append(("omit_internal", "true"))
        return urlencode([*pairs, ("page", str(page))])


def asked(form: Mapping[str, object]) -> Asked:
    """What a list's address asks.

    :raises BadFilter: an instant without its offset, a page that is no number.
    """
    filters = {}
    for name in FILTERS:
        typed = form.get(name)
        if typed:
            filters[name] = _instant(name, typed)
    return Asked(
        filters=filters,
        page=_number(form, "page", 1, 10**6),
        limit=_number(form, "limit", PER_PAGE, PER_PAGE),
        omit_internal=str(form.get("omit_internal", "")).lower() in ("true", "1"),
    )


def _instant(name: str, typed: object) -> datetime:
    # An unescaped "+" of the offset arrives as a space.
    text = str(typed).strip().replace(" ", "+")
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        raise BadFilter(name) from None
    if found.tzinfo is None:
        raise BadFilter(name)
    return found


def _number(form: Mapping[str, object], name: str, usual: int, most: int) -> int:
    typed = str(form.get(name, usual))
    if not typed.isascii() or not typed.isdecimal() or len(typed) > 7:
        raise BadFilter(name)
    number = int(typed)
    if not number:
        raise BadFilter(name)
    return min(number, most)


def selected(entries: Iterable[Entry], wanted: Asked) -> list[Entry]:
    """The objects of a list, in an order that new ones do not disturb.

    A deleted object is told only to who asks what changed since an instant.
    """
    shows_deleted = "modified_since" in wanted.filters
    found = [
        one
        for one in entries
        if (shows_deleted or not one.is_deleted) and _passes(one, wanted.filters)
    ]
    return sorted(found, key=lambda one: (one.created, one.key))


def _passes(one: Entry, filters: Mapping[str, datetime]) -> bool:
    tests: Mapping[str, Callable[[datetime], bool]] = {
        "created_since": lambda limit: one.created >= limit,
        "created_until": lambda limit: one.created <= limit,
        "modified_since": lambda limit: one.modified >= limit,
        "modified_until": lambda limit: one.modified <= limit,
    }
    return all(tests[name](limit) for name, limit in filters.items())


def shown(one: Entry, base: str, omit_internal: bool = False) -> dict[str, Any]:
    """An object as it is answered: empty properties left out, instants as ISO text."""
    result: dict[str, Any] = {
        "id": address(base, one.kind, one.key),
        "type": f"{SCHEMA}{KINDS[one.kind]}",
    }
    content = one.content() if one.content is not None else None
    result.update(content if content is not None else {"deleted": True})
    result["created"] = one.created.isoformat(timespec="seconds")
    result["modified"] = one.modified.isoformat(timespec="seconds")
    if omit_internal:
        for name in INTERNAL.get(KINDS[one.kind], ()):
            result.pop(name, None)
    return without_nothing(result)


def without_nothing(values: Mapping[str, Any]) -> dict[str, Any]:
    """The properties that say something: OParl wants no null and no empty list."""
    return {
        name: value for name, value in values.items() if value not in (None, "", [])
    }


def address(base: str, kind: str, key: str = "") -> str:
    """The address of an object, or of the list of its kind."""
    return f"{base}/{kind}/{key}" if key else f"{base}/{kind}"


def listing(
    entries: Sequence[Entry], wanted: Asked, base: str, kind: str
) -> dict[str, Any]:
    """A page of a list: its objects, where it stands, where the others are.

    :param entries: all the objects selected, in order.
    """
    total = len(entries)
    pages = max(1, -(-total // wanted.limit))
    start = (wanted.page - 1) * wanted.limit
    page = entries[start : start + wanted.limit]

    def link(number: int) -> str:
        return f"{address(base, kind)}?{wanted.as_query(number)}"

    links = {"self": link(wanted.page), "first": link(1), "last": link(pages)}
    if 1 < wanted.page <= pages:
        links["prev"] = link(wanted.page - 1)
    if wanted.page < pages:
        links["next"] = link(wanted.page + 1)
    return {
        "data": [shown(one, base, wanted.omit_internal) for one in page],
        "pagination": {
            "totalElements": total,
            "elementsPerPage": wanted.limit,
            "currentPage": wanted.page,
            "totalPages": pages,
        },
        "links": links,
    }


def error(message: str) -> dict[str, str]:
    """The object that tells what went wrong."""
    return {"type": f"{SCHEMA}Error", "message": message}
