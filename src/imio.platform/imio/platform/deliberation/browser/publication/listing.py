"""The regulations of a body, those in force first."""

from dataclasses import dataclass
from imio.platform.deliberation.content.meeting import body_of
from imio.platform.deliberation.content.vocabularies import DOCUMENT_TYPES
from imio.platform.deliberation.rules.french_dates import long_date
from imio.platform.deliberation.workflow.projection import state_title
from plone import api
from Products.Five.browser import BrowserView

#: States in the order of the list; the first ones are for those who prepare.
SECTIONS = (
    ("draft", "proposed", "planned"),
    ("published",),
    ("superseded", "archived", "unpublished"),
)


@dataclass(frozen=True)
class PublicationLine:
    title: str
    url: str
    kind: str
    adopted: str
    summary: str
    state: str
    state_title: str


class PublicationsView(BrowserView):
    """What the catalog lets the reader see."""

    def lines(self, section: int) -> list[PublicationLine]:
        found = api.content.find(
            context=self.context,
            portal_type="Publication",
            review_state=list(SECTIONS[section]),
            sort_on="sortable_title",
        )
        return [_line(brain.getObject()) for brain in found]

    @property
    def may_add(self) -> bool:
        return bool(
            api.user.has_permission(
                "imio.platform.deliberation: Manage publications", obj=self.context
            )
        )

    @property
    def add_url(self) -> str:
        return f"{body_of(self.context).absolute_url()}/@@add-publication"


def _line(publication) -> PublicationLine:
    day = publication.adopted_on
    return PublicationLine(
        title=publication.title,
        url=publication.absolute_url(),
        kind=DOCUMENT_TYPES.get(publication.document_type, ""),
        adopted=long_date(day) if day else "",
        summary=publication.summary or "",
        state=api.content.get_state(publication),
        state_title=state_title(publication),
    )
