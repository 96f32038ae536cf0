"""Paper, Consultation: the texts, and the sitting that they were put to."""

from collections.abc import Iterator
from imio.platform.deliberation.api.oparl.files import annex_file
from imio.platform.deliberation.api.oparl.files import text_file
from imio.platform.deliberation.api.oparl.scope import Scope
from imio.platform.deliberation.content.meeting import body_of
from imio.platform.deliberation.content.settings import category_of
from imio.platform.deliberation.content.vocabularies import KINDS
from imio.platform.deliberation.rules.oparl import Entry
from imio.platform.deliberation.rules.oparl import shown
from imio.platform.deliberation.workflow.exposing import PAPER
from imio.platform.deliberation.workflow.public_record import PublicPoint


def papers(scope: Scope) -> Iterator[Entry]:
    return scope.remembered("paper", PAPER, _paper)


def _paper(scope: Scope, uid: str) -> dict | None:
    found = scope.point(uid, readable=True)
    if found is None:
        return None
    point, _rank = found
    first, last = scope.instants(PAPER, point.item)
    others = [
        shown(annex_file(scope, annex, point=point), scope.base)
        for annex in point.annexes
    ]
    consultation = Entry(
        "consultation", uid, first, last, lambda: _consultation_content(scope, point)
    )
    return {
        "body": scope.body_url,
        "name": point.line.title,
        "reference": point.reference,
        "date": first.date().isoformat(),
        "paperType": str(KINDS.get(point.item.kind, "")),
        "mainFile": _without_paper(shown(text_file(scope, point), scope.base)),
        "auxiliaryFile": [_without_paper(one) for one in others],
        "consultation": [_without_paper(shown(consultation, scope.base))],
        "underDirectionOf": [scope.url("organization", body_of(point.meeting).UID())],
        "keyword": _keywords(point),
        "web": point.url,
    }


def _keywords(point: PublicPoint) -> list[str]:
    category = category_of(point.item)
    return [category.title] if category is not None else []


def _without_paper(one: dict) -> dict:
    return {name: value for name, value in one.items() if name != "paper"}


def consultations(scope: Scope) -> Iterator[Entry]:
    return scope.remembered("consultation", PAPER, _consultation)


def _consultation(scope: Scope, uid: str) -> dict | None:
    found = scope.point(uid, readable=True)
    return _consultation_content(scope, found[0]) if found is not None else None


def _consultation_content(scope: Scope, point: PublicPoint) -> dict:
    return {
        "paper": scope.url("paper", point.line.uid),
        "agendaItem": scope.url("agenda-item", point.line.uid),
        "meeting": scope.url("meeting", point.meeting.UID()),
        "organization": [scope.url("organization", body_of(point.meeting).UID())],
        "authoritative": True,
    }
