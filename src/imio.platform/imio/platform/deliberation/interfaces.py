"""Interfaces of the deliberation add-on."""

from zope.publisher.interfaces.browser import IDefaultBrowserLayer


class IDeliberationLayer(IDefaultBrowserLayer):
    """Browser layer: active where the deliberation add-on is installed."""
