"""A person known to the commune: elected, member of staff, or both."""

from imio.platform.core.content.interfaces import IPerson
from plone.dexterity.content import Container
from zope.interface import implementer


@implementer(IPerson)
class Person(Container):
    """Holds the person's mandates; the title is the name, never typed twice."""

    first_name = ""
    last_name = ""

    @property
    def title(self) -> str:
        return f"{self.first_name or ''} {self.last_name or ''}".strip()

    @title.setter
    def title(self, value) -> None:
        """Ignored: forms and imports may send a title, the name decides."""
