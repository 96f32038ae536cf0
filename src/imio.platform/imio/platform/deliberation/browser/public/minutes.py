"""@@proces-verbal: the approved minutes of the public sitting (CDLD L1122-16)."""

from dataclasses import dataclass
from functools import cached_property
from imio.platform.core.organisation import mandates
from imio.platform.deliberation.content import officials
from imio.platform.deliberation.content.meeting import body_of
from imio.platform.deliberation.content.meeting import meeting_day
from imio.platform.deliberation.records.fixed_minutes import fixed_words
from imio.platform.deliberation.records.presence import presence
from imio.platform.deliberation.rules.french_dates import full_date
from imio.platform.deliberation.rules.french_dates import hour
from imio.platform.deliberation.rules.presence import Status
from imio.platform.deliberation.rules.presets import Publicity
from imio.platform.deliberation.workflow import public_record
from imio.platform.deliberation.workflow.public_record import PublicPoint
from imio.platform.deliberation.workflow.public_record import Stage
from imio.platform.deliberation.workflow.words import from_record
from imio.platform.deliberation.workflow.words import MeetingWords
from imio.platform.deliberation.workflow.words import told_around
from imio.platform.i18n import _
from Products.Five.browser import BrowserView
from zExceptions import NotFound

STATUSES = (
    (Status.PRESENT, _("Présents")),
    (Status.EXCUSED, _("Excusés")),
    (Status.ABSENT, _("Absents")),
)


@dataclass(frozen=True)
class MinutesPoint:
    """A point as the public minutes tell it."""

    point: PublicPoint
    before: tuple[str, ...]
    after: tuple[str, ...]


class PublicMinutes(BrowserView):
    """The public sitting alone, words masked, whoever asks."""

    page_title = _("Procès-verbal")

    def __call__(self):
        publishes = body_of(self.context).publicity == Publicity.DRAFTS
        if not publishes or public_record.stage(self.context) is not Stage.APPROVED:
            raise NotFound()
        return self.index()

    @property
    def body_title(self) -> str:
        return body_of(self.context).title

    @property
    def day(self) -> str:
        return full_date(meeting_day(self.context))

    @cached_property
    def fixed(self) -> MeetingWords | None:
        """The words as approved: what functions become later changes nothing."""
        record = fixed_words(self.context)
        return from_record(record) if record else None

    @property
    def opened(self) -> str:
        return _hour(self.context.opened_at)

    @property
    def closed(self) -> str:
        return _hour(self.context.closed_at)

    @property
    def chair(self):
        return self.fixed.chair if self.fixed else officials.chair(self.context)

    @property
    def secretary(self):
        return self.fixed.secretary if self.fixed else officials.secretary(self.context)

    @cached_property
    def members(self) -> list:
        return officials.members_of(self.context)

    @property
    def attendance(self) -> list[tuple[str, list[str]]]:
        """Who was there, who was not, at the opening."""
        if self.fixed:
            named = (
                (title, list(getattr(self.fixed, status))) for status, title in STATUSES
            )
            return [(title, names) for title, names in named if names]
        noted = presence(self.context).meeting
        found = (
            (title, [_named(m) for m in self.members if noted.get(m.uid) is status])
            for status, title in STATUSES
        )
        return [(title, names) for title, names in found if names]

    @cached_property
    def points(self) -> list[MinutesPoint]:
        shown = public_record.public_points(self.context)
        uids = [one.line.uid for one in shown]
        return [
            MinutesPoint(one, *told_around(self.context, one.line.uid, uids))
            for one in shown
        ]


def _named(mandate) -> str:
    return f"{mandate.person_name}, {mandates.title(mandate)}"


def _hour(moment) -> str:
    return hour(moment.time()) if moment else ""
