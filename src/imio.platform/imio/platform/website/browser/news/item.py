"""A news item."""

from imio.platform.core.clock import BRUSSELS
from imio.platform.website.rules import wording
from Products.Five.browser import BrowserView


class NewsItemView(BrowserView):
    """Its date, as people say it, and its text."""

    def published(self):
        """When it went on line, or None for a draft."""
        date = self.context.effective_date
        return date.asdatetime().astimezone(BRUSSELS) if date else None

    def published_words(self) -> str:
        published = self.published()
        return wording.day(published.date()) if published else ""

    def text(self) -> str:
        value = self.context.text
        return value.output_relative_to(self.context) if value else ""
