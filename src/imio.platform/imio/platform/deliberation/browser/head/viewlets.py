"""What the head of a public page tells search engines, the same for everybody."""

from imio.platform.core import clock
from imio.platform.core.commune import commune
from imio.platform.deliberation.browser.public.words import excerpt
from imio.platform.deliberation.content.meeting import body_of
from imio.platform.deliberation.content.meeting import meeting_day
from imio.platform.deliberation.content.meeting import meeting_start
from imio.platform.deliberation.content.vocabularies import DOCUMENT_TYPES
from imio.platform.deliberation.content.vocabularies import KINDS
from imio.platform.deliberation.rules import linked_data
from imio.platform.deliberation.rules.validity import Standing
from imio.platform.deliberation.workflow.public_record import public_point
from imio.platform.deliberation.workflow.publicity import meeting_is_public
from imio.platform.deliberation.workflow.validity import validity_of
from plone import api
from plone.app.layout.viewlets import ViewletBase
from zope.i18n import translate


class LinkedData(ViewletBase):
    """One script element of data; nothing where the page is not the public's."""

    def data(self) -> dict | None:
        raise NotImplementedError

    def render(self) -> str:
        found = self.data()
        if found is None:
            return ""
        script = linked_data.script(found)
        return f'<script type="application/ld+json">{script}</script>'

    @property
    def commune(self) -> dict:
        portal = api.portal.get()
        return linked_data.organization(
            commune().name or portal.title, portal.absolute_url()
        )

    def body_named(self) -> dict:
        """The body, as a part of the commune."""
        body = body_of(self.context)
        return {
            **linked_data.organization(body.title, body.absolute_url()),
            "parentOrganization": self.commune,
        }


class MeetingData(LinkedData):
    def data(self) -> dict | None:
        if not meeting_is_public(self.context):
            return None
        return linked_data.event(
            self.context.Title(),
            self.context.absolute_url(),
            meeting_start(self.context),
            self.context.place or "",
            self.body_named(),
        )


class DecisionData(LinkedData):
    """A project is no act yet: only what is decided is told."""

    def data(self) -> dict | None:
        point = public_point(self.context)
        if point is None or not point.line.outcome:
            return None
        return linked_data.legislation(
            self.context.title,
            point.url,
            translate(KINDS.get(self.context.kind, ""), context=self.request),
            self.body_named(),
            passed_on=meeting_day(point.meeting),
            abstract=excerpt(point.text("synthesis_note")),
        )


class PublicationData(LinkedData):
    def data(self) -> dict | None:
        binds = validity_of(self.context)
        if binds is None:
            return None
        kind = DOCUMENT_TYPES.get(self.context.document_type, "")
        return linked_data.legislation(
            self.context.title,
            self.context.absolute_url(),
            translate(kind, context=self.request),
            self.body_named(),
            passed_on=self.context.adopted_on,
            applies_from=binds.start,
            is_in_force=binds.on(clock.today()) is Standing.IN_FORCE,
            abstract=self.context.summary or "",
        )
