"""An event: when, where, and its text."""

from imio.platform.core.clock import BRUSSELS
from imio.platform.core.clock import now
from imio.platform.website.rules import wording
from plone.event.interfaces import IEventAccessor
from plone.event.interfaces import IEventRecurrence
from plone.event.interfaces import IRecurrenceSupport
from Products.Five.browser import BrowserView

#: Coming dates told of an event that recurs.
MAX_DATES = 6


class EventView(BrowserView):
    """An event or one of its occurrences."""

    def __init__(self, context, request):
        super().__init__(context, request)
        self.data = IEventAccessor(context)

    def when(self) -> str:
        return self._words(self.data.start, self.data.end)

    def other_dates(self) -> list[str]:
        """The coming dates of an event that recurs, in words."""
        if not self.data.recurrence or not IEventRecurrence.providedBy(self.context):
            return []
        found = []
        occurrences = IRecurrenceSupport(self.context).occurrences(range_start=now())
        for occurrence in occurrences:
            found.append(self._words(occurrence.start, occurrence.end))
            if len(found) == MAX_DATES:
                break
        return found

    def text(self) -> str:
        value = self.data.text
        return value or ""

    def calendar_url(self) -> str:
        return f"{self.context.absolute_url()}/ics_view"

    def start(self):
        return self.data.start.astimezone(BRUSSELS)

    def _words(self, start, end) -> str:
        return wording.event_time(start, end, self.data.whole_day, self.data.open_end)
