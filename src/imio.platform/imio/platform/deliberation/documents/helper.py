"""What the templates ask of a meeting and of a point."""

from collective.documentgenerator.helper.dexterity import DXDocumentGenerationHelperView
from functools import cached_property
from imio.platform.core import clock
from imio.platform.core.clock import BRUSSELS
from imio.platform.deliberation.browser.body.meetings import when
from imio.platform.deliberation.content import officials
from imio.platform.deliberation.content.meeting import body_of
from imio.platform.deliberation.content.meeting import meeting_day
from imio.platform.deliberation.content.modes import MODES
from imio.platform.deliberation.content.modes import PHYSICAL
from imio.platform.deliberation.records.certified_copies import copies_of
from imio.platform.deliberation.records.fixed_minutes import fixed_words
from imio.platform.deliberation.records.register import act_of
from imio.platform.deliberation.records.register import act_words
from imio.platform.deliberation.rules.act_wording import closing
from imio.platform.deliberation.rules.act_wording import opening
from imio.platform.deliberation.rules.certified_copies import CertifiedCopy
from imio.platform.deliberation.rules.convocation_wording import rank_note
from imio.platform.deliberation.rules.convocation_wording import rank_title
from imio.platform.deliberation.rules.french_dates import full_date
from imio.platform.deliberation.rules.french_dates import long_date
from imio.platform.deliberation.rules.movements_wording import enumeration
from imio.platform.deliberation.rules.register import Act
from imio.platform.deliberation.rules.signatories import Office
from imio.platform.deliberation.rules.signatories import Paper
from imio.platform.deliberation.rules.signatories import Signature
from imio.platform.deliberation.workflow.lookup import meeting_of
from imio.platform.deliberation.workflow.numbering import number_in_year
from imio.platform.deliberation.workflow.numbering import reference_of
from imio.platform.deliberation.workflow.projection import AgendaLine
from imio.platform.deliberation.workflow.projection import lines
from imio.platform.deliberation.workflow.projection import NOTES
from imio.platform.deliberation.workflow.projection import sees_full_agenda
from imio.platform.deliberation.workflow.publicity import decisions_are_public
from imio.platform.deliberation.workflow.requested import requester_names
from imio.platform.deliberation.workflow.words import from_record
from imio.platform.deliberation.workflow.words import live_words
from imio.platform.deliberation.workflow.words import MeetingWords
from imio.platform.deliberation.workflow.words import Point
from imio.platform.deliberation.workflow.words import point_words
from plone import api
from Products.Five.browser import BrowserView


class MeetingHelper(DXDocumentGenerationHelperView):
    """A meeting in words."""

    @property
    def meeting(self):
        return self.real_context

    @property
    def body_title(self) -> str:
        return body_of(self.meeting).title

    @property
    def when(self) -> str:
        return when(self.meeting)

    @property
    def day(self) -> str:
        return full_date(meeting_day(self.meeting))

    @property
    def number(self) -> str:
        """Its number in the year, empty before the convocation."""
        return number_in_year(self.meeting)

    @property
    def place(self) -> str:
        return self.meeting.place or ""

    @property
    def rank(self) -> str:
        return rank_title(int(self.meeting.convocation_rank or 1))

    @property
    def rank_note(self) -> str:
        rules = body_of(self.meeting).rules()
        rank = int(self.meeting.convocation_rank or 1)
        return rank_note(rank, rules.id, rules.quorum_source)

    @property
    def urgency(self) -> str:
        return self.words.urgency

    @property
    def remote(self) -> str:
        """Why and how the meeting is held at a distance (L6511-1); empty when not."""
        meeting = self.meeting
        if meeting.mode == PHYSICAL:
            return ""
        how = " ".join((meeting.mode_connection or "").split())
        why = " ".join((meeting.mode_reason or "").split())
        return f"{MODES[meeting.mode]}, avec {meeting.mode_tool}. {how} Motif : {why}"

    @property
    def requested_by(self) -> str:
        """Who had the meeting called (L1122-12); empty when nobody did."""
        return enumeration(requester_names(self.meeting))

    @property
    def observations(self) -> str:
        return self.words.observations

    @cached_property
    def words(self) -> MeetingWords:
        """As approved, or as they are now; the points apart, which take long."""
        fixed = fixed_words(self.meeting)
        return from_record(fixed) if fixed else live_words(self.meeting, False)

    @cached_property
    def _points(self) -> list[Point]:
        if fixed_words(self.meeting):
            return list(self.words.points)
        return [self.point(line) for line in self._lines]

    @property
    def convokers(self) -> list[Signature]:
        """Who convokes, on the day of the convocation, secretary first."""
        moment = self.meeting.convened_at
        day = moment.astimezone(BRUSSELS).date() if moment else clock.today()
        body = body_of(self.meeting)
        return list(officials.signatures(body, day, Paper.CONVOCATION).values())

    @property
    def corrections(self) -> tuple[str, ...]:
        """What was observed on these minutes, and what became of it."""
        return self.words.corrections

    @property
    def opened(self) -> str:
        return self.words.opened

    @property
    def closed(self) -> str:
        return self.words.closed

    @property
    def chair(self) -> Office | None:
        return self.words.chair

    @property
    def secretary(self) -> Office | None:
        return self.words.secretary

    def named(self, office) -> str:
        """``"Nathalie Wauters, Directrice générale f.f."``, with one final stop."""
        return f"{office.name}, {office.title}".rstrip(".") + "."

    @cached_property
    def _lines(self) -> list[AgendaLine]:
        return [line for line in lines(self.meeting) if line.kind == "item"]

    @property
    def open_lines(self) -> list[AgendaLine]:
        return [line for line in self._lines if not line.is_closed]

    @property
    def closed_lines(self) -> list[AgendaLine]:
        return [line for line in self._lines if line.is_closed]

    @property
    def public_lines(self) -> list[AgendaLine]:
        """What the public may read, whoever makes the document."""
        return [
            line
            for line in lines(self.meeting, public_only=True)
            if line.kind == "item"
        ]

    @property
    def attending(self) -> str:
        return self.words.attending

    def members(self, status: str) -> tuple[str, ...]:
        """Names and offices of the members with a status at the opening."""
        return getattr(self.words, status)

    def points(self, closed: bool = False) -> list[Point]:
        """The points of one part of the sitting, as minutes tell them.

        Those of approved minutes too are shown to who may see them only.
        """
        shown = {line.uid for line in self._lines}
        return [
            point
            for point in self._points
            if point.is_closed == closed and point.uid in shown
        ]

    def point(self, line: AgendaLine) -> Point:
        return point_words(self.meeting, line)


