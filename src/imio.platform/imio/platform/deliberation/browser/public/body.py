"""@@public of a body: what comes, what was decided, year by year."""

from dataclasses import dataclass
from functools import cached_property
from imio.platform.core import clock
from imio.platform.deliberation.browser.body.meetings import when
from imio.platform.deliberation.browser.public.words import STAGE_TITLES
from imio.platform.deliberation.content.meeting import meeting_day
from imio.platform.deliberation.content.publication import PLACE
from imio.platform.deliberation.rules.presets import Publicity
from imio.platform.deliberation.workflow import public_record
from imio.platform.deliberation.workflow.public_record import Stage
from Products.Five.browser import BrowserView

SETTLED = (Stage.DECIDED, Stage.APPROVED)


@dataclass(frozen=True)
class PublicMeetingLine:
    """A meeting in the public list."""

    when: str
    place: str
    url: str
    stage: Stage
    stage_title: str
    has_minutes: bool
    year: int
    is_past: bool


class PublicBody(BrowserView):
    """The public copy, whoever asks."""

    @property
    def is_silent(self) -> bool:
        """Whether the public sees nothing of this body."""
        body = self.context
        return body.publicity == Publicity.NONE or body.rules().always_closed

    @property
    def publishes_texts(self) -> bool:
        return self.context.publicity == Publicity.DRAFTS

    @cached_property
    def meetings(self) -> list[PublicMeetingLine]:
        """The latest first."""
        found = public_record.public_meetings(self.context)
        return [self._line(meeting) for meeting in reversed(found)]

    @property
    def to_come(self) -> list[PublicMeetingLine]:
        """The soonest first."""
        return [line for line in reversed(self.meetings) if not line.is_past]

    @property
    def years(self) -> list[int]:
        """Years in which the body sat in public, the latest first."""
        return sorted({line.year for line in self.meetings if line.is_past})[::-1]

    @property
    def year(self) -> int | None:
        """The year shown: the one asked for, else the latest."""
        asked = str(self.request.form.get("annee", ""))
        if asked.isdecimal() and len(asked) == 4 and int(asked) in self.years:
            return int(asked)
        return self.years[0] if self.years else None

    @property
    def of_the_year(self) -> list[PublicMeetingLine]:
        return [
            line for line in self.meetings if line.is_past and line.year == self.year
        ]

    @property
    def regulations_url(self) -> str:
        """Where the body's regulations are, once it has some."""
        if PLACE not in self.context.objectIds():
            return ""
        return f"{self.context.absolute_url()}/{PLACE}"

    def _line(self, meeting) -> PublicMeetingLine:
        day = meeting_day(meeting)
        stage = public_record.stage(meeting)
        return PublicMeetingLine(
            when=when(meeting),
            place=meeting.place or "",
            url=meeting.absolute_url(),
            stage=stage,
            stage_title=STAGE_TITLES[stage],
            has_minutes=stage is Stage.APPROVED and self.publishes_texts,
            year=day.year,
            is_past=day < clock.today() or stage in SETTLED,
        )
