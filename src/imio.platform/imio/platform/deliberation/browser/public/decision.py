"""@@public of a point: the project before the sitting, the decision after it."""

from dataclasses import dataclass
from functools import cached_property
from imio.platform.core.organisation import directory
from imio.platform.deliberation.browser.public.copy import copies_address
from imio.platform.deliberation.browser.public.words import correction_words
from imio.platform.deliberation.browser.public.words import kind_words
from imio.platform.deliberation.content.meeting import body_of
from imio.platform.deliberation.content.meeting import meeting_day
from imio.platform.deliberation.content.settings import category_of
from imio.platform.deliberation.rules.ballot import Method
from imio.platform.deliberation.rules.french_dates import full_date
from imio.platform.deliberation.workflow.public_links import links_of
from imio.platform.deliberation.workflow.public_links import PublicLink
from imio.platform.deliberation.workflow.public_record import public_point
from imio.platform.deliberation.workflow.public_record import PublicPoint
from imio.platform.deliberation.workflow.public_record import readable_neighbours
from imio.platform.i18n import _
from Products.Five.browser import BrowserView
from zExceptions import NotFound

TITLES = {
    "synthesis_note": _("Note de synthèse"),
    "motivation": _("Motivation"),
    "decision": _("Décision"),
}


@dataclass(frozen=True)
class VoteBar:
    """One kind of voice, as a bar of a whole."""

    title: str
    number: int
    kind: str


@dataclass(frozen=True)
class AnnexLine:
    title: str
    url: str
    kilobytes: int


class PublicDecision(BrowserView):
    """The public copy, whoever asks."""

    def __call__(self):
        if self.point is None:
            raise NotFound()
        return self.index()

    @cached_property
    def point(self) -> PublicPoint | None:
        return public_point(self.context)

    @property
    def meeting(self):
        return self.point.meeting

    @property
    def body(self):
        return body_of(self.context)

    @property
    def day(self) -> str:
        return full_date(meeting_day(self.meeting))

    @property
    def is_decided(self) -> bool:
        return bool(self.point.line.outcome)

    @property
    def is_secret(self) -> bool:
        ballot = self.point.ballot
        return ballot is not None and ballot.method is Method.SECRET

    @property
    def kind(self) -> str:
        return kind_words(self.context.kind)

    @property
    def category(self) -> str:
        found = category_of(self.context)
        return found.title if found is not None else ""

    @property
    def service(self) -> str:
        found = directory.service(self.context.proposing_service)
        return found.title if found is not None else ""

    @property
    def texts(self) -> list[tuple[str, str, str]]:
        """Name, title and masked HTML of each text that says something."""
        return [
            (name, self._title(name), html) for name, html in self.point.texts.items()
        ]

    def _title(self, name: str) -> str:
        if name == "decision" and not self.is_decided:
            return _("Décision proposée")
        return TITLES[name]

    @property
    def corrections(self) -> list[str]:
        """What changed in the project once online."""
        return [correction_words(one) for one in self.point.corrections]

    @property
    def bars(self) -> list[VoteBar]:
        """The voices of the vote that counts, those of which there are some."""
        ballot = self.point.ballot
        if ballot is None or ballot.election is not None:
            return []
        tally = ballot.tally
        found = (
            VoteBar(_("Pour"), tally.yes, "yes"),
            VoteBar(_("Contre"), tally.no, "no"),
            VoteBar(_("Abstentions"), tally.abstain, "abstain"),
            VoteBar(_("Blancs ou nuls"), tally.blank, "blank"),
        )
        return [bar for bar in found if bar.number]

    @property
    def annexes(self) -> list[AnnexLine]:
        return [
            AnnexLine(
                annex.title,
                annex.absolute_url(),
                -(-annex.file.getSize() // 1024) if annex.file else 0,
            )
            for annex in self.point.annexes
        ]

    @property
    def takes_copies(self) -> bool:
        """Whether the commune can be written to."""
        return bool(copies_address())

    @cached_property
    def links(self) -> list[PublicLink]:
        return links_of(self.context)

    @cached_property
    def neighbours(self) -> tuple:
        """The readable points before and after it on the public agenda."""
        return readable_neighbours(self.context)
