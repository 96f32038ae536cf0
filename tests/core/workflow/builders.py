"""Guards and hints that a test registers for a while."""

from contextlib import contextmanager

from zope.component import getGlobalSiteManager
from zope.interface import Interface

from imio.platform.core.interfaces import IGuard
from imio.platform.core.interfaces import refused
from imio.platform.core.workflow.hints import ITransitionHint


@contextmanager
def registered(factory, provides, name=""):
    """``factory`` as an adapter of everything."""
    registry = getGlobalSiteManager()
    registry.registerAdapter(factory, (Interface,), provides, name)
    try:
        yield
    finally:
        registry.unregisterAdapter(factory, (Interface,), provides, name)


def refusing(transition_id: str, reason: str):
    """A guard that says no."""
    return registered(lambda context: lambda: refused(reason), IGuard, transition_id)


def hinted(transition_id: str, hint):
    """A hint for a transition."""
    return registered(lambda context: hint, ITransitionHint, transition_id)
