"""Root of the bodies."""

from imio.platform.deliberation.content.interfaces import IDeliberations
from plone.dexterity.content import Container
from zope.interface import implementer


@implementer(IDeliberations)
class Deliberations(Container):
    """Lies at ``/deliberations``."""
