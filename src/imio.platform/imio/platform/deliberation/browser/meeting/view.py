"""A meeting as its reader may see it: the public agenda, or the whole of it."""

from functools import cached_property
from imio.platform.deliberation.browser.body.meetings import when
from imio.platform.deliberation.browser.public.reading import reads_meeting_as_public
from imio.platform.deliberation.content import officials
from imio.platform.deliberation.content.meeting import body_of
from imio.platform.deliberation.content.modes import MODES
from imio.platform.deliberation.content.modes import PHYSICAL
from imio.platform.deliberation.records.presence import presence
from imio.platform.deliberation.reminders.meetings import due_of
from imio.platform.deliberation.reminders.meetings import sentence
from imio.platform.deliberation.reminders.meetings import STATES
from imio.platform.deliberation.rules.french_dates import hour
from imio.platform.deliberation.rules.movements_wording import enumeration
from imio.platform.deliberation.rules.presence import Status
from imio.platform.deliberation.workflow.available_minutes import available_words
from imio.platform.deliberation.workflow.available_minutes import minutes_to_approve
from imio.platform.deliberation.workflow.numbering import number_in_year
from imio.platform.deliberation.workflow.projection import AgendaLine
from imio.platform.deliberation.workflow.projection import lines
from imio.platform.deliberation.workflow.projection import sees_full_agenda
from imio.platform.deliberation.workflow.projection import state_title
from imio.platform.deliberation.workflow.replaying import earlier_of
from imio.platform.deliberation.workflow.replaying import following_of
from imio.platform.deliberation.workflow.replaying import left_over
from imio.platform.deliberation.workflow.requested import request_of
from imio.platform.deliberation.workflow.requested import request_words
from imio.platform.deliberation.workflow.requested import requester_names
from imio.platform.i18n import _
from plone import api
from Products.Five.browser import BrowserView
from zope.component import getMultiAdapter
from zope.i18n import translate

MANAGE_AGENDA = "imio.platform.deliberation: Manage agenda"

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
    def number(self) -> str:
        return number_in_year(self.context)

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

    @cached_property
    def minutes(self) -> list[dict]:
        """Earlier minutes to approve, for who sees everything."""
        if not self.is_full:
            return []
        return [
            {
                "title": one.meeting.Title(),
                "url": one.meeting.absolute_url(),
                "said": translate(available_words(one), context=self.request),
                "is_late": one.is_late,
            }
            for one in minutes_to_approve(self.context)
        ]

    @property
    def mode(self) -> str:
        """How the meeting is held, where it is not simply in its room."""
        return "" if self.context.mode == PHYSICAL else MODES[self.context.mode]

    @cached_property
    def requested(self) -> dict | None:
        """Who asks for the meeting, for who sees everything."""
        found = request_of(self.context) if self.is_full else None
        if found is None:
            return None
        return {
            "names": enumeration(requester_names(self.context)),
            "said": translate(request_words(found), context=self.request),
            "is_enough": found.is_enough,
        }

    @cached_property
    def earlier(self):
        """The meeting without quorum that this one follows, for who sees everything."""
        return earlier_of(self.context) if self.is_full else None

    @cached_property
    def following(self):
        """The next convocation of a meeting without quorum, for who may see it."""
        found = following_of(self.context) if self.is_full else None
        may = found is not None and api.user.has_permission("View", obj=found)
        return found if may else None

    @cached_property
    def left_over(self) -> list:
        """Points that the next convocation did not take, for the secretariat."""
        if self.following is None or not self._prepares:
            return []
        return left_over(self.context)

    @property
    def _prepares(self) -> bool:
        return bool(api.user.has_permission(MANAGE_AGENDA, obj=self.context))

    @cached_property
    def alerts(self) -> list[str]:
        """Dates of the law that are near or over, for the secretariat."""
        is_ahead = api.content.get_state(self.context) in STATES
        if not (is_ahead and self._prepares):
            return []
        return [sentence(found) for found in due_of(self.context)]

    @property
    def chair(self):
        return officials.chair(self.context)

    @property
    def secretary(self):
        return officials.secretary(self.context)
