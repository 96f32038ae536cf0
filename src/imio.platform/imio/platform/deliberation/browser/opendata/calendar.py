"""@@seances.ics: the public meetings of a body, to subscribe to (RFC 5545).

@@seance.ics: one of them.
"""

from datetime import timedelta
from icalendar import Calendar
from icalendar import Event
from imio.platform.deliberation.content.meeting import meeting_start
from imio.platform.deliberation.workflow.public_record import public_meetings
from imio.platform.deliberation.workflow.publicity import meeting_is_public
from Products.Five.browser import BrowserView
from zExceptions import NotFound

#: What a calendar shows; nobody knows how long a meeting sits.
USUAL_LENGTH = timedelta(hours=2)


class MeetingsCalendar(BrowserView):
    """The public copy, whoever asks."""

    def __call__(self) -> bytes:
        return answer(self.request, self.context.title, public_meetings(self.context))


class MeetingCalendar(BrowserView):
    """One public meeting, for one's own calendar."""

    def __call__(self) -> bytes:
        if not meeting_is_public(self.context):
            raise NotFound()
        return answer(self.request, self.context.Title(), [self.context])


def answer(request, name: str, meetings: list) -> bytes:
    """A calendar of meetings, with the headers that tell what it is."""
    response = request.response
    response.setHeader("Content-Type", "text/calendar; charset=utf-8")
    response.setHeader("Access-Control-Allow-Origin", "*")
    calendar = Calendar()
    calendar.add("prodid", "-//imio.platform//deliberation//FR")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", name)
    for meeting in meetings:
        calendar.add_component(_event(meeting))
    return calendar.to_ical()


def _event(meeting) -> Event:
    start = meeting_start(meeting)
    event = Event()
    event.add("uid", meeting.UID())
    event.add("summary", meeting.Title())
    event.add("dtstart", start)
    event.add("dtend", start + USUAL_LENGTH)
    event.add("dtstamp", meeting.modified().asdatetime())
    event.add("url", meeting.absolute_url())
    if meeting.place:
        event.add("location", meeting.place)
    return event
