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


def _readable(scope: Scope) -> Iterator[PublicPoint]:
    for points in scope.points.values():
        yield from (point for point in points if point.is_readable)


def papers(scope: Scope) -> Iterator[Entry]:
    for point in _readable(scope):
        yield _paper(scope, point)
    yield from scope.tombstones("paper", PAPER)


def _paper(scope: Scope, point: PublicPoint) -> Entry:
    first, last = scope.instants(PAPER, point.item)

    def content() -> dict:
        main = shown(text_file(scope, point), scope.base)
        others = [
            shown(annex_file(scope, annex, point=point), scope.base)
            for annex in point.annexes
        ]
        consultation = shown(_consultation(scope, point), scope.base)
        return {
            "body": scope.body_url,
            "name": point.line.title,
            "reference": point.reference,
            "date": first.date().isoformat(),
            "paperType": str(KINDS.get(point.item.kind, "")),
            "mainFile": _without_paper(main),
            "auxiliaryFile": [_without_paper(one) for one in others],
            "consultation": [_without_paper(consultation)],
            "underDirectionOf": [
                scope.url("organization", body_of(point.meeting).UID())
            ],
            "keyword": _keywords(point),
            "web": point.url,
        }

    return Entry("paper", point.line.uid, first, last, content)


def _keywords(point: PublicPoint) -> list[str]:
    category = category_of(point.item)
    return [category.title] if category is not None else []


def _without_paper(one: dict) -> dict:
    return {name: value for name, value in one.items() if name != "paper"}


def consultations(scope: Scope) -> Iterator[Entry]:
    for point in _readable(scope):
        yield _consultation(scope, point)
    yield from scope.tombstones("consultation", PAPER)


def _consultation(scope: Scope, point: PublicPoint) -> Entry:
    def content() -> dict:
        return {
            "paper": scope.url("paper", point.line.uid),
            "agendaItem": scope.url("agenda-item", point.line.uid),
            "meeting": scope.url("meeting", point.meeting.UID()),
            "organization": [scope.url("organization", body_of(point.meeting).UID())],
            "authoritative": True,
        }

    first, last = scope.instants(PAPER, point.item)
    return Entry("consultation", point.line.uid, first, last, content)
