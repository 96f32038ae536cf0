"""Events of the start content, dated from the day that it is loaded."""

from collections.abc import Mapping
from datetime import datetime
from datetime import time
from datetime import timedelta
from imio.platform.core.clock import today
from imio.platform.website.start_content.pages import create_page
from imio.platform.website.start_content.pages import publish
from imio.platform.website.start_content.pages import rich_text
from plone import api
from pytz import timezone
from typing import Any

STORED_ZONE = timezone("Europe/Brussels")


def load_events(site, data: Mapping[str, Any], folder: str) -> None:
    """The agenda, and the events that are missing."""
    if not data:
        return
    container = site.get(data["id"]) or create_page(
        site, {"layout": "agenda", **data}, folder
    )
    for item in data.get("items", ()):
        if item["id"] not in container:
            _event(container, item)


def _event(container, data: Mapping[str, Any]) -> None:
    first = today() + timedelta(days=data["in_days"])
    if data.get("weekday") is not None:
        first += timedelta(days=(data["weekday"] - first.weekday()) % 7)
    last = first + timedelta(days=data.get("days", 1) - 1)
    event = api.content.create(
        container,
        "Event",
        id=data["id"],
        title=data["title"],
        description=data["description"],
        start=_at(first, data.get("start", "00:00")),
        end=_at(last, data.get("end", "23:59")),
        whole_day="start" not in data,
        open_end=data.get("open_end", False),
        location=data.get("location", ""),
        recurrence=data.get("recurrence"),
    )
    event.contact_email = data.get("contact_email")
    event.text = rich_text(data["text"])
    publish(event)
    event.reindexObject()


def _at(day, clock: str) -> datetime:
    # zoneinfo's zones cannot be stored in the database, pytz's can.
    return STORED_ZONE.localize(datetime.combine(day, time.fromisoformat(clock)))
