"""News and events as they stand in lists: drawn from the catalog."""

from dataclasses import dataclass
from datetime import date
from datetime import datetime
from imio.platform.core.clock import BRUSSELS
from imio.platform.core.clock import now
from imio.platform.website.rules import wording
from plone import api
from plone.app.event.base import get_events
from plone.event.interfaces import IEventAccessor
from plone.event.interfaces import IEventRecurrence
from plone.event.interfaces import IRecurrenceSupport


@dataclass(frozen=True)
class NewsCard:
    """One news item; ``image`` is a tag without text, for the title says it all."""

    title: str
    description: str
    url: str
    day: date | None
    image: str

    @property
    def day_words(self) -> str:
        return wording.day(self.day) if self.day else ""


@dataclass(frozen=True)
class EventCard:
    """One event and the next time it takes place."""

    title: str
    description: str
    url: str
    start: datetime
    words: str
    location: str

    @property
    def day_number(self) -> str:
        return str(self.start.day)

    @property
    def month(self) -> str:
        return wording.MONTHS[self.start.month - 1]


def news_query(path: str) -> dict:
    """The news below a folder that may be shown now, latest first."""
    return {
        "portal_type": "News Item",
        "path": path,
        "review_state": "published",
        "sort_on": "effective",
        "sort_order": "descending",
    }


def news_card(brain, request) -> NewsCard:
    """A news item from its catalog record, without waking it."""
    scaling = api.content.get_view("image_scale", api.portal.get(), request)
    image = ""
    if getattr(brain, "image_scales", None):
        image = scaling.tag(brain, "image", scale="preview", alt="", title=None) or ""
    effective = brain.effective
    known = effective is not None and effective.year() > 1970
    return NewsCard(
        title=brain.Title,
        description=brain.Description,
        url=brain.getURL(),
        day=_local(effective.asdatetime()).date() if known else None,
        image=image,
    )


def coming_events(context, path: str, limit: int | None = None) -> list:
    """Catalog records of the events under way or to come, by next date."""
    return get_events(
        context,
        start=now(),
        path=path,
        review_state="published",
        limit=limit,
    )


def past_events(context, path: str) -> list:
    """Catalog records of the events that are over, latest first."""
    return get_events(
        context,
        end=now(),
        path=path,
        review_state="published",
        sort="end",
        sort_reverse=True,
    )


def event_card(brain, after: datetime | None = None) -> EventCard:
    """An event at its next occurrence after an instant, or at its first."""
    event = brain.getObject()
    accessor = IEventAccessor(event)
    start, end = _occurrence(event, accessor, after)
    return EventCard(
        title=brain.Title,
        description=brain.Description,
        url=brain.getURL(),
        start=start,
        words=wording.event_time(start, end, accessor.whole_day, accessor.open_end),
        location=accessor.location or "",
    )


def _occurrence(event, accessor, after) -> tuple[datetime, datetime]:
    if after is not None and accessor.recurrence and IEventRecurrence.providedBy(event):
        for occurrence in IRecurrenceSupport(event).occurrences(range_start=after):
            return _local(occurrence.start), _local(occurrence.end)
    return _local(accessor.start), _local(accessor.end)


def _local(instant: datetime) -> datetime:
    return instant.astimezone(BRUSSELS)
