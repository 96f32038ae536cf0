"""Interfaces of the deliberation add-on."""

from zope.interface import Interface
from zope.publisher.interfaces.browser import IDefaultBrowserLayer


class IDeliberationLayer(IDefaultBrowserLayer):
    """Browser layer: active where the deliberation add-on is installed."""


class IItemsFolder(Interface):
    """Folder of a body's points, or of one year of them; a filing place only."""
