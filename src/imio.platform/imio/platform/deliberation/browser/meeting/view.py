"""A meeting as its reader may see it: the public agenda, or the whole of it."""

from functools import cached_property
from imio.platform.deliberation.browser.body.meetings import when
from imio.platform.deliberation.browser.public.reading import reads_meeting_as_public
from imio.platform.deliberation.content import officials
from imio.platform.deliberation.content.meeting import body_of
from imio.platform.deliberation.records.presence import presence
from imio.platform.deliberation.rules.french_dates import hour
from imio.platform.deliberation.rules.presence import Status
from imio.platform.deliberation.workflow.projection import AgendaLine
from imio.platform.deliberation.workflow.projection import lines
from imio.platform.deliberation.workflow.projection import sees_full_agenda
from imio.platform.deliberation.workflow.projection import state_title
from imio.platform.i18n import _
from plone import api
from Products.Five.browser import BrowserView
from zope.component import getMultiAdapter

STATUS_TITLES = {
    Status.PRESENT: _("Présent"),
    Status.EXCUSED: _("Excusé"),
    Status.ABSENT: _("Absent"),
    Status.NON_ATTENDEE: _("Ne participe pas"),
}


class MeetingView(BrowserView):
    """One page for everybody; what is not for the reader is not in it."""

    def __call__(self):
        if reads_meeting_as_public(self.context):
            page = getMultiAdapter((self.context, self.request), name="public")
            return page()
        return self.index()

    @cached_property
    def lines(self) -> list[AgendaLine]:
        return lines(self.context)

    @property
    def open_lines(self) -> list[AgendaLine]:
        return [line for line in self.lines if not line.is_closed]

    @property
    def closed_lines(self) -> list[AgendaLine]:
        return [line for line in self.lines if line.is_closed]

    @cached_property
    def is_full(self) -> bool:
        return sees_full_agenda(self.context)

    @property
    def body(self):
        return body_of(self.context)

    @property
    def when(self) -> str:
        return when(self.context)

    @property
    def state(self) -> str:
        return state_title(self.context)

    @property
    def is_staff(self) -> bool:
        return not api.user.is_anonymous()

    @property
    def hours(self) -> str:
        """When the sitting was opened and closed, for its readers."""
        opened, closed = self.context.opened_at, self.context.closed_at
        if not (self.is_full and opened):
            return ""
        words = f"ouverte à {hour(opened.time())}"
        return f"{words}, levée à {hour(closed.time())}" if closed else words

    @cached_property
    def members(self) -> list[dict]:
        """Members with their status, once it is noted, for who sees everything."""
        if not self.is_full:
            return []
        noted = presence(self.context).meeting
        return [
            {
                "name": mandate.person_name,
                "title": officials.mandates.title(mandate),
                "status": STATUS_TITLES.get(noted.get(mandate.uid), ""),
            }
            for mandate in officials.members_of(self.context)
        ]

    @property
    def chair(self):
        return officials.chair(self.context)

    @property
    def secretary(self):
        return officials.secretary(self.context)
