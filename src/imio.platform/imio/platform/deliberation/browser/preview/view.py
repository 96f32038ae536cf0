"""@@public-preview: the texts as the public will read them, and what to read again."""

from dataclasses import dataclass
from functools import cached_property
from imio.platform.deliberation.content.meeting import body_of
from imio.platform.deliberation.records.agenda import agenda
from imio.platform.deliberation.records.agenda import item_uids
from imio.platform.deliberation.rules.agenda import numbers
from imio.platform.deliberation.rules.masking import PLACEHOLDER
from imio.platform.deliberation.rules.personal_data import Fragment
from imio.platform.deliberation.rules.personal_data import Kind
from imio.platform.deliberation.rules.presets import Publicity
from imio.platform.deliberation.workflow.lookup import find_item
from imio.platform.deliberation.workflow.public_text import public_html
from imio.platform.deliberation.workflow.public_text import suspicious
from imio.platform.i18n import _
from Products.Five.browser import BrowserView

KINDS = {
    Kind.NAME: _("Nom"),
    Kind.IBAN: _("Compte bancaire"),
    Kind.NATIONAL_NUMBER: _("Numéro national"),
    Kind.PHONE: _("Téléphone"),
    Kind.EMAIL: _("Adresse électronique"),
}
TEXTS = (
    ("synthesis_note", _("Note de synthèse")),
    ("motivation", _("Motivation")),
    ("decision", _("Décision")),
)


@dataclass(frozen=True)
class PreviewedPoint:
    """A point as the public reads it.

    :param is_hidden: whether the public never sees it.
    :param warnings: what looks like personal data: its kind and its words.
    """

    number: str
    title: str
    url: str
    is_hidden: bool
    texts: tuple[tuple[str, str], ...]
    warnings: tuple[tuple[str, str], ...]


class Preview(BrowserView):
    """What both pages share."""

    placeholder = PLACEHOLDER

    @property
    def publishes_drafts(self) -> bool:
        return body_of(self.context).publicity == Publicity.DRAFTS

    @property
    def publishes_titles(self) -> bool:
        return body_of(self.context).publicity != Publicity.NONE

    @property
    def warned(self) -> int:
        """How many points are to be read again."""
        return sum(1 for point in self.points if point.warnings)

    def _point(self, item, number: str = "") -> PreviewedPoint:
        is_hidden = item.privacy != "public"
        found = [] if is_hidden else suspicious(item)
        texts = [(title, public_html(getattr(item, name))) for name, title in TEXTS]
        return PreviewedPoint(
            number=number,
            title=item.title,
            url=item.absolute_url(),
            is_hidden=is_hidden,
            texts=()
            if is_hidden or not self.publishes_drafts
            else tuple((title, html) for title, html in texts if html),
            warnings=tuple(_warning(one) for one in found),
        )


class MeetingPreview(Preview):
    """The whole agenda, before it is published."""

    is_meeting = True

    @cached_property
    def points(self) -> list[PreviewedPoint]:
        entries = agenda(self.context)
        number_of = dict(
            zip((entry.uid for entry in entries), numbers(entries), strict=True)
        )
        items = ((uid, find_item(uid)) for uid in item_uids(self.context))
        return [
            self._point(item, number_of[uid]) for uid, item in items if item is not None
        ]


class ItemPreview(Preview):
    """One point, while it is written."""

    is_meeting = False

    @cached_property
    def points(self) -> list[PreviewedPoint]:
        return [self._point(self.context)]


def _warning(fragment: Fragment) -> tuple[str, str]:
    return KINDS[fragment.kind], fragment.words
