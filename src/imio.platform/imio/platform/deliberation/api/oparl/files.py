"""File: texts, annexes and minutes that anybody may open."""

from collections.abc import Iterator
from imio.platform.deliberation.api.oparl.scope import modified
from imio.platform.deliberation.api.oparl.scope import Scope
from imio.platform.deliberation.content.meeting import body_of
from imio.platform.deliberation.rules.masking import unmarked_text
from imio.platform.deliberation.rules.oparl import Entry
from imio.platform.deliberation.workflow import public_record
from imio.platform.deliberation.workflow.exposing import FILE
from imio.platform.deliberation.workflow.exposing import MEETING
from imio.platform.deliberation.workflow.exposing import PAPER
from imio.platform.deliberation.workflow.public_record import PublicPoint
from imio.platform.deliberation.workflow.public_record import Stage

TEXT, MINUTES = "-texte", "-proces-verbal"


def files(scope: Scope) -> Iterator[Entry]:
    for meeting in scope.meetings:
        for annex in public_record.public_annexes(meeting):
            yield annex_file(scope, annex, meeting=meeting)
        minutes = minutes_file(scope, meeting)
        if minutes is not None:
            yield minutes
        for point in scope.points[meeting.UID()]:
            if point.is_readable:
                yield text_file(scope, point)
                for annex in point.annexes:
                    yield annex_file(scope, annex, point=point)
    yield from scope.tombstones("file", FILE)
    for one in scope.tombstones("file", PAPER):
        yield Entry("file", f"{one.key}{TEXT}", one.created, one.modified, None)


def annex_file(scope: Scope, annex, meeting=None, point=None) -> Entry:
    """An annex of a meeting or of a point."""

    def content() -> dict:
        blob = annex.file
        return {
            "name": annex.title,
            "fileName": blob.filename,
            "mimeType": blob.contentType or "application/octet-stream",
            "size": blob.getSize(),
            "accessUrl": f"{annex.absolute_url()}/@@display-file/file",
            "downloadUrl": f"{annex.absolute_url()}/@@download/file",
            "meeting": [scope.url("meeting", meeting.UID())] if meeting else [],
            "paper": [scope.url("paper", point.line.uid)] if point else [],
            "web": annex.absolute_url(),
        }

    first, last = scope.instants(FILE, annex)
    return Entry("file", annex.UID(), first, max(last, modified(annex)), content)


def text_file(scope: Scope, point: PublicPoint) -> Entry:
    """The text of a point, as its page shows it."""

    def content() -> dict:
        words = (unmarked_text(html) for html in point.texts.values())
        return {
            "name": point.line.title,
            "fileName": f"{point.item.getId()}.html",
            "mimeType": "text/html",
            "accessUrl": point.url,
            "text": "\n\n".join(words),
            "paper": [scope.url("paper", point.line.uid)],
        }

    first, last = scope.instants(PAPER, point.item)
    return Entry("file", f"{point.line.uid}{TEXT}", first, last, content)


def minutes_file(scope: Scope, meeting) -> Entry | None:
    """The approved minutes of the public sitting."""
    if public_record.stage(meeting) is not Stage.APPROVED:
        return None
    if not public_record.publishes_texts(body_of(meeting)):
        return None

    def content() -> dict:
        return {
            "name": f"Procès-verbal, {meeting.Title()}",
            "fileName": f"proces-verbal-{meeting.getId()}.html",
            "mimeType": "text/html",
            "accessUrl": f"{meeting.absolute_url()}/@@proces-verbal",
            "meeting": [scope.url("meeting", meeting.UID())],
        }

    first, last = scope.instants(MEETING, meeting)
    return Entry("file", f"{meeting.UID()}{MINUTES}", first, last, content)
