"""Plone's default portlets repeat what our pages show."""

from plone.portlets.interfaces import IPortletAssignmentMapping
from plone.portlets.interfaces import IPortletManager
from zope.component import getMultiAdapter
from zope.component import queryUtility

#: Portlets of a new site that a commune's pages make useless, by column.
USELESS = {
    "plone.leftcolumn": ("navigation",),
    "plone.rightcolumn": ("news", "events", "review", "calendar"),
}


def clear_portlets(site) -> None:
    """Remove the portlets that a new site has at its root."""
    for column, names in USELESS.items():
        manager = queryUtility(IPortletManager, name=column)
        if manager is None:
            continue
        mapping = getMultiAdapter((site, manager), IPortletAssignmentMapping)
        for name in names:
            if name in mapping:
                del mapping[name]
