"""Meeting, AgendaItem, Location: what is put to a body, and when."""

from collections.abc import Iterator
from imio.platform.core.commune import commune
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
from imio.platform.deliberation.workflow.lookup import find_meeting
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
    return scope.remembered("meeting", MEETING, _meeting)


def _meeting(scope: Scope, uid: str) -> dict | None:
    meeting = find_meeting(uid)
    stage = public_record.stage(meeting) if meeting is not None else None
    if stage is None:
        return None
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
            _embedded_item(scope, point, rank)
            for rank, point in enumerate(scope.points_of(meeting))
        ],
        "web": meeting.absolute_url(),
    }


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
    return scope.remembered("agenda-item", ITEM, _agenda_item)


def _agenda_item(scope: Scope, uid: str) -> dict | None:
    found = scope.point(uid)
    return _item_content(scope, *found) if found is not None else None


def _item_content(scope: Scope, point: PublicPoint, rank: int) -> dict:
    """:param rank: place among the public points, from 0."""
    key = point.line.uid
    decision = unmarked_text(point.text("decision")) if point.line.outcome else ""
    return {
        "meeting": scope.url("meeting", point.meeting.UID()),
        "number": point.line.number,
        "order": rank,
        "name": point.line.title,
        "public": True,
        "consultation": scope.url("consultation", key) if point.is_readable else None,
        "result": point.line.outcome_title,
        "resolutionText": decision,
        "web": point.url or point.meeting.absolute_url(),
    }


def _embedded_item(scope: Scope, point: PublicPoint, rank: int) -> dict:
    first, last = scope.instants(ITEM, point.item)
    content = _item_content(scope, point, rank)
    del content["meeting"]
    entry = Entry("agenda-item", point.line.uid, first, last, lambda: content)
    return shown(entry, scope.base)


def locations(scope: Scope) -> Iterator[Entry]:
    """The town hall, and the place of each meeting."""
    yield location_of_commune(scope)
    yield from scope.remembered("location", MEETING, _location)


def _location(scope: Scope, uid: str) -> dict | None:
    meeting = find_meeting(uid)
    if meeting is None or public_record.stage(meeting) is None:
        return None
    return {
        "description": _place(meeting),
        "meeting": [scope.url("meeting", uid)],
    }


def _embedded_location(scope: Scope, meeting) -> dict:
    first, last = scope.instants(MEETING, meeting)
    content = {"description": _place(meeting)}
    entry = Entry("location", meeting.UID(), first, last, lambda: content)
    return shown(entry, scope.base)


def _place(meeting) -> str:
    """Where it sits; the town hall where nothing else is said."""
    identity = commune()
    return meeting.place or identity.address or identity.name or body_of(meeting).title