class ItemHelper(DXDocumentGenerationHelperView):
    """A point in words, for its act and its extracts."""

    @property
    def meeting(self):
        return meeting_of(self.real_context)

    @cached_property
    def act(self) -> Act | None:
        """The act it became, which its documents then tell word for word."""
        return act_of(body_of(self.real_context), self.real_context)

    @cached_property
    def _registered(self) -> dict:
        return act_words(body_of(self.real_context), self.act) if self.act else {}

    @cached_property
    def words(self) -> MeetingWords:
        if self.act:
            return from_record(self._registered["meeting"])
        return live_words(self.meeting, False)

    @cached_property
    def point(self) -> Point:
        if self.act:
            return Point(**self._registered["point"])
        uid = self.real_context.UID()
        line = next(one for one in lines(self.meeting) if one.uid == uid)
        return point_words(self.meeting, line)

    @property
    def body_title(self) -> str:
        return self.words.body

    @property
    def day(self) -> str:
        return full_date(self.words.date)

    @property
    def long_day(self) -> str:
        return long_date(self.words.date)

    @property
    def reference(self) -> str:
        """Its number in the register, empty before."""
        return self.act.reference if self.act else ""

    @property
    def item_reference(self) -> str:
        """Its reference on the agenda, empty where the meeting has no number."""
        meeting = self.meeting
        return reference_of(meeting, self.real_context) if meeting is not None else ""

    @property
    def opening(self) -> str:
        return opening(self.words.body, self.words.preset, self.point.is_closed)

    @property
    def attending(self) -> str:
        return self.words.attending

    @property
    def closing(self) -> str:
        return closing(self.words.body)

    def members(self, status: str) -> tuple[str, ...]:
        return getattr(self.words, status)

    @property
    def chair(self) -> Office | None:
        return self.words.chair

    @property
    def secretary(self) -> Office | None:
        return self.words.secretary


class ExtractHelper(ItemHelper):
    """A point in words, certified true on the day the extract is given out."""

    @cached_property
    def copy(self) -> CertifiedCopy | None:
        """The numbered copy being made."""
        if self.act is None:
            return None
        made = copies_of(body_of(self.real_context), self.act)
        return next((one for one in made if not one.sha256), None)

    @property
    def certification(self) -> str:
        return (
            "Pour extrait certifié conforme," if self.act else "Pour extrait conforme,"
        )

    def certifying(self, place: int) -> list[str]:
        """Lines above the signature at the left (0) or at the right (1)."""
        signing = self._signatures
        if place >= len(signing):
            return []
        one = signing[place]
        lines = [one.mention, f"{one.title},", "", "", one.name]
        return lines if one.mention else lines[1:]

    @cached_property
    def _signatures(self) -> list[Signature]:
        if self.copy is not None:
            return list(self.copy.signatures)
        body = body_of(self.real_context)
        return list(officials.signatures(body, clock.today(), Paper.COPY).values())


class HasSat(BrowserView):
    """Whether a meeting took place, so that it has minutes."""

    def __call__(self) -> bool:
        return self.context.opened_at is not None and api.content.get_state(
            self.context
        ) not in ("convened", "no_quorum", "cancelled")


class IsDecided(BrowserView):
    """Whether the body decided on a point, for a reader who may know it."""

    def __call__(self) -> bool:
        meeting = meeting_of(self.context)
        if not self.context.outcome or meeting is None:
            return False
        internal = api.user.has_permission(NOTES, obj=self.context)
        return bool(
            internal or sees_full_agenda(meeting) or decisions_are_public(meeting)
        )
