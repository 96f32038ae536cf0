"""Names that follow from what is recorded: nobody types a mandate's title."""

from imio.platform.core.content.interfaces import IMandate
from imio.platform.core.organisation import mandates
from imio.platform.core.organisation.offices import office
from plone.base.interfaces import INameFromTitle
from zope.component import adapter
from zope.interface import implementer


@implementer(INameFromTitle)
@adapter(IMandate)
class MandateName:
    """The office and its first year make the id: ``bourgmestre-2024``."""

    def __init__(self, context):
        self.context = context

    @property
    def title(self) -> str:
        start = self.context.start
        name = office(self.context.office or "").masculine
        return f"{name} {start.year}" if start else name


def mandate_added(mandate, event) -> None:
    """The title agrees with the person the mandate is put in."""
    if event.newParent is not None:
        _entitle(mandate)


def mandate_modified(mandate, event) -> None:
    """The title follows the function and the interim."""
    _entitle(mandate)


def person_modified(person, event) -> None:
    """Titles of the mandates agree with the person's gender."""
    for mandate in person.objectValues():
        if IMandate.providedBy(mandate):
            _entitle(mandate)


def _entitle(mandate) -> None:
    title = mandates.title(mandates.record(mandate))
    if mandate.title != title:
        mandate.title = title
        mandate.reindexObject(idxs=["Title", "sortable_title", "SearchableText"])
