"""Pages with a name of their own."""

from zope.interface import Attribute
from zope.interface import Interface


class ITitledPage(Interface):
    """A page whose window is named after it and not after its context.

    A view class implements it to have ``<title>`` say "Mon travail — Commune de …"
    (WCAG 2.4.2) where Plone would only name the folder or the site.
    """

    title = Attribute("Name of the page, translatable")
