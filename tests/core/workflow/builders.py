"""Guards and hints that a test registers for a while."""

from contextlib import contextmanager
from imio.platform.core.interfaces import IGuard
from imio.platform.core.interfaces import refused
from imio.platform.core.workflow.hints import ITransitionHint
from plone import api
from zope.component import getGlobalSiteManager
from zope.interface import alsoProvides
from zope.interface import Interface


class IPlainPage(Interface):
    """Marks the pages of these tests."""


@contextmanager
def registered(factory, provides, name=""):
    """``factory`` as an adapter of plain pages, before those of the add-ons."""
    registry = getGlobalSiteManager()
    registry.registerAdapter(factory, (IPlainPage,), provides, name)
    try:
        yield
    finally:
        registry.unregisterAdapter(factory, (IPlainPage,), provides, name)


def refusing(transition_id: str, reason: str):
    """A guard that says no."""
    return registered(lambda context: lambda: refused(reason), IGuard, transition_id)


def hinted(transition_id: str, hint):
    """A hint for a transition."""
    return registered(lambda context: hint, ITransitionHint, transition_id)


def plain_page(portal):
    """A private page in Plone's own workflow, so that add-ons' guards have no say."""
    portal.portal_workflow.setChainForPortalTypes(
        ["Document"], ("simple_publication_workflow",)
    )
    page = api.content.create(portal, "Document", title="Avis", description="Résumé")
    alsoProvides(page, IPlainPage)
    return page
