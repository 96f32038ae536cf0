"""Interfaces of the theme add-on."""

from zope.publisher.interfaces.browser import IDefaultBrowserLayer


class IThemeLayer(IDefaultBrowserLayer):
    """Browser layer: active where the theme add-on is installed."""
