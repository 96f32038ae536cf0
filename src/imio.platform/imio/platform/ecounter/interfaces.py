"""Interfaces of the ecounter add-on."""

from zope.publisher.interfaces.browser import IDefaultBrowserLayer


class IECounterLayer(IDefaultBrowserLayer):
    """Browser layer: active where the ecounter add-on is installed."""
