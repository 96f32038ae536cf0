"""Interfaces of the website add-on."""

from zope.publisher.interfaces.browser import IDefaultBrowserLayer


class IWebsiteLayer(IDefaultBrowserLayer):
    """Browser layer: active where the website add-on is installed."""
