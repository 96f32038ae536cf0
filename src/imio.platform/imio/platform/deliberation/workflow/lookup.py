"""From UIDs to meetings and points, whoever asks.

Pages and services that show what they find check the permission to see it.
"""

from collections.abc import Iterable
from plone import api
from plone.app.uuid.utils import uuidToObject


def meeting_of(item):
    """The meeting on whose agenda the point is, or ``None``."""
    return _object(item.meeting, "Meeting")


def find_meeting(uid: str | None):
    """The meeting with this UID, or ``None``."""
    return _object(uid, "Meeting")


def find_item(uid: str | None):
    """The point with this UID, or ``None``."""
    return _object(uid, "AgendaItem")


def find_items(uids: Iterable[str]) -> dict:
    """The points with these UIDs, in one query: an agenda asks for hundreds."""
    catalog = api.portal.get_tool("portal_catalog")
    brains = catalog.unrestrictedSearchResults(UID=list(uids), portal_type="AgendaItem")
    folders: dict = {}
    found = {}
    for brain in brains:
        path, _slash, name = brain.getPath().rpartition("/")
        if path not in folders:
            # Walked to once: a body keeps its points in one folder.
            folders[path] = catalog.unrestrictedTraverse(path)
        found[brain.UID] = folders[path]._getOb(name)
    return found


def _object(uid: str | None, portal_type: str):
    found = uuidToObject(uid, unrestricted=True) if uid else None
    return found if getattr(found, "portal_type", None) == portal_type else None
