"""Earlier minutes, available to the members before they approve them (L1122-16)."""

from dataclasses import dataclass
from datetime import date
from imio.platform.core import clock
from imio.platform.deliberation.content.meeting import meeting_day
from imio.platform.deliberation.errors import DeliberationError
from imio.platform.deliberation.records.agenda import item_uids
from imio.platform.deliberation.rules.french_dates import full_date
from imio.platform.deliberation.workflow.lookup import find_items
from imio.platform.deliberation.workflow.lookup import find_meeting
from imio.platform.deliberation.workflow.meeting_guards import limits_of
from imio.platform.i18n import _


@dataclass(frozen=True)
class AvailableMinutes:
    """The minutes of an earlier meeting that a meeting approves.

    :param available_on: day they were made available; ``None`` before.
    :param last_day: last good day; ``None`` where the body has no such rule.
    """

    meeting: object
    available_on: date | None
    last_day: date | None

    @property
    def is_late(self) -> bool:
        """Whether they came after the last good day, or are not there once it is over."""
        if self.last_day is None:
            return False
        return (self.available_on or clock.today()) > self.last_day


def minutes_to_approve(meeting) -> list[AvailableMinutes]:
    """Earlier minutes whose approval is on the agenda, in its order."""
    uids = item_uids(meeting)
    items = find_items(uids)
    approved = [items[uid].minutes_of for uid in uids if uid in items]
    last_day = limits_of(meeting).last_minutes
    return [
        AvailableMinutes(earlier, earlier.minutes_available_on, last_day)
        for earlier in (find_meeting(uid) for uid in approved)
        if earlier is not None
    ]


def available_words(one: AvailableMinutes) -> str:
    """Where minutes stand, as a sentence."""
    words = {
        "day": full_date(one.available_on) if one.available_on else "",
        "last": full_date(one.last_day) if one.last_day else "",
    }
    if one.available_on is not None:
        return _("mis à disposition le ${day}", mapping=words)
    if one.last_day is None:
        return _("pas encore mis à disposition")
    return _("pas encore mis à disposition, au plus tard le ${last}", mapping=words)


def minutes_missing(meeting) -> bool:
    """Whether minutes to approve are not available yet."""
    return any(one.available_on is None for one in minutes_to_approve(meeting))


def make_available(meeting, earlier_uid: str, day: date) -> None:
    """Note that the members could read an earlier meeting's minutes from ``day`` on.

    :raises DeliberationError: those minutes are not approved here, or the day is
        not between that meeting and today.
    """
    earlier = next(
        (
            one.meeting
            for one in minutes_to_approve(meeting)
            if one.meeting.UID() == earlier_uid
        ),
        None,
    )
    if earlier is None:
        raise DeliberationError(
            _("L'approbation de ce procès-verbal n'est pas à l'ordre du jour.")
        )
    if not meeting_day(earlier) <= day <= clock.today():
        raise DeliberationError(
            _("Le procès-verbal est mis à disposition entre sa séance et aujourd'hui."),
            "available_on",
        )
    earlier.minutes_available_on = day
