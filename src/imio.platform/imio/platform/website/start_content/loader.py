"""Start content of the web site.

``website.json`` of a commune's profile::

    {
      "hours": {"population": {"phone": "...", "week": {...}, "closures": [...]}},
      "pages": [{"id": "...", "title": "...", "children": [...]}],
      "news": {"folder": "actualites", "items": [{"id": "...", "days_ago": 2}]},
      "events": {"folder": "agenda", "items": [{"id": "...", "in_days": 5}]},
      "home": {"template": "town", "sections": {"tuiles": {"tiles": [...]}}}
    }

What exists already is left as the commune made it.
"""

from collections.abc import Mapping
from imio.platform.core.interfaces import IStartContent
from imio.platform.website.start_content.events import load_events
from imio.platform.website.start_content.home import load_home
from imio.platform.website.start_content.hours import load_hours
from imio.platform.website.start_content.news import load_news
from imio.platform.website.start_content.pages import load_pages
from typing import Any
from zope.interface import implementer


@implementer(IStartContent)
class WebsiteContent:
    """Loads ``website.json``."""

    order = 10

    def load(self, site: Any, data: Mapping[str, Any], folder: str) -> None:
        load_hours(data.get("hours", {}))
        load_pages(site, data.get("pages", ()), folder)
        load_news(site, data.get("news", {}), folder)
        load_events(site, data.get("events", {}), folder)
        load_home(site, data.get("home", {}), folder)
