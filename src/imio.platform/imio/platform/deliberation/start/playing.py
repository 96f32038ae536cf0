"""Start content plays the workflows, at the dates it tells."""

from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from contextlib import contextmanager
from datetime import datetime
from datetime import time
from datetime import timedelta
from imio.platform.core import clock
from imio.platform.core.interfaces import IClock
from imio.platform.core.workflow.guards import verdict
from imio.platform.deliberation.content.vocabularies import meetings_of
from imio.platform.deliberation.documents.recipients import recipients
from imio.platform.deliberation.records.convocations import PAPER
from imio.platform.deliberation.records.convocations import save_sendings
from imio.platform.deliberation.records.convocations import Sending
from imio.platform.deliberation.records.convocations import waves
from imio.platform.deliberation.start.acting import acting
from imio.platform.deliberation.start.acting import AUTHORS
from imio.platform.deliberation.start.acting import HEADS
from imio.platform.deliberation.start.deciding import decide_points
from imio.platform.deliberation.start.deciding import seat
from imio.platform.deliberation.workflow.presenting import present
from imio.platform.deliberation.workflow.validation import next_level
from imio.platform.deliberation.workflow.walking import validate_directly
from imio.platform.deliberation.workflow.walking import walk
from plone import api
from plone.dexterity.utils import createContentInContainer
from typing import Any
from zope.component import getGlobalSiteManager

#: Transitions to a meeting's state, in order.
MEETING_ROAD = (
    ("prepared", "prepare"),
    ("convened", "convene"),
    ("in_session", "open"),
    ("held", "close"),
    ("decisions_published", "publish_decisions"),
    ("minutes_approved", "approve_minutes"),
)
#: How far the road is followed to what lies beside it.
ROAD_TO = {"cancelled": "convened", "no_quorum": "in_session"}
#: How long a meeting of the start content sits.
SITTING = timedelta(minutes=70)
#: How long ago the one in session was opened.
BEGUN = timedelta(minutes=25)
FRIDAY = 4
#: When its minutes are put online.
APPROVED_AFTER = timedelta(days=36)
ITEM_ROAD = (("in_validation", "submit"), ("validated", "validate"))


class StandingClock:
    """A clock that stands still."""

    def __init__(self, moment: datetime):
        self.moment = moment

    def now(self) -> datetime:
        return self.moment


@contextmanager
def clock_at(moment: datetime) -> Iterator[None]:
    """The suite's clock stands still at ``moment``; the others wait for the start."""
    manager = getGlobalSiteManager()
    former = manager.queryUtility(IClock)
    manager.registerUtility(StandingClock(moment), IClock)
    try:
        yield
    finally:
        manager.registerUtility(former, IClock)


def walk_item(item, until: str) -> None:
    """Lead a draft to a state; a service without head is validated elsewhere."""
    service = item.proposing_service
    if until == "validated" and next_level(item) is None:
        with acting(item, service, HEADS):
            validate_directly(item)
        return
    for state, transition in ITEM_ROAD if until != "draft" else ():
        with acting(item, service, AUTHORS if transition == "submit" else HEADS):
            walk(item, transition)
        if state == until:
            return


def play_meeting(body, data: Mapping[str, Any], made: list[tuple]) -> None:
    """Create a meeting with its points and lead it to its state.

    :param made: its points, each with its description.
    """
    start = _start(data)
    with acting(body, body.secretariat, AUTHORS):
        meeting = createContentInContainer(
            body,
            "Meeting",
            checkConstraints=False,
            id=f"{start:%Y-%m-%d}",
            date=start,
            place=data.get("place") or body.place,
        )
        until = ROAD_TO.get(data.get("until", ""), data.get("until", "planned"))
        before = timedelta(days=data.get("convened_before", 0))
        with clock_at(start - before if before else clock.now()):
            _lead(meeting, until, ("prepared",))
            for item, _one in made:
                walk_item(item, "validated")
                present(item, meeting)
            _lead(meeting, until, ("convened",))
            _note_sent(meeting)
        if data.get("until") == "cancelled":
            walk(meeting, "cancel")
            return
        with clock_at(start):
            _lead(meeting, until, ("in_session",))
            if data.get("until") == "no_quorum":
                _put_again(meeting, data, made)
                return
            decide_points(meeting, data, made)
        with clock_at(start + SITTING):
            _lead(meeting, until, ("held", "decisions_published"))
            _approve_earlier(body)


def _approve_earlier(body) -> None:
    """Minutes whose approval was just adopted are approved."""
    for earlier in meetings_of(body):
        is_published = api.content.get_state(earlier) == "decisions_published"
        if is_published and verdict(earlier, "approve_minutes"):
            walk(earlier, "approve_minutes")


def approve_minutes(body, meetings: Iterable[Mapping[str, Any]]) -> None:
    """Approve the minutes that a later meeting of the start content approved."""
    for data in meetings:
        meeting = body.get(f"{_start(data):%Y-%m-%d}")
        if (
            data.get("until") == "minutes_approved"
            and api.content.get_state(meeting) == "decisions_published"
        ):
            moment = clock_at(_start(data) + APPROVED_AFTER)
            with moment, acting(body, body.secretariat, AUTHORS):
                _lead(meeting, "minutes_approved", ("minutes_approved",))


def _note_sent(meeting) -> None:
    """Start content mails nobody: what it convoked is noted as received."""
    for wave in waves(meeting):
        sent = [
            Sending(one.member, one.name, one.email, wave.id)
            if one.email
            else Sending(one.member, one.name, "", wave.id, PAPER, "request")
            for one in recipients(meeting)
        ]
        save_sendings(meeting, wave.id, sent)


def _lead(meeting, until: str, states: tuple[str, ...]) -> None:
    road = [state for state, _transition in MEETING_ROAD]
    last = road.index(until) if until in road else -1
    for state, transition in MEETING_ROAD[: last + 1]:
        if state in states:
            walk(meeting, transition)


def _put_again(meeting, data: Mapping[str, Any], made: list[tuple]) -> None:
    """Without quorum, the same points at the next convocation, a week later."""
    seat(meeting, data)
    walk(meeting, "declare_no_quorum")
    body = meeting.aq_parent
    following = next(
        one for one in meetings_of(body) if one.puts_again == meeting.UID()
    )
    again = data["again"]
    start = following.date
    with clock_at(start - timedelta(days=again["convened_before"])):
        walk(following, "convene")
        _note_sent(following)
    with clock_at(start):
        walk(following, "open")
        decide_points(following, again, made)
    with clock_at(start + SITTING):
        _lead(following, again["until"], ("held", "decisions_published"))
        _approve_earlier(body)


def _start(data: Mapping[str, Any]) -> datetime:
    """When it begins; nobody meets on Saturday or Sunday, unless now."""
    if data.get("hour") == "now":
        moment = clock.now() - BEGUN
        return moment.replace(minute=moment.minute // 5 * 5, second=0, microsecond=0)
    day = clock.today() + timedelta(days=data["in_days"])
    if day.weekday() > FRIDAY:
        day += timedelta(days=7 - day.weekday())
    hour, _colon, minute = data.get("hour", "20:00").partition(":")
    return datetime.combine(day, time(int(hour), int(minute)), tzinfo=clock.BRUSSELS)
