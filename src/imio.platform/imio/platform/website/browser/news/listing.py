"""The news of a folder, page by page."""

from functools import cached_property
from imio.platform.website.browser.cards.cards import news_card
from imio.platform.website.browser.cards.cards import news_query
from imio.platform.website.browser.pages.batch import batch_of
from plone import api
from plone.base.interfaces.syndication import IFeedSettings
from Products.Five.browser import BrowserView

PAGE_SIZE = 9


class NewsListing(BrowserView):
    """Latest first; subscribed to by RSS where the folder allows it."""

    @cached_property
    def batch(self):
        path = "/".join(self.context.getPhysicalPath())
        return batch_of(api.content.find(**news_query(path)), self.request, PAGE_SIZE)

    def cards(self) -> list:
        return [news_card(brain, self.request) for brain in self.batch]

    def feed_url(self) -> str:
        """Address of the RSS feed; empty where there is none."""
        settings = IFeedSettings(self.context, None)
        if settings is None or not settings.enabled:
            return ""
        return f"{self.context.absolute_url()}/rss.xml"
