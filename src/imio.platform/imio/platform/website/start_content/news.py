"""News of the start content, dated from the day that it is loaded."""

from collections.abc import Mapping
from DateTime import DateTime
from datetime import timedelta
from imio.platform.core.clock import now
from imio.platform.website.start_content.files import image_of
from imio.platform.website.start_content.pages import create_page
from imio.platform.website.start_content.pages import publish
from imio.platform.website.start_content.pages import rich_text
from plone import api
from plone.base.interfaces.syndication import IFeedSettings
from typing import Any


def load_news(site, data: Mapping[str, Any], folder: str) -> None:
    """The folder of news with its feed, and the news that are missing."""
    if not data:
        return
    container = site.get(data["id"]) or _folder(site, data, folder)
    for item in data.get("items", ()):
        if item["id"] not in container:
            _news_item(container, item, folder)


def _folder(site, data: Mapping[str, Any], folder: str):
    container = create_page(site, {"layout": "actualites", **data}, folder)
    IFeedSettings(container).enabled = True
    return container


def _news_item(container, data: Mapping[str, Any], folder: str) -> None:
    item = api.content.create(
        container,
        "News Item",
        id=data["id"],
        title=data["title"],
        description=data["description"],
    )
    item.text = rich_text(data["text"])
    if data.get("image"):
        item.image = image_of(folder, data["image"])
        item.image_caption = data.get("image_caption", "")
    published = now() - timedelta(days=data.get("days_ago", 0))
    item.setEffectiveDate(DateTime(published.isoformat()))
    publish(item)
    item.reindexObject()
