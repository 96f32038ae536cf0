"""What a page says of a service's hours."""

from dataclasses import dataclass
from datetime import date
from datetime import datetime
from imio.platform.website.content.hours import schedule_of
from imio.platform.website.rules import wording
from imio.platform.website.rules.schedule import coming_closures
from imio.platform.website.rules.schedule import Holidays
from imio.platform.website.rules.schedule import status


@dataclass(frozen=True)
class Opening:
    """Hours of a service at an instant, in words.

    :ivar is_open: whether the doors are open.
    :ivar words: ``Ouvert jusqu'à 16 h 30``.
    :ivar week: pairs (day, hours) from Monday.
    :ivar closures: the coming ones, in words.
    """

    has_hours: bool
    is_open: bool
    words: str
    comment: str
    week: tuple[tuple[str, str, bool], ...]
    closures: tuple[str, ...]


def opening_of(service, at: datetime, holidays: Holidays | None = None) -> Opening:
    """The hours of a service as they are to be read at an instant."""
    schedule = schedule_of(service, holidays)
    answer = status(schedule, at)
    today: date = at.date()
    week = tuple(
        (
            name,
            _day_words(day),
            rank == today.weekday(),
        )
        for rank, (name, day) in enumerate(
            zip(wording.WEEKDAYS, schedule.week, strict=True)
        )
    )
    return Opening(
        has_hours=schedule.has_hours(),
        is_open=answer.is_open,
        words=wording.sentence(answer, at),
        comment=answer.comment,
        week=week,
        closures=tuple(wording.closure(c) for c in coming_closures(schedule, today)),
    )


def _day_words(day) -> str:
    words = wording.spans(day.spans)
    if not day.comment:
        return words
    return f"{words} ({day.comment})" if day.spans else day.comment
