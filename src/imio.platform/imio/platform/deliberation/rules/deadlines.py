"""Dates that bind a meeting (CDLD L1122-13, -16, -17, -24, decree of 18 May 2022).

A clear day is a whole day: neither the day of sending nor the day of the
meeting counts (Minister's answer of 5 March 2008).
"""

from dataclasses import dataclass
from datetime import date
from typing import Protocol


class ClearDays(Protocol):
    """What the deadlines ask of a calendar."""

    def clear_days_before(self, day: date, n: int) -> date:
        """Last day that leaves ``n`` whole days before ``day``."""


@dataclass(frozen=True)
class DelayRules:
    """A body's delays, in clear days.

    :param convocation: before a first convocation's meeting.
    :param convocation_again: before a second or third convocation's meeting.
    :param councillor_point: to hand in a councillor's point; ``None`` where
        the body knows no such right.
    :param minutes: for earlier minutes to be available; ``None`` where not due.
    :param publication: to put drafts online; ``None`` where not due.
    :param binding: whether the delay comes from the law; if not it only warns.
    :param source: article or rule, shown next to the date.
    """

    convocation: int
    convocation_again: int
    councillor_point: int | None = None
    publication: int | None = None
    minutes: int | None = None
    binding: bool = True
    source: str = ""


@dataclass(frozen=True)
class Deadlines:
    """The last good days before one meeting."""

    clear_days: int
    last_sending: date
    last_councillor_point: date | None
    last_publication: date | None
    last_minutes: date | None = None


def deadlines(
    meeting_day: date, rank: int, rules: DelayRules, calendar: ClearDays
) -> Deadlines:
    """The last good days before a meeting.

    :param rank: 1 for a first convocation, 2 or 3 after a meeting without quorum.
    """
    clear_days = rules.convocation if rank <= 1 else rules.convocation_again

    def last_day(days: int | None) -> date | None:
        return None if days is None else calendar.clear_days_before(meeting_day, days)

    return Deadlines(
        clear_days=clear_days,
        last_sending=calendar.clear_days_before(meeting_day, clear_days),
        last_councillor_point=last_day(rules.councillor_point),
        last_publication=last_day(rules.publication),
        last_minutes=last_day(rules.minutes),
    )


def sending_in_time(day: date, limits: Deadlines) -> bool:
    """Whether a convocation sent on ``day`` leaves the clear days whole."""
    return day <= limits.last_sending
