"""A home page: sections in the order that the editor gives them."""

from plone.dexterity.content import Container
from zope.interface import implementer

from imio.platform.website.interfaces import IHomePage


@implementer(IHomePage)
class HomePage(Container):
    """Holds sections; it is public or not as a whole."""
