"""@@public of a meeting: its projects before, its decisions after, for anybody."""

from functools import cached_property
from imio.platform.deliberation.browser.body.meetings import when
from imio.platform.deliberation.browser.public.words import correction_words
from imio.platform.deliberation.browser.public.words import excerpt
from imio.platform.deliberation.browser.public.words import FOLLOWING
from imio.platform.deliberation.browser.public.words import kind_words
from imio.platform.deliberation.content.meeting import body_of
from imio.platform.deliberation.content.modes import MODES
from imio.platform.deliberation.content.modes import PHYSICAL
from imio.platform.deliberation.rules.presets import Publicity
from imio.platform.deliberation.workflow import public_record
from imio.platform.deliberation.workflow.public_record import PublicPoint
from imio.platform.deliberation.workflow.public_record import Stage
from Products.Five.browser import BrowserView
from zExceptions import NotFound


class PublicMeeting(BrowserView):
    """The public copy, whoever asks."""

    def __call__(self):
        if self.stage is None:
            raise NotFound()
        return self.index()

    @cached_property
    def stage(self) -> Stage | None:
        return public_record.stage(self.context)

    @property
    def what_follows(self) -> str:
        """Where the meeting stands, as a sentence."""
        return FOLLOWING[self.stage, self.publishes_texts]

    @property
    def publishes_texts(self) -> bool:
        return self.body.publicity == Publicity.DRAFTS

    @property
    def mode(self) -> str:
        """How the meeting is held, where it is not simply in its room."""
        return "" if self.context.mode == PHYSICAL else MODES[self.context.mode]

    @property
    def is_decided(self) -> bool:
        return self.stage in (Stage.DECIDED, Stage.APPROVED)

    @property
    def has_minutes(self) -> bool:
        return self.stage is Stage.APPROVED and self.publishes_texts

    @property
    def body(self):
        return body_of(self.context)

    @property
    def when(self) -> str:
        return when(self.context)

    @cached_property
    def points(self) -> dict[str, PublicPoint]:
        found = public_record.public_points(self.context)
        return {point.line.uid: point for point in found}

    @cached_property
    def rows(self) -> list[dict]:
        """Headings and points, in order."""
        return [
            self._row(self.points[line.uid])
            if line.uid in self.points
            else {"line": line, "point": None}
            for line in public_record.public_lines(self.context)
        ]

    def _row(self, point: PublicPoint) -> dict:
        return {
            "line": point.line,
            "point": point,
            "note": excerpt(point.text("synthesis_note")),
            "kind": kind_words(point.item.kind),
            "annexes": len(point.annexes),
            "corrected": [correction_words(one) for one in point.corrections][-1:],
        }

    @cached_property
    def has_closed_part(self) -> bool:
        return public_record.has_closed_part(self.context)

    @cached_property
    def annexes(self) -> list:
        return public_record.public_annexes(self.context)

    @cached_property
    def neighbours(self) -> tuple:
        """The public meetings before and after it, ``None`` where there is none."""
        meetings = [*public_record.public_meetings(self.body)]
        uids = [meeting.UID() for meeting in meetings]
        here = uids.index(self.context.UID())
        before = meetings[here - 1] if here else None
        after = meetings[here + 1] if here + 1 < len(meetings) else None
        return before, after

    def title_of(self, meeting) -> str:
        return when(meeting)
