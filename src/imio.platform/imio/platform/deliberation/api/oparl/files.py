"""File: texts, annexes and minutes that anybody may open."""

from collections.abc import Iterator
from imio.platform.deliberation.api.oparl.scope import modified
from imio.platform.deliberation.api.oparl.scope import Scope
from imio.platform.deliberation.content.interfaces import IAgendaItem
from imio.platform.deliberation.content.interfaces import IMeeting
from imio.platform.deliberation.content.meeting import body_of
from imio.platform.deliberation.rules.masking import unmarked_text
from imio.platform.deliberation.rules.oparl import Entry
from imio.platform.deliberation.workflow import public_record
from imio.platform.deliberation.workflow.exposing import FILE
from imio.platform.deliberation.workflow.exposing import MEETING
from imio.platform.deliberation.workflow.exposing import PAPER
from imio.platform.deliberation.workflow.public_record import PublicPoint
from imio.platform.deliberation.workflow.public_record import Stage
from plone.app.uuid.utils import uuidToObject

TEXT, MINUTES = "-texte", "-proces-verbal"


def files(scope: Scope) -> Iterator[Entry]:
    yield from scope.remembered("file", FILE, _annex)
    for one in scope.remembered("file", PAPER, _text):
        yield Entry("file", f"{one.key}{TEXT}", one.created, one.modified, one.content)
    for meeting in scope.meetings:
        minutes = minutes_file(scope, meeting)
        if minutes is not None:
            yield minutes


def _annex(scope: Scope, uid: str) -> dict | None:
    annex = uuidToObject(uid, unrestricted=True)
    if annex is None or not public_record.anybody_may_view(annex):
        return None
    container = annex.aq_parent
    if IMeeting.providedBy(container):
        return _annex_content(scope, annex, meeting=container.UID())
    if IAgendaItem.providedBy(container):
        return _annex_content(scope, annex, paper=container.UID())
    return None


def annex_file(scope: Scope, annex, meeting=None, point=None) -> Entry:
    """An annex of a meeting or of a point, within it."""
    content = _annex_content(
        scope,
        annex,
        meeting=meeting.UID() if meeting is not None else "",
        paper=point.line.uid if point is not None else "",
    )
    first, last = scope.instants(FILE, annex)
    last = max(last, modified(annex))
    return Entry("file", annex.UID(), first, last, lambda: content)


def _annex_content(scope: Scope, annex, meeting: str = "", paper: str = "") -> dict:
    blob = annex.file
    return {
        "name": annex.title,
        "fileName": blob.filename,
        "mimeType": blob.contentType or "application/octet-stream",
        "size": blob.getSize(),
        "accessUrl": f"{annex.absolute_url()}/@@display-file/file",
        "downloadUrl": f"{annex.absolute_url()}/@@download/file",
        "meeting": [scope.url("meeting", meeting)] if meeting else [],
        "paper": [scope.url("paper", paper)] if paper else [],
        "web": annex.absolute_url(),
    }


def _text(scope: Scope, uid: str) -> dict | None:
    found = scope.point(uid, readable=True)
    return _text_content(scope, found[0]) if found is not None else None


def text_file(scope: Scope, point: PublicPoint) -> Entry:
    """The text of a point, as its page shows it."""
    first, last = scope.instants(PAPER, point.item)
    key = f"{point.line.uid}{TEXT}"
    return Entry("file", key, first, last, lambda: _text_content(scope, point))


def _text_content(scope: Scope, point: PublicPoint) -> dict:
    words = (unmarked_text(html) for html in point.texts.values())
    return {
        "name": point.line.title,
        "fileName": f"{point.item.getId()}.html",
        "mimeType": "text/html",
        "accessUrl": point.url,
        "text": "\n\n".join(words),
        "paper": [scope.url("paper", point.line.uid)],
    }


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
