"""The class of every section: its kind is its portal type and schema."""

from imio.platform.website.content.sections.base import ISection
from plone.dexterity.content import Item
from zope.interface import implementer


@implementer(ISection)
class Section(Item):
    """A section has no workflow: it is seen when its page is."""
