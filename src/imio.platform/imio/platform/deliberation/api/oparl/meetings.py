"""Meeting, AgendaItem, Location: what is put to a body, and when."""

from collections.abc import Iterator
from imio.platform.deliberation.api.oparl.commune import location_of_commune
from imio.platform.deliberation.api.oparl.files import annex_file
from imio.platform.deliberation.api.oparl.files import minutes_file
from imio.platform.deliberation.api.oparl.scope import iso
from imio.platform.deliberation.api.oparl.scope import Scope
from imio.platform.deliberation.content.meeting import body_of
from imio.platform.deliberation.content.meeting import meeting_start
from imio.platform.deliberation.content.officials import members_of
from imio.platform.deliberation.records.presence import presence
from imio.platform.deliberation.rules.masking import unmarked_text
from imio.platform.deliberation.rules.oparl import Entry
from imio.platform.deliberation.rules.oparl import shown
from imio.platform.deliberation.rules.presence import Status
from imio.platform.deliberation.workflow import public_record
from imio.platform.deliberation.workflow.exposing import ITEM
from imio.platform.deliberation.workflow.exposing import MEETING
from imio.platform.deliberation.workflow.public_record import PublicPoint
from imio.platform.deliberation.workflow.public_record import Stage

#: The words that the specification recommends.
STATES = {
    Stage.CONVENED: "eingeladen",
    Stage.IN_SESSION: "eingeladen",
    Stage.WRITING: "eingeladen",
    Stage.DECIDED: "eingeladen",
    Stage.APPROVED: "durchgeführt",
}


def meetings(scope: Scope) -> Iterator[Entry]:
    for meeting in scope.meetings:
        yield _meeting(scope, meeting)
    yield from scope.tombstones("meeting", MEETING)


def _meeting(scope: Scope, meeting) -> Entry:
    def content() -> dict:
        stage = public_record.stage(meeting)
        return {
            "name": meeting.Title(),
            "meetingState": STATES[stage],
            "start": iso(meeting_start(meeting)),
            "end": iso(meeting.closed_at) if meeting.closed_at else None,
            "location": _embedded_location(scope, meeting),
            "organization": [scope.url("organization", body_of(meeting).UID())],
            "participant": _participants(scope, meeting, stage),
            "resultsProtocol": _minutes(scope, meeting),
            "auxiliaryFile": [
                shown(annex_file(scope, annex, meeting=meeting), scope.base)
                for annex in public_record.public_annexes(meeting)
            ],
            "agendaItem": [
                _without_meeting(shown(_agenda_item(scope, point, rank), scope.base))
                for rank, point in enumerate(scope.points[meeting.UID()])
            ],
            "web": meeting.absolute_url(),
        }

    first, last = scope.instants(MEETING, meeting)
    points = scope.points[meeting.UID()]
    last = max([last, *(scope.instants(ITEM, point.item)[1] for point in points)])
    return Entry("meeting", meeting.UID(), first, last, content)


def _participants(scope: Scope, meeting, stage: Stage) -> list[str]:
    """Who was there, once the minutes of a public sitting are approved."""
    if stage is not Stage.APPROVED:
        return []
    if not public_record.sits_in_public(body_of(meeting)):
        return []
    noted = presence(meeting).meeting
    return [
        scope.url("person", member.person_uid)
        for member in members_of(meeting)
        if noted.get(member.uid) is Status.PRESENT
    ]


def _minutes(scope: Scope, meeting) -> dict | None:
    found = minutes_file(scope, meeting)
    return shown(found, scope.base) if found is not None else None


def agenda_items(scope: Scope) -> Iterator[Entry]:
    for points in scope.points.values():
        for rank, point in enumerate(points):
            yield _agenda_item(scope, point, rank)
    yield from scope.tombstones("agenda-item", ITEM)


def _agenda_item(scope: Scope, point: PublicPoint, rank: int) -> Entry:
    """:param rank: place among the public points, from 0."""

    def content() -> dict:
        key = point.line.uid
        decision = unmarked_text(point.text("decision")) if point.line.outcome else ""
        return {
            "meeting": scope.url("meeting", point.meeting.UID()),
            "number": point.line.number,
            "order": rank,
            "name": point.line.title,
            "public": True,
            "consultation": scope.url("consultation", key)
            if point.is_readable
            else None,
            "result": point.line.outcome_title,
            "resolutionText": decision,
            "web": point.url or point.meeting.absolute_url(),
        }

    first, last = scope.instants(ITEM, point.item)
    return Entry("agenda-item", point.line.uid, first, last, content)


def _without_meeting(item: dict) -> dict:
    return {name: value for name, value in item.items() if name != "meeting"}


def locations(scope: Scope) -> Iterator[Entry]:
    """The town hall, and the place of each meeting that tells one."""
    yield location_of_commune(scope)
    for meeting in scope.meetings:
        if meeting.place:
            yield _location(scope, meeting)


def _location(scope: Scope, meeting) -> Entry:
    def content() -> dict:
        return {
            "description": meeting.place,
            "meeting": [scope.url("meeting", meeting.UID())],
        }

    first, last = scope.instants(MEETING, meeting)
    return Entry("location", meeting.UID(), first, last, content)


def _embedded_location(scope: Scope, meeting) -> dict | None:
    if not meeting.place:
        return None
    found = shown(_location(scope, meeting), scope.base)
    return {name: value for name, value in found.items() if name != "meeting"}
