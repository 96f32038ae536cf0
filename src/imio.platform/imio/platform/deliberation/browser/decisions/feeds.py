"""@@decisions.atom, @@decisions.rss: follow a body, or one's own search."""

from imio.platform.core import clock
from imio.platform.core.commune import commune
from imio.platform.deliberation.browser.decisions.found import Found
from imio.platform.deliberation.browser.decisions.found import found
from imio.platform.deliberation.browser.decisions.view import Decisions
from imio.platform.deliberation.rules.feed import as_atom
from imio.platform.deliberation.rules.feed import as_rss
from imio.platform.deliberation.rules.feed import Entry
from imio.platform.deliberation.rules.feed import Feed
from plone import api

#: How many points a feed holds; whoever follows it reads it more often.
LENGTH = 50


class DecisionsFeed(Decisions):
    """The public copy, whoever asks."""

    kind = ""
    content_type = ""

    def __call__(self) -> bytes:
        response = self.request.response
        response.setHeader("Content-Type", f"{self.content_type}; charset=utf-8")
        response.setHeader("Access-Control-Allow-Origin", "*")
        entries = [_entry(found(one)) for one in self.findings[:LENGTH]]
        entries.sort(key=lambda entry: entry.updated, reverse=True)
        return self.write(self._feed(entries), entries)

    def write(self, feed: Feed, entries: list[Entry]) -> bytes:
        raise NotImplementedError

    def _feed(self, entries: list[Entry]) -> Feed:
        asked = self.query.as_query()
        page = f"{self.context.absolute_url()}/@@decisions"
        author = commune().name or api.portal.get().title
        about = self.query.words and f" : {self.query.words}"
        return Feed(
            title=f"{self.context.title}{about}, {author}",
            url=f"{page}?{asked}" if asked else page,
            own_url=self.feed_url(self.kind),
            author=author,
            updated=entries[0].updated if entries else clock.now(),
        )


class AtomFeed(DecisionsFeed):
    kind = "atom"
    content_type = "application/atom+xml"

    def write(self, feed: Feed, entries: list[Entry]) -> bytes:
        return as_atom(feed, entries)


class RssFeed(DecisionsFeed):
    kind = "rss"
    content_type = "application/rss+xml"

    def write(self, feed: Feed, entries: list[Entry]) -> bytes:
        return as_rss(feed, entries)


def _entry(one: Found) -> Entry:
    said = one.outcome_title or "Projet"
    return Entry(
        id=f"urn:uuid:{_dashed(one.uid)}",
        title=one.title,
        url=one.url,
        updated=one.updated,
        summary=f"{one.body}, {one.day} : {said}. {one.excerpt}".strip(),
        category=one.body,
    )


def _dashed(uid: str) -> str:
    """A uid as RFC 4122 writes it."""
    if len(uid) != 32:
        return uid
    return "-".join((uid[:8], uid[8:12], uid[12:16], uid[16:20], uid[20:]))
