"""A service of the organisation; services are nested."""

from imio.platform.core.content.interfaces import IService
from imio.platform.core.interfaces import IComputedRoles
from plone.dexterity.content import Container
from zope.interface import implementer


@implementer(IService, IComputedRoles)
class Service(Container):
    """A service; who holds which function in it is kept in groups, not here."""
