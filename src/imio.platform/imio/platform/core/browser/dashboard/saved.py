"""Searches that a person names and keeps, on the site, one shelf a person."""

from BTrees.OOBTree import OOBTree
from collections.abc import Mapping
from dataclasses import dataclass
from imio.platform.core.clock import now
from plone import api
from uuid import uuid4
from zope.annotation.interfaces import IAnnotations

KEY = "imio.platform.core.saved_searches"
#: More than this on one dashboard is no help any more.
MAX_PER_DASHBOARD = 30
MAX_NAME = 80


@dataclass(frozen=True)
class SavedSearch:
    """A name for an address: ``query_string`` is read by the dashboard."""

    id: str
    name: str
    query_string: str


class TooManySearches(Exception):
    """The person already keeps as many as a dashboard shows."""


class SavedSearches:
    """The searches of one person on one dashboard.

    :param user_id: whose; each person reads and writes only their own.
    :param dashboard: stable name of the dashboard.
    """

    def __init__(self, user_id: str, dashboard: str):
        if not user_id:
            raise ValueError("a saved search belongs to a person")
        self.user_id = user_id
        self.dashboard = dashboard

    def all(self) -> list[SavedSearch]:
        """In alphabetical order of their names."""
        searches = [
            SavedSearch(search_id, record["name"], record["query"])
            for search_id, record in self._shelf().items()
            if record["dashboard"] == self.dashboard
        ]
        return sorted(searches, key=lambda search: search.name.casefold())

    def save(self, name: str, query_string: str) -> SavedSearch:
        """Keep ``query_string`` as ``name``; the same name is written over.

        :raises ValueError: without a name.
        :raises TooManySearches: where the shelf is full.
        """
        name = " ".join(name.split())[:MAX_NAME]
        if not name:
            raise ValueError("a saved search has a name")
        existing = self.all()
        same = [s.id for s in existing if s.name.casefold() == name.casefold()]
        if not same and len(existing) >= MAX_PER_DASHBOARD:
            raise TooManySearches(self.dashboard)
        search_id = same[0] if same else uuid4().hex
        self._shelf(create=True)[search_id] = {
            "name": name,
            "query": query_string,
            "dashboard": self.dashboard,
            "saved": now().isoformat(),
        }
        return SavedSearch(search_id, name, query_string)

    def delete(self, search_id: str) -> SavedSearch | None:
        """Forget a search; none if this person keeps no such search here."""
        found = [search for search in self.all() if search.id == search_id]
        if not found:
            return None
        del self._shelf(create=True)[search_id]
        return found[0]

    def _shelf(self, create: bool = False) -> Mapping:
        annotations = IAnnotations(api.portal.get())
        shelves = annotations.get(KEY)
        if not create:
            return shelves.get(self.user_id, {}) if shelves is not None else {}
        if shelves is None:
            shelves = annotations[KEY] = OOBTree()
        if self.user_id not in shelves:
            shelves[self.user_id] = OOBTree()
        return shelves[self.user_id]


def forget_person(event) -> None:
    """Subscriber: a deleted user's searches go with the account."""
    shelves = IAnnotations(api.portal.get()).get(KEY)
    if shelves is not None and event.principal in shelves:
        del shelves[event.principal]


def forget_all() -> None:
    """Uninstalling: nobody's searches stay on the site."""
    IAnnotations(api.portal.get()).pop(KEY, None)
