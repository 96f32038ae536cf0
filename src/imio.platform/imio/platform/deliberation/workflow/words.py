"""A meeting and its points in words, as minutes and acts tell them.

Until the minutes are approved they are made anew each time; from then on they are the
words that were approved, whatever becomes of the functions and of the members.
"""

from collections.abc import Sequence
from dataclasses import asdict
from dataclasses import dataclass
from datetime import date
from imio.platform.core.organisation import mandates
from imio.platform.deliberation.content import officials
from imio.platform.deliberation.content.agenda_item import text_of
from imio.platform.deliberation.content.meeting import body_of
from imio.platform.deliberation.content.meeting import meeting_day
from imio.platform.deliberation.records.agenda import item_uids
from imio.platform.deliberation.records.corrections import corrections
from imio.platform.deliberation.records.presence import presence
from imio.platform.deliberation.rules.act_wording import operative
from imio.platform.deliberation.rules.corrections import (
    sentences as correction_sentences,
)
from imio.platform.deliberation.rules.french_dates import hour
from imio.platform.deliberation.rules.movements_wording import sentences
from imio.platform.deliberation.rules.presence import movements
from imio.platform.deliberation.rules.presence import Status
from imio.platform.deliberation.rules.signatories import Office
from imio.platform.deliberation.workflow.advice_wording import advice_sentences
from imio.platform.deliberation.workflow.lookup import find_item
from imio.platform.deliberation.workflow.lookup import find_meeting
from imio.platform.deliberation.workflow.projection import AgendaLine
from imio.platform.deliberation.workflow.projection import lines
from imio.platform.deliberation.workflow.sitting import sitting_sentences
from imio.platform.deliberation.workflow.urgent import urgency_words
from imio.platform.deliberation.workflow.voting import votes_sentence
from plone import api
from typing import Any


@dataclass(frozen=True)
class Point:
    """A point as minutes tell it; texts are safe HTML."""

    number: str
    title: str
    service: str
    motivation: str
    decision: str
    vote: str
    outcome: str
    advices: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    uid: str = ""
    is_closed: bool = False
    operative: str = ""


@dataclass(frozen=True)
class MeetingWords:
    """A meeting as minutes tell it.

    :param day: day of the sitting, as ISO text.
    :param present: names and offices at the opening; so for the two others.
    """

    body: str
    preset: str
    day: str
    place: str
    opened: str
    closed: str
    urgency: str
    observations: str
    present: tuple[str, ...]
    excused: tuple[str, ...]
    absent: tuple[str, ...]
    chair: Office | None
    secretary: Office | None
    points: tuple[Point, ...] = ()
    corrections: tuple[str, ...] = ()

    @property
    def attending(self) -> str:
        """Who was there, the secretary last, with one final stop."""
        names = list(self.present)
        if self.secretary is not None:
            names.append(f"{self.secretary.name}, {self.secretary.title}")
        return f"{' ; '.join(names)}".rstrip(".") + "."

    @property
    def date(self) -> date:
        return date.fromisoformat(self.day)

    def as_record(self) -> dict[str, Any]:
        """What the database keeps."""
        return asdict(self)


def from_record(record: dict[str, Any]) -> MeetingWords:
    """The words as the database kept them."""
    values = {
        **record,
        "points": tuple(Point(**one) for one in record.get("points", ())),
    }
    for role in ("chair", "secretary"):
        values[role] = Office(**record[role]) if record.get(role) else None
    return MeetingWords(**values)


def live_words(meeting, with_points: bool = True) -> MeetingWords:
    """The words as they are now, with the points that the present user sees."""
    body = body_of(meeting)
    shown = [line for line in lines(meeting) if line.kind == "item"]
    return MeetingWords(
        body=body.title,
        preset=body.rules().id,
        day=meeting_day(meeting).isoformat(),
        place=meeting.place or "",
        opened=hour(meeting.opened_at.time()) if meeting.opened_at else "",
        closed=hour(meeting.closed_at.time()) if meeting.closed_at else "",
        urgency=meeting.urgency_motive or "",
        observations=meeting.observations or "",
        present=_members(meeting, Status.PRESENT),
        excused=_members(meeting, Status.EXCUSED),
        absent=_members(meeting, Status.ABSENT),
        chair=officials.chair(meeting),
        secretary=officials.secretary(meeting),
        points=tuple(point_words(meeting, line) for line in shown)
        if with_points
        else (),
        corrections=correction_sentences(corrections(meeting)),
    )


def approved_words(meeting) -> MeetingWords:
    """The words as they are now, every point in them, whoever asks."""
    with api.env.adopt_roles(["Manager"]):
        return live_words(meeting)


def point_words(meeting, line: AgendaLine) -> Point:
    """A point of a meeting in session or held."""
    item = find_item(line.uid)
    before, after = told_around(meeting, line.uid, item_uids(meeting))
    return Point(
        number=line.number,
        title=line.title,
        service=line.service,
        motivation=text_of(item.motivation),
        decision=text_of(item.decision),
        vote=votes_sentence(meeting, line.uid),
        outcome=line.outcome_title,
        advices=advice_sentences(item),
        before=before,
        after=(*_corrections_approved(item), *after),
        uid=line.uid,
        is_closed=line.is_closed,
        operative=operative(item.outcome, text_of(item.decision)),
    )


def _corrections_approved(item) -> tuple[str, ...]:
    """What was observed on the minutes that a point approves."""
    earlier = find_meeting(item.minutes_of)
    if earlier is None:
        return ()
    return correction_sentences(corrections(earlier))


def _members(meeting, status: Status) -> tuple[str, ...]:
    noted = presence(meeting).meeting
    return tuple(
        f"{mandate.person_name}, {mandates.title(mandate)}"
        for mandate in officials.members_of(meeting)
        if noted.get(mandate.uid) is status
    )


def told_around(
    meeting, uid: str, uids: Sequence[str]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What happened before and after a point, in the minutes' words.

    Who leaves after a point is told before the next one: minutes say it once.

    :param uids: the points of these minutes, in order.
    """
    names = {m.uid: m.person_name for m in officials.members_of(meeting)}
    found = movements(presence(meeting), uids, list(uids).index(uid), list(names))
    moved, _after = sentences(found, names)
    declared = urgency_words(meeting, uid)
    closing, pauses = sitting_sentences(meeting, uid)
    return (*((declared,) if declared else ()), *closing, *moved), pauses
