"""The regulations of a body: those in force on a day, by their words."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from imio.platform.core import clock
from imio.platform.deliberation.content.meeting import body_of
from imio.platform.deliberation.content.vocabularies import DOCUMENT_TYPES
from imio.platform.deliberation.rules.french_dates import long_date
from imio.platform.deliberation.rules.validity import holds_words
from imio.platform.deliberation.rules.validity import Standing
from imio.platform.deliberation.rules.validity import Validity
from imio.platform.deliberation.workflow.projection import state_title
from imio.platform.deliberation.workflow.validity import validity_of
from imio.platform.i18n import _
from plone import api
from Products.Five.browser import BrowserView
from zope.i18n import translate

#: States of those that are prepared, for those who prepare them.
PREPARING = ("draft", "proposed", "planned")
SECTIONS = (
    ("preparing", _("En préparation")),
    (Standing.IN_FORCE, _("En vigueur")),
    (Standing.COMING, _("Publiés, pas encore en vigueur")),
    (Standing.ENDED, _("Remplacés ou abrogés")),
    ("withdrawn", _("Retirés de la publication")),
)


@dataclass(frozen=True)
class PublicationLine:
    """A text in the list; ``days`` says when it binds."""

    title: str
    url: str
    kind: str
    adopted: str
    summary: str
    section: str
    state_title: str
    days: str


class PublicationsView(BrowserView):
    """What the catalog lets the reader see."""

    def __call__(self):
        if self.date_error:
            self.request.response.setStatus(400)
        return self.index()

    @property
    def words(self) -> str:
        return self._typed("texte")

    @property
    def kind(self) -> str:
        return self._typed("nature")

    @property
    def kinds(self) -> list[tuple[str, str]]:
        return list(DOCUMENT_TYPES.items())

    @property
    def typed_day(self) -> str:
        return self._typed("le")

    @cached_property
    def day(self) -> date:
        """The day looked at: today where none is asked for."""
        try:
            return date.fromisoformat(self.typed_day)
        except ValueError:
            return clock.today()

    @property
    def is_today(self) -> bool:
        return self.day == clock.today()

    @property
    def day_words(self) -> str:
        return long_date(self.day)

    @property
    def date_error(self) -> str:
        """The sentence to show beside a day that is none."""
        if not self.typed_day:
            return ""
        try:
            date.fromisoformat(self.typed_day)
        except ValueError:
            sentence = _("Écrivez une date qui existe, comme 2026-12-31.")
            return translate(sentence, context=self.request)
        return ""

    @property
    def is_asked(self) -> bool:
        return bool(self.words or self.kind or self.typed_day)

    @cached_property
    def lines(self) -> list[PublicationLine]:
        found = api.content.find(
            context=self.context, portal_type="Publication", sort_on="sortable_title"
        )
        texts = [brain.getObject() for brain in found]
        return [self._line(text) for text in texts if self._is_wanted(text)]

    @property
    def sections(self) -> list[tuple[str, str, list[PublicationLine]]]:
        """Id, title and texts of each section that has some."""
        found = (
            (str(id), title, [one for one in self.lines if one.section == id])
            for id, title in SECTIONS
        )
        return [section for section in found if section[2]]

    @property
    def may_add(self) -> bool:
        return bool(
            api.user.has_permission(
                "imio.platform.deliberation: Manage publications", obj=self.context
            )
        )

    @property
    def add_url(self) -> str:
        return f"{body_of(self.context).absolute_url()}/@@add-publication"

    def _typed(self, name: str) -> str:
        value = self.request.form.get(name, "")
        return value.strip() if isinstance(value, str) else ""

    def _is_wanted(self, text) -> bool:
        if self.kind and text.document_type != self.kind:
            return False
        return holds_words(f"{text.title} {text.summary or ''}", self.words)

    def _line(self, text) -> PublicationLine:
        binds = validity_of(text)
        adopted = text.adopted_on
        return PublicationLine(
            title=text.title,
            url=text.absolute_url(),
            kind=DOCUMENT_TYPES.get(text.document_type, ""),
            adopted=long_date(adopted) if adopted else "",
            summary=text.summary or "",
            section=_section(text, binds, self.day),
            state_title=state_title(text),
            days=translate(_days(binds), context=self.request) if binds else "",
        )


def _section(text, binds: Validity | None, day: date) -> str:
    if binds is not None:
        return binds.on(day)
    return "preparing" if api.content.get_state(text) in PREPARING else "withdrawn"


def _days(binds: Validity):
    """From when to when it binds, as a sentence."""
    start = long_date(binds.start)
    if binds.end is not None:
        return _(
            "en vigueur du ${start} au ${end} exclu",
            mapping={"start": start, "end": long_date(binds.end)},
        )
    return _("en vigueur depuis le ${start}", mapping={"start": start})
