"""A service of the organisation; services are nested."""

from plone.dexterity.content import Container
from zope.interface import implementer

from imio.platform.core.content.interfaces import IService


@implementer(IService)
class Service(Container):
    """A service; who holds which function in it is kept in groups, not here."""
