"""What the templates ask of a meeting and of a point."""

from collective.documentgenerator.helper.dexterity import DXDocumentGenerationHelperView
from dataclasses import dataclass
from functools import cached_property
from imio.platform.core.organisation import mandates
from imio.platform.deliberation.browser.body.meetings import when
from imio.platform.deliberation.content import officials
from imio.platform.deliberation.content.agenda_item import text_of
from imio.platform.deliberation.content.meeting import body_of
from imio.platform.deliberation.content.meeting import meeting_day
from imio.platform.deliberation.records.agenda import item_uids
from imio.platform.deliberation.records.presence import presence
from imio.platform.deliberation.rules.convocation_wording import rank_note
from imio.platform.deliberation.rules.convocation_wording import rank_title
from imio.platform.deliberation.rules.french_dates import full_date
from imio.platform.deliberation.rules.french_dates import hour
from imio.platform.deliberation.rules.french_dates import long_date
from imio.platform.deliberation.rules.movements_wording import sentences
from imio.platform.deliberation.rules.presence import movements
from imio.platform.deliberation.rules.presence import Status
from imio.platform.deliberation.workflow.advice_wording import advice_sentences
from imio.platform.deliberation.workflow.lookup import find_item
from imio.platform.deliberation.workflow.lookup import meeting_of
from imio.platform.deliberation.workflow.projection import AgendaLine
from imio.platform.deliberation.workflow.projection import lines
from imio.platform.deliberation.workflow.urgent import urgency_words
from imio.platform.deliberation.workflow.voting import votes_sentence
from plone import api
from Products.Five.browser import BrowserView
from zope.component import getMultiAdapter


@dataclass(frozen=True)
class Point:
    """A point as minutes tell it; texts are safe HTML."""

    number: str
    title: str
    service: str
    motivation: str
    decision: str
    vote: str
    outcome: str
    advices: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()


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
        return self.meeting.urgency_motive or ""

    @property
    def observations(self) -> str:
        return self.meeting.observations or ""

    @property
    def opened(self) -> str:
        return hour(self.meeting.opened_at.time()) if self.meeting.opened_at else ""

    @property
    def closed(self) -> str:
        return hour(self.meeting.closed_at.time()) if self.meeting.closed_at else ""

    @property
    def chair(self):
        return officials.chair(self.meeting)

    @property
    def secretary(self):
        return officials.secretary(self.meeting)

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

    def members(self, status: str) -> list[str]:
        """Names and offices of the members with a status at the opening."""
        noted = presence(self.meeting).meeting
        return [
            f"{mandate.person_name}, {mandates.title(mandate)}"
            for mandate in officials.members_of(self.meeting)
            if noted.get(mandate.uid) is Status(status)
        ]

    def points(self, closed: bool = False) -> list[Point]:
        """The points of one part of the sitting, as minutes tell them."""
        part = self.closed_lines if closed else self.open_lines
        return [self.point(line) for line in part]

    def point(self, line: AgendaLine) -> Point:
        item = find_item(line.uid)
        before, after = self._movements(line.uid)
        declared = urgency_words(self.meeting, line.uid)
        return Point(
            number=line.number,
            title=line.title,
            service=line.service,
            motivation=text_of(item.motivation),
            decision=text_of(item.decision),
            vote=votes_sentence(self.meeting, line.uid),
            outcome=line.outcome_title,
            advices=advice_sentences(item),
            before=(declared, *before) if declared else before,
            after=after,
        )

    def _movements(self, uid: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
        uids = item_uids(self.meeting)
        names = {m.uid: m.person_name for m in officials.members_of(self.meeting)}
        found = movements(presence(self.meeting), uids, uids.index(uid), list(names))
        return sentences(found, names)


class ItemHelper(DXDocumentGenerationHelperView):
    """A point in words, for its extract."""

    @property
    def meeting(self):
        return meeting_of(self.real_context)

    @cached_property
    def _meeting_helper(self) -> MeetingHelper:
        return getMultiAdapter(
            (self.meeting, self.request), name="deliberation-meeting-document"
        )

    @property
    def body_title(self) -> str:
        return body_of(self.real_context).title

    @property
    def day(self) -> str:
        return full_date(meeting_day(self.meeting))

    @property
    def long_day(self) -> str:
        return long_date(meeting_day(self.meeting))

    @property
    def point(self) -> Point:
        uid = self.real_context.UID()
        line = next(one for one in lines(self.meeting) if one.uid == uid)
        return self._meeting_helper.point(line)

    def members(self, status: str) -> list[str]:
        return self._meeting_helper.members(status)

    @property
    def chair(self):
        return officials.chair(self.meeting)

    @property
    def secretary(self):
        return officials.secretary(self.meeting)


class HasSat(BrowserView):
    """Whether a meeting took place, so that it has minutes."""

    def __call__(self) -> bool:
        return self.context.opened_at is not None and api.content.get_state(
            self.context
        ) not in ("convened", "no_quorum", "cancelled")
