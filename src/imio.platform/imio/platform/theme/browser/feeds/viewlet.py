"""The feeds that a page offers, named for who chooses among them."""

from plone.app.layout.links.viewlets import RSSViewlet


class FeedLinks(RSSViewlet):
    """Plone writes the kind of feed as bytes: ``Agenda - b'RSS 2.0'``."""

    def getRssLinks(self, obj):
        links = super().getRssLinks(obj)
        for link in links:
            kind = link["url"].rpartition("/")[2]
            link["title"] = f"{obj.Title()} ({KINDS.get(kind, kind)})"
        return links


#: Name of each kind of feed, by the view that makes it.
KINDS = {
    "RSS": "RSS 1.0",
    "rss.xml": "RSS 2.0",
    "atom.xml": "Atom",
    "itunes.xml": "iTunes",
}
