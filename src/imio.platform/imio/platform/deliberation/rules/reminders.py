"""What people are reminded of, and on which day.

Each reminder has a key: it is sent once, and again only where its date changed.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from datetime import timedelta
from enum import StrEnum
from imio.platform.deliberation.rules.advice_clock import AdviceClock
from imio.platform.deliberation.rules.advice_clock import Standing
from imio.platform.deliberation.rules.deadlines import Deadlines

#: Working days left when an adviser is reminded.
ADVICE_SOON = 2

#: Days after the limit during which its lapse is still news.
LAPSE_IS_NEWS = timedelta(days=14)

#: Days before a date of the law at which the secretariat is reminded.
BEFORE = timedelta(days=2)


class Subject(StrEnum):
    """What a reminder is about."""

    ADVICE_SOON = "advice_soon"
    ADVICE_LAPSED = "advice_lapsed"
    CONVENE = "convene"
    DRAFTS = "drafts"
    MINUTES = "minutes"
    COMPLEMENT = "complement"


@dataclass(frozen=True)
class Reminder:
    """Something to remind of.

    :param limit: the day it is about.
    :param is_past: whether that day is over.
    """

    subject: Subject
    limit: date
    is_past: bool = False

    @property
    def key(self) -> str:
        """What makes it sent once: before its day, and once more when it is over."""
        return f"{self.subject}-{self.limit}{'-past' if self.is_past else ''}"


@dataclass(frozen=True)
class MeetingFacts:
    """Where a meeting stands.

    :param drafts_online: whether the public can read its drafts.
    :param minutes_missing: whether earlier minutes on its agenda are not available.
    :param unsent_since: day on which points were added that nobody was sent.
    """

    is_convened: bool
    drafts_online: bool
    minutes_missing: bool
    unsent_since: date | None = None


def advice_reminder(clock: AdviceClock, today: date) -> Reminder | None:
    """What an adviser, or who waits for him, is told today."""
    if clock.limit is None:
        return None
    if clock.standing is Standing.LAPSED:
        if today - clock.limit > LAPSE_IS_NEWS:
            return None
        return Reminder(Subject.ADVICE_LAPSED, clock.limit, is_past=True)
    if clock.days_left <= ADVICE_SOON:
        return Reminder(Subject.ADVICE_SOON, clock.limit)
    return None


def meeting_reminders(
    facts: MeetingFacts, limits: Deadlines, today: date
) -> Iterator[Reminder]:
    """What the secretariat is told today of a meeting to come."""
    dates = (
        (Subject.CONVENE, limits.last_sending, not facts.is_convened),
        (Subject.DRAFTS, limits.last_publication, not facts.drafts_online),
        (Subject.MINUTES, limits.last_minutes, facts.minutes_missing),
    )
    for subject, limit, is_open in dates:
        if is_open and limit is not None and today >= limit - BEFORE:
            yield Reminder(subject, limit, is_past=today > limit)
    if facts.unsent_since is not None and today > facts.unsent_since:
        # A councillor's point is passed on without delay (L1122-24).
        yield Reminder(Subject.COMPLEMENT, today)
