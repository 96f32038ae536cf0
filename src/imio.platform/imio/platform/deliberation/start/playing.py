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
from imio.platform.deliberation.content.officials import members_of
from imio.platform.deliberation.documents.recipients import recipients
from imio.platform.deliberation.records.convocations import PAPER
from imio.platform.deliberation.records.convocations import save_sendings
from imio.platform.deliberation.records.convocations import Sending
from imio.platform.deliberation.records.convocations import waves
from imio.platform.deliberation.records.presence import save_presence
from imio.platform.deliberation.rules.ballot import Method
from imio.platform.deliberation.rules.presence import Presence
from imio.platform.deliberation.rules.presence import Status
from imio.platform.deliberation.start.acting import acting
from imio.platform.deliberation.start.acting import AUTHORS
from imio.platform.deliberation.start.acting import HEADS
from imio.platform.deliberation.workflow.deciding import decide
from imio.platform.deliberation.workflow.deciding import VoteGiven
from imio.platform.deliberation.workflow.meeting_effects import items_of
from imio.platform.deliberation.workflow.presenting import present
from imio.platform.deliberation.workflow.validation import next_level
from imio.platform.deliberation.workflow.walking import validate_directly
from imio.platform.deliberation.workflow.walking import walk
from plone import api
from plone.app.uuid.utils import uuidToObject
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
#: How long a meeting of the start content sits.
SITTING = timedelta(minutes=70)
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
        until = data.get("until", "planned")
        before = timedelta(days=data.get("convened_before", 0))
        with clock_at(start - before if before else clock.now()):
            _lead(meeting, until, ("prepared",))
            for item, _one in made:
                walk_item(item, "validated")
                present(item, meeting)
            _lead(meeting, until, ("convened",))
            _note_sent(meeting)
        with clock_at(start):
            _lead(meeting, until, ("in_session",))
            _decide(meeting, data, made)
        with clock_at(start + SITTING):
            _lead(meeting, until, ("held", "decisions_published"))


def approve_minutes(body, meetings: Iterable[Mapping[str, Any]]) -> None:
    """Approve the minutes that a later meeting of the start content approved."""
    for data in meetings:
        if data.get("until") == "minutes_approved":
            meeting = body[f"{_start(data):%Y-%m-%d}"]
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


def _decide(meeting, data: Mapping[str, Any], made: list[tuple]) -> None:
    if api.content.get_state(meeting) != "in_session":
        return
    excused = set(data.get("excused", ()))
    members = members_of(meeting)
    statuses = {m.uid: _status(m, excused) for m in members}
    save_presence(meeting, Presence(meeting=statuses))
    described = {item.UID(): one for item, one in made}
    there = sum(1 for status in statuses.values() if status is Status.PRESENT)
    for item in items_of(meeting):
        one = described.get(item.UID(), {})
        yes, no, abstain = one.get("vote") or (there, 0, 0)
        secret = Method.SECRET if item.secret_ballot else Method.PUBLIC
        figures = {"yes": yes, "no": no, "abstain": abstain}
        vote = VoteGiven(secret, figures, acknowledged=True)
        outcome = one.get("outcome", "adopted")
        counts = outcome not in ("noted", "postponed", "delayed", "withdrawn")
        decide(item, outcome, vote=vote if counts else None)


def _status(mandate, excused: set[str]) -> Status:
    person = uuidToObject(mandate.person_uid, unrestricted=True)
    return Status.EXCUSED if person.getId() in excused else Status.PRESENT


def _start(data: Mapping[str, Any]) -> datetime:
    day = clock.today() + timedelta(days=data["in_days"])
    hour, _colon, minute = data.get("hour", "20:00").partition(":")
    return datetime.combine(day, time(int(hour), int(minute)), tzinfo=clock.BRUSSELS)
