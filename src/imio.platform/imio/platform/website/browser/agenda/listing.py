"""The events of a folder: those to come, or those past."""

from functools import cached_property
from imio.platform.core.clock import now
from imio.platform.website.browser.cards.cards import coming_events
from imio.platform.website.browser.cards.cards import event_card
from imio.platform.website.browser.cards.cards import past_events
from imio.platform.website.browser.pages.batch import batch_of
from Products.Five.browser import BrowserView

PAGE_SIZE = 10


class AgendaListing(BrowserView):
    """Coming events by next date; ``?mode=past`` shows the past, latest first."""

    @property
    def is_past(self) -> bool:
        return self.request.form.get("mode") == "past"

    @property
    def path(self) -> str:
        return "/".join(self.context.getPhysicalPath())

    @cached_property
    def batch(self):
        find = past_events if self.is_past else coming_events
        return batch_of(find(self.context, self.path), self.request, PAGE_SIZE)

    def cards(self) -> list:
        after = None if self.is_past else now()
        cards = [event_card(brain, after) for brain in self.batch]
        return sorted(cards, key=lambda card: card.start, reverse=self.is_past)

    def calendar_url(self) -> str:
        """The coming events as an iCalendar file."""
        return f"{self.context.absolute_url()}/@@event_listing_ical"
