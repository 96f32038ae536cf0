"""The directory of services, and who holds which function in them.

What add-ons ask: it reads the whole organisation whoever asks, so pages that show
the answers check the permission to see them.
"""

from dataclasses import dataclass
from imio.platform.core.organisation.groups import group_id
from imio.platform.core.organisation.groups import SEPARATOR
from imio.platform.core.organisation.settings import PREFIX
from imio.platform.core.organisation.still import once
from plone import api
from plone.app.uuid.utils import uuidToObject


@dataclass(frozen=True)
class ServiceEntry:
    """A service's line in the tree; ``depth`` is 0 directly in the organisation."""

    uid: str
    id: str
    title: str
    url: str
    path: str
    depth: int
    is_open: bool


def functions() -> dict[str, str]:
    """Title of each function that can be held in a service, by key, in order."""
    return dict(api.portal.get_registry_record(f"{PREFIX}.functions", default={}) or {})


def services(include_closed: bool = False) -> list[ServiceEntry]:
    """The services in tree order: each one is followed by its sub-services."""
    entries = once("services", _tree)
    return [entry for entry in entries if include_closed or entry.is_open]


def _tree() -> list[ServiceEntry]:
    brains = api.portal.get_tool("portal_catalog").unrestrictedSearchResults(
        portal_type="Service", sort_on="getObjPositionInParent"
    )
    children: dict[str, list] = {}
    paths = {brain.getPath() for brain in brains}
    for brain in brains:
        children.setdefault(brain.getPath().rpartition("/")[0], []).append(brain)
    roots = [parent for parent in children if parent not in paths]
    entries = []
    for root in sorted(roots):
        entries.extend(_branch(root, 0, children))
    return entries


def _branch(parent: str, depth: int, children: dict[str, list]) -> list[ServiceEntry]:
    entries = []
    for brain in children.get(parent, ()):
        path = brain.getPath()
        entries.append(
            ServiceEntry(
                uid=brain.UID,
                id=brain.getId,
                title=brain.Title,
                url=brain.getURL(),
                path=path,
                depth=depth,
                is_open=brain.review_state != "closed",
            )
        )
        entries.extend(_branch(path, depth + 1, children))
    return entries


def service(uid: str):
    """The ``Service`` with this UID, whoever asks; ``None`` when there is none."""
    found = uuidToObject(uid, unrestricted=True) if uid else None
    return found if getattr(found, "portal_type", None) == "Service" else None


def services_of(user_id: str, function: str) -> list[str]:
    """UIDs of the services where the person holds ``function``."""
    user = api.user.get(userid=user_id)
    if user is None:
        return []
    suffix = f"{SEPARATOR}{function}"
    return [
        group.removesuffix(suffix)
        for group in user.getGroups()
        if group.endswith(suffix)
    ]


def has_function(user_id: str, service_uid: str, function: str) -> bool:
    """Whether the person holds ``function`` in the service."""
    user = api.user.get(userid=user_id)
    return user is not None and group_id(service_uid, function) in user.getGroups()
