"""The meetings of a body that the present user may see."""

from dataclasses import dataclass
from datetime import date
from imio.platform.core import clock
from imio.platform.deliberation.content.meeting import meeting_day
from imio.platform.deliberation.content.meeting import meeting_start
from imio.platform.deliberation.content.vocabularies import meetings_of
from imio.platform.deliberation.records.agenda import item_uids
from imio.platform.deliberation.rules.french_dates import full_date
from imio.platform.deliberation.rules.french_dates import hour
from imio.platform.deliberation.workflow.projection import sees_full_agenda
from imio.platform.deliberation.workflow.projection import state_title
from plone import api


@dataclass(frozen=True)
class MeetingLine:
    """A meeting in a list.

    :param points: number of points, ``None`` for who may not know of all of them.
    """

    title: str
    when: str
    place: str
    url: str
    state: str
    state_title: str
    day: date
    is_past: bool
    points: int | None = None


def meeting_lines(body) -> list[MeetingLine]:
    """Soonest first."""
    return [
        _line(meeting)
        for meeting in meetings_of(body)
        if api.user.has_permission("View", obj=meeting)
    ]


def when(meeting) -> str:
    """``"mardi 1er décembre 2026 à 20 h"``."""
    start = meeting_start(meeting)
    return f"{full_date(start.date())} à {hour(start.time())}"


def _line(meeting) -> MeetingLine:
    day = meeting_day(meeting)
    full = sees_full_agenda(meeting)
    return MeetingLine(
        title=meeting.Title(),
        when=when(meeting),
        place=meeting.place or "",
        url=meeting.absolute_url(),
        state=api.content.get_state(meeting),
        state_title=state_title(meeting),
        day=day,
        is_past=day < clock.today(),
        points=len(item_uids(meeting)) if full else None,
    )
