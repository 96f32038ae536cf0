"""The menu, computed once for all who see the same pages until one changes."""

from imio.platform.core.changes import content_state
from imio.platform.core.changes import is_changing
from imio.platform.theme.rules.menu import Entry
from imio.platform.theme.rules.menu import tree
from plone import api
from plone.base.navigationroot import get_navigation_root
from plone.memoize.ram import choose_cache
from time import time

#: A page whose publication date comes appears within this many seconds.
FRESHNESS = 300
#: Never in the menu.
FILES = ("File", "Image")
#: Too many to stand below their folder: its page lists them.
LISTED_TYPES = (*FILES, "News Item", "Event")
CACHE = "imio.platform.theme.menu"


def menu(context) -> tuple[Entry, ...]:
    """The menu of the site, or of the language or minisite, that holds ``context``."""
    root = get_navigation_root(context)
    catalog = api.portal.get_tool("portal_catalog")
    if is_changing():
        return _computed(catalog, root)
    cache = choose_cache(CACHE)
    key = repr(_key(catalog, root))
    try:
        return cache[key]
    except KeyError:
        cache[key] = entries = _computed(catalog, root)
        return entries


def _key(catalog, root: str) -> tuple:
    """Changes whenever the menu may have."""
    principals = catalog._listAllowedRolesAndUsers(api.user.get_current())
    return (
        root,
        api.portal.get_current_language(),
        *content_state(),
        tuple(sorted(principals)),
        tuple(_child_types()),
        int(time() // FRESHNESS),
    )


def _child_types() -> list[str]:
    shown = api.portal.get_registry_record("plone.displayed_types", default=())
    return [name for name in shown if name not in LISTED_TYPES]


def _computed(catalog, root: str) -> tuple[Entry, ...]:
    heads = _pages(catalog, root, 1)
    below = _pages(catalog, root, 2, portal_type=_child_types())
    shown = {path for path, _title in heads}
    return tree(
        heads,
        [page for page in below if page[0].rpartition("/")[0] in shown],
    )


def _pages(catalog, root: str, depth: int, **criteria) -> list[tuple[str, str]]:
    """Path and title of what may be shown down to ``depth``, in folder order."""
    site_path = "/".join(api.portal.get().getPhysicalPath())
    brains = catalog.searchResults(
        path={"query": root, "depth": depth},
        is_default_page=False,
        sort_on="getObjPositionInParent",
        **criteria,
    )
    # Types without that choice have no value, which is not the same as « no ».
    return [
        (brain.getPath().removeprefix(site_path), brain.Title)
        for brain in brains
        if not (brain.exclude_from_nav or brain.portal_type in FILES)
    ]
