"""Interfaces of the website add-on."""

from plone.supermodel import model
from zope.publisher.interfaces.browser import IDefaultBrowserLayer


class IWebsiteLayer(IDefaultBrowserLayer):
    """Browser layer: active where the website add-on is installed."""


class IHomePage(model.Schema):
    """A page made of sections."""
