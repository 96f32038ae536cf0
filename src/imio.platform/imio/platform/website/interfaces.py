"""Interfaces of the website add-on."""

from imio.platform.core.interfaces import ICoreLayer
from plone.app.contenttypes.interfaces import IPloneAppContenttypesLayer
from plone.app.event.interfaces import IBrowserLayer as IEventLayer
from plone.supermodel import model


class IWebsiteLayer(ICoreLayer, IEventLayer, IPloneAppContenttypesLayer):
    """Browser layer: active where the website add-on is installed.

    It extends the layers of the types that it draws, so that its pages come
    before theirs whatever the order of installation.
    """


class IHomePage(model.Schema):
    """A page made of sections."""
