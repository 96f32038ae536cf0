"""Votes as Popolo tells them."""

from datetime import datetime
from datetime import UTC
from imio.platform.deliberation.rules.ballot import Method
from imio.platform.deliberation.rules.ballot import Tally
from imio.platform.deliberation.rules.ballot import Vote
from imio.platform.deliberation.rules.popolo import motion
from imio.platform.deliberation.rules.popolo import MotionHeld
from imio.platform.deliberation.rules.popolo import VoteHeld
from imio.platform.deliberation.rules.popolo import Voter
import pytest

NOON = datetime(2026, 7, 6, 12, tzinfo=UTC)
ANN = Voter("a", "Ann")


def held(*votes: VoteHeld, outcome: str = "adopted") -> dict:
    made = MotionHeld(
        "m1", "Eau", "De vendre", "https://c.be/m1", "Décision", outcome, NOON, votes
    )
    return motion(made, {"id": "c", "name": "Conseil"})


def test_a_motion_tells_its_result_and_its_votes():
    vote = VoteHeld(Method.PUBLIC, Tally(2, 1, 0), "pass", [(ANN, Vote.NO)])
    found = held(vote)
    assert found["result"] == "pass"
    assert found["organization"]["id"] == "c"
    (event,) = found["vote_events"]
    assert event["motion_id"] == "m1"
    assert event["counts"] == [
        {"option": "yes", "value": 2},
        {"option": "no", "value": 1},
        {"option": "abstain", "value": 0},
    ]
    assert event["votes"] == [
        {"voter_id": "a", "voter": {"id": "a", "name": "Ann"}, "option": "no"}
    ]


def test_a_decision_without_vote_has_no_event_and_no_requirement():
    found = held(outcome="noted")
    assert not {"vote_events", "requirement", "result"} & set(found)


def test_g11_a_secret_ballot_never_names_anybody():
    vote = VoteHeld(Method.SECRET, Tally(2, 1), "pass", [(ANN, Vote.NO)])
    with pytest.raises(ValueError, match="secret"):
        held(vote)
    (event,) = held(VoteHeld(Method.SECRET, Tally(2, 1), "pass"))["vote_events"]
    assert "votes" not in event


def test_candidates_are_counted_by_their_names():
    vote = VoteHeld(
        Method.SECRET, Tally(blank=1), "pass", candidates=[("Ann", 5), ("Bob", 2)]
    )
    (event,) = held(vote)["vote_events"]
    assert event["counts"] == [
        {"option": "Ann", "value": 5},
        {"option": "Bob", "value": 2},
        {"option": "blank", "value": 1},
    ]
