"""What the bundle's template asks for."""

from dataclasses import dataclass
from imio.platform.core import clock
from imio.platform.core.browser.annexes.view import extension
from imio.platform.core.browser.annexes.view import human_size
from imio.platform.deliberation.content.vocabularies import KINDS
from imio.platform.deliberation.content.vocabularies import PRIVACIES
from imio.platform.deliberation.documents.bundle.assembly import Part
from imio.platform.deliberation.documents.bundle.contents import PointContents
from imio.platform.deliberation.documents.helper import MeetingHelper
from imio.platform.deliberation.rules.french_dates import long_date
from imio.platform.deliberation.workflow.advice_wording import advice_sentences
from imio.platform.deliberation.workflow.public_text import readable_html
from plone import api
from zope.annotation.interfaces import IAnnotations
from zope.i18n import translate

#: Where the job leaves, in its request, what the template is to print.
KEY = "imio.platform.deliberation.bundle"
AGENDA = "Convocation et ordre du jour"


@dataclass(frozen=True)
class Missing:
    """An annex that could not be converted."""

    heading: str
    kind: str
    url: str


@dataclass(frozen=True)
class BundlePoint:
    """A point as the bundle tells it; texts are safe HTML."""

    heading: str
    facts: str
    synthesis: str
    motivation: str
    decision: str
    outcome: str
    advices: tuple[str, ...]
    annexes: tuple[str, ...]
    note_lines: tuple[str, ...]
    missing: tuple[Missing, ...]


class BundleHelper(MeetingHelper):
    """The meeting for one reader."""

    agenda_heading = AGENDA

    @property
    def owner(self) -> str:
        user = api.user.get_current()
        return user.getProperty("fullname") or user.getId()

    @property
    def made_on(self) -> str:
        return long_date(clock.today())

    @property
    def bundle_points(self) -> list[BundlePoint]:
        wanted = IAnnotations(self.request).get(KEY) or ([], set())
        return [_point(one, wanted[1]) for one in wanted[0]]


def bundle_parts(points: list[PointContents], converted: set[str]) -> list[Part]:
    """The parts in order: the agenda, then each point followed by its annexes."""
    parts = [Part(AGENDA, heading=AGENDA)]
    for point in points:
        parts.append(Part(_heading(point), heading=_heading(point)))
        for annex in point.annexes:
            if annex.UID() in converted:
                parts.append(Part(annex.title, annex=annex.UID(), is_below=True))
            else:
                heading = _missing(point, annex).heading
                parts.append(Part(annex.title, heading=heading, is_below=True))
    return parts


def _point(point: PointContents, converted: set[str]) -> BundlePoint:
    item, line = point.item, point.line
    return BundlePoint(
        heading=_heading(point),
        facts=", ".join(
            words
            for words in (
                translate(KINDS.get(item.kind, ""), target_language="fr"),
                line.service,
                translate(PRIVACIES.get(item.privacy, ""), target_language="fr"),
            )
            if words
        ),
        synthesis=readable_html(item, "synthesis_note"),
        motivation=readable_html(item, "motivation"),
        decision=readable_html(item, "decision"),
        outcome=line.outcome_title,
        advices=tuple(advice_sentences(item)),
        annexes=tuple(_listed(annex, converted) for annex in point.annexes),
        note_lines=tuple(one for one in point.note.split("\n") if one.strip()),
        missing=tuple(
            _missing(point, annex)
            for annex in point.annexes
            if annex.UID() not in converted
        ),
    )


def _heading(point: PointContents) -> str:
    return " ".join(f"{point.line.number}. {point.line.title}".split())


def _listed(annex, converted: set[str]) -> str:
    where = "ci-après" if annex.UID() in converted else "à lire en ligne"
    return f"{annex.title} ({where})"


def _missing(point: PointContents, annex) -> Missing:
    size = human_size(annex.file.getSize())
    return Missing(
        heading=" ".join(
            f"Annexe au point {point.line.number} : {annex.title}".split()
        ),
        kind=f"{extension(annex.file.filename)}, {size}",
        url=annex.absolute_url(),
    )
