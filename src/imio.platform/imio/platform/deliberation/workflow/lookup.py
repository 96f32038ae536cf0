"""From UIDs to meetings and points, whoever asks.

Pages and services that show what they find check the permission to see it.
"""

from collections.abc import Iterable
from plone import api
from plone.app.uuid.utils import uuidToObject
from zope.annotation.interfaces import IAnnotations
from zope.globalrequest import getRequest

#: Where a request keeps what it asked the catalog.
KEPT = "imio.platform.deliberation.indexed_points"


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
    traverse = api.portal.get_tool("portal_catalog").unrestrictedTraverse
    folders: dict = {}
    found = {}
    for uid, (folder, name, _state) in _indexed(uids).items():
        if folder not in folders:
            # Walked to once: a body keeps its points in one folder.
            folders[folder] = traverse(folder)
        found[uid] = folders[folder]._getOb(name)
    return found


def states_of(uids: Iterable[str]) -> dict[str, str]:
    """The workflow state of each point, without waking the points."""
    return {uid: state for uid, (_folder, _name, state) in _indexed(uids).items()}


def _indexed(uids: Iterable[str]) -> dict[str, tuple[str, str, str]]:
    """Folder's path, id and state of each point, as the catalog knows them.

    A page and its guards ask for the same agenda many times: the answer is kept
    while the request lasts and the catalog, asked first to index what changed, stays
    the same.
    """
    wanted = frozenset(uids)
    catalog = api.portal.get_tool("portal_catalog")
    request = getRequest()
    key = (wanted, catalog.getCounter())
    kept = {} if request is None else IAnnotations(request).setdefault(KEPT, {})
    if key not in kept:
        kept[key] = {
            brain.UID: (*brain.getPath().rsplit("/", 1), brain.review_state)
            for brain in catalog.unrestrictedSearchResults(
                UID=list(wanted), portal_type="AgendaItem"
            )
        }
    return kept[key]


def _object(uid: str | None, portal_type: str):
    found = uuidToObject(uid, unrestricted=True) if uid else None
    return found if getattr(found, "portal_type", None) == portal_type else None
