"""A mandate: a function that a person holds between two dates."""

from imio.platform.core.content.interfaces import IMandate
from plone.dexterity.content import Item
from zope.interface import implementer


@implementer(IMandate)
class Mandate(Item):
    """Lies in the ``Person`` who holds it."""
