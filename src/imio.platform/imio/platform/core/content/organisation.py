"""The commune's organisation: the root of its services, people and mandates."""

from imio.platform.core.content.interfaces import IOrganisation
from imio.platform.core.interfaces import IComputedRoles
from plone.dexterity.content import Container
from zope.interface import implementer


@implementer(IOrganisation, IComputedRoles)
class Organisation(Container):
    """Holds the tree of services, and people with their mandates."""
