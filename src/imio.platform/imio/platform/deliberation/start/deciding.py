"""What a meeting of the start content decides: who is there, how each one votes."""

from collections.abc import Mapping
from imio.platform.deliberation.content.officials import members_of
from imio.platform.deliberation.records.presence import save_presence
from imio.platform.deliberation.rules.ballot import Method
from imio.platform.deliberation.rules.ballot import Vote
from imio.platform.deliberation.rules.presence import Presence
from imio.platform.deliberation.rules.presence import Status
from imio.platform.deliberation.workflow.deciding import decide
from imio.platform.deliberation.workflow.deciding import VoteGiven
from imio.platform.deliberation.workflow.meeting_effects import items_of
from imio.platform.deliberation.workflow.voting import BallotGiven
from imio.platform.deliberation.workflow.voting import record_ballot
from plone import api
from plone.app.uuid.utils import uuidToObject
from typing import Any

#: Outcomes without a vote.
UNVOTED = ("noted", "postponed", "delayed", "withdrawn")
#: Who is named in a public vote, and what they said.
NAMED = {"against": Vote.NO, "abstaining": Vote.ABSTAIN, "in_favour": Vote.YES}


def seat(meeting, data: Mapping[str, Any]) -> int:
    """Note the attendance; the number of those present.

    :param data: ``excused`` names people, ``present`` counts those who came.
    """
    excused = set(data.get("excused", ()))
    members = members_of(meeting)
    there = [one for one in members if _person_id(one) not in excused]
    there = there[: data.get("present", len(there))]
    statuses = {
        one.uid: Status.PRESENT if one in there else Status.EXCUSED for one in members
    }
    save_presence(meeting, Presence(meeting=statuses))
    return len(there)


def decide_points(meeting, data: Mapping[str, Any], made: list[tuple]) -> None:
    """Decide the points of a meeting that is in session.

    :param data: ``decided`` of them, all where it is not said.
    """
    if api.content.get_state(meeting) != "in_session":
        return
    there = seat(meeting, data)
    described = {item.UID(): one for item, one in made}
    items = items_of(meeting)
    for item in items[: data.get("decided", len(items))]:
        _decide(meeting, item, described.get(item.UID(), {}), there)


def _decide(meeting, item, data: Mapping[str, Any], there: int) -> None:
    outcome = data.get("outcome", "adopted")
    if NAMED.keys() & data.keys():
        record_ballot(item, _by_name(meeting, data))
        decide(item, outcome, keep_ballots=True)
        return
    yes, no, abstain = data.get("vote") or (there, 0, 0)
    secret = Method.SECRET if item.secret_ballot else Method.PUBLIC
    figures = {"yes": yes, "no": no, "abstain": abstain}
    vote = VoteGiven(secret, figures, acknowledged=True)
    decide(item, outcome, vote=None if outcome in UNVOTED else vote)


def _by_name(meeting, data: Mapping[str, Any]) -> BallotGiven:
    """A public vote: those named, and the others on the other side."""
    uids = {_person_id(one): one.uid for one in members_of(meeting)}
    exceptions = {
        uids[name]: vote for key, vote in NAMED.items() for name in data.get(key, ())
    }
    otherwise = Vote.NO if "in_favour" in data else Vote.YES
    return BallotGiven(Method.PUBLIC, exceptions=exceptions, otherwise=otherwise)


def _person_id(mandate) -> str:
    return uuidToObject(mandate.person_uid, unrestricted=True).getId()
