"""The commune's organisation: the root of its services, people and mandates."""

from plone.dexterity.content import Container
from zope.interface import implementer

from imio.platform.core.content.interfaces import IOrganisation


@implementer(IOrganisation)
class Organisation(Container):
    """Holds the tree of services, and people with their mandates."""
