"""Feeds hold what readers of RFC 4287 and RSS 2.0 need."""

from datetime import datetime
from hypothesis import given
from hypothesis import strategies as st
from imio.platform.core.clock import BRUSSELS
from imio.platform.deliberation.rules.feed import as_atom
from imio.platform.deliberation.rules.feed import as_rss
from imio.platform.deliberation.rules.feed import ATOM
from imio.platform.deliberation.rules.feed import Entry
from imio.platform.deliberation.rules.feed import Feed
from xml.etree import ElementTree

NOON = datetime(2026, 7, 6, 12, tzinfo=BRUSSELS)
FEED = Feed("Conseil", "https://c.be/d", "https://c.be/d.atom", "Commune", NOON)
ENTRY = Entry("urn:uuid:1", "Eau & gaz", "https://c.be/1", NOON, "Note <b>", "Conseil")


def test_an_atom_feed_has_what_the_standard_requires():
    root = ElementTree.fromstring(as_atom(FEED, [ENTRY]))
    for name in ("id", "title", "updated", "author", "link"):
        assert root.find(f"{{{ATOM}}}{name}") is not None, name
    entry = root.find(f"{{{ATOM}}}entry")
    assert entry.findtext(f"{{{ATOM}}}id") == "urn:uuid:1"
    assert entry.findtext(f"{{{ATOM}}}title") == "Eau & gaz"
    assert entry.findtext(f"{{{ATOM}}}updated") == "2026-07-06T12:00:00+02:00"
    assert entry.find(f"{{{ATOM}}}link").get("href") == "https://c.be/1"


def test_an_rss_feed_has_what_readers_need():
    channel = ElementTree.fromstring(as_rss(FEED, [ENTRY])).find("channel")
    assert [channel.findtext(one) for one in ("title", "link")] == [
        "Conseil",
        "https://c.be/d",
    ]
    item = channel.find("item")
    assert item.findtext("guid") == "urn:uuid:1"
    assert item.find("guid").get("isPermaLink") == "false"
    assert item.findtext("pubDate") == "Mon, 06 Jul 2026 12:00:00 +0200"


@given(st.text(), st.text())
def test_no_text_breaks_a_feed(title, summary):
    entry = Entry("urn:uuid:1", title, "https://c.be/1", NOON, summary)
    for document in (as_atom(FEED, [entry]), as_rss(FEED, [entry])):
        ElementTree.fromstring(document)
