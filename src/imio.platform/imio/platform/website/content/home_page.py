"""A home page: sections in the order that the editor gives them."""

from imio.platform.website.interfaces import IHomePage
from plone.dexterity.content import Container
from zope.interface import implementer


@implementer(IHomePage)
class HomePage(Container):
    """Holds sections; it is public or not as a whole."""
