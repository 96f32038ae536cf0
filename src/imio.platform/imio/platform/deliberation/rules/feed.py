"""Feeds to follow what is published: Atom (RFC 4287) and RSS 2.0."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from email.utils import format_datetime
from xml.etree import ElementTree
import re

ATOM = "http://www.w3.org/2005/Atom"
#: Characters that no XML document may hold (XML 1.0, 2.2).
FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True)
class Entry:
    """One thing published.

    :param id: what it is, whatever its address: ``"urn:uuid:…"``.
    :param updated: aware instant of its last change.
    """

    id: str
    title: str
    url: str
    updated: datetime
    summary: str = ""
    category: str = ""


@dataclass(frozen=True)
class Feed:
    """What a feed tells of itself.

    :param url: the page that it follows.
    :param own_url: its own address.
    """

    title: str
    url: str
    own_url: str
    author: str
    updated: datetime


def as_atom(feed: Feed, entries: Iterable[Entry]) -> bytes:
    """The feed as an Atom document."""
    ElementTree.register_namespace("", ATOM)
    root = ElementTree.Element(f"{{{ATOM}}}feed")
    _atom(root, "id", feed.own_url)
    _atom(root, "title", feed.title)
    _atom(root, "updated", feed.updated.isoformat(timespec="seconds"))
    _atom(root, "link", rel="self", type="application/atom+xml", href=feed.own_url)
    _atom(root, "link", rel="alternate", type="text/html", href=feed.url)
    _atom(_atom(root, "author"), "name", feed.author)
    for entry in entries:
        node = _atom(root, "entry")
        _atom(node, "id", entry.id)
        _atom(node, "title", entry.title)
        _atom(node, "updated", entry.updated.isoformat(timespec="seconds"))
        _atom(node, "link", rel="alternate", type="text/html", href=entry.url)
        if entry.category:
            _atom(node, "category", term=entry.category)
        if entry.summary:
            _atom(node, "summary", entry.summary)
    return _document(root)


def as_rss(feed: Feed, entries: Iterable[Entry]) -> bytes:
    """The feed as an RSS 2.0 document."""
    root = ElementTree.Element("rss", version="2.0")
    channel = ElementTree.SubElement(root, "channel")
    _rss(channel, "title", feed.title)
    _rss(channel, "link", feed.url)
    _rss(channel, "description", feed.title)
    _rss(channel, "language", "fr-BE")
    _rss(channel, "lastBuildDate", format_datetime(feed.updated))
    for entry in entries:
        node = ElementTree.SubElement(channel, "item")
        _rss(node, "title", entry.title)
        _rss(node, "link", entry.url)
        _rss(node, "guid", entry.id).set("isPermaLink", "false")
        _rss(node, "pubDate", format_datetime(entry.updated))
        if entry.category:
            _rss(node, "category", entry.category)
        if entry.summary:
            _rss(node, "description", entry.summary)
    return _document(root)


def _atom(
    parent: ElementTree.Element,
    name: str,
    words: str | None = None,
    **attributes: str,
) -> ElementTree.Element:
    node = ElementTree.SubElement(parent, f"{{{ATOM}}}{name}", attributes)
    node.text = None if words is None else FORBIDDEN.sub("", words)
    return node


def _rss(parent: ElementTree.Element, name: str, words: str) -> ElementTree.Element:
    node = ElementTree.SubElement(parent, name)
    node.text = FORBIDDEN.sub("", words)
    return node


def _document(root: ElementTree.Element) -> bytes:
    return bytes(ElementTree.tostring(root, encoding="utf-8", xml_declaration=True))
