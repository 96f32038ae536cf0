"""Quorum, ballots, majorities, wording."""

from hypothesis import given
from hypothesis import strategies as st
from imio.platform.deliberation.rules.ballot import Method
from imio.platform.deliberation.rules.ballot import Tally
from imio.platform.deliberation.rules.ballot import tally
from imio.platform.deliberation.rules.majority import conclude
from imio.platform.deliberation.rules.majority import MajorityRule
from imio.platform.deliberation.rules.majority import Result
from imio.platform.deliberation.rules.majority import TieRule
from imio.platform.deliberation.rules.quorum import may_be_added
from imio.platform.deliberation.rules.quorum import Quorum
from imio.platform.deliberation.rules.violations import RuleViolation
from imio.platform.deliberation.rules.wording import vote_sentence
import pytest

COUNTS = st.integers(0, 60)


def test_g16_eight_of_fifteen():
    assert Quorum(15, 8).is_reached
    assert not Quorum(15, 7).is_reached
    assert Quorum(15, 7).needed == 8
    assert Quorum(15, 7).missing == 1


def test_g16_the_third_convocation_lifts_the_quorum_not_the_second():
    assert not Quorum(15, 7, rank=2).is_reached
    assert Quorum(15, 7, rank=3).is_reached


def test_g16_nothing_new_at_the_third_convocation():
    assert may_be_added("new", 2, ())
    assert not may_be_added("new", 3, ("old",))
    assert may_be_added("old", 3, ("old",))


def test_an_empty_room_decides_nothing_even_at_the_third_convocation():
    assert not Quorum(15, 0, rank=3).is_reached


@given(st.integers(1, 200))
def test_two_disjoint_quorums_never_fit(members):
    assert 2 * Quorum(members, 0).needed > members


@pytest.mark.parametrize(
    "votes, cast, needed, result",
    [
        (Tally(9, 3, 5), 12, 7, Result.ADOPTED),
        (Tally(8, 0, 5), 8, 5, Result.ADOPTED),
        (Tally(6, 6, 5), 12, 7, Result.REJECTED),
        (Tally(0, 0, 13), 0, 1, Result.NO_VOTE),
    ],
)
def test_g12_absolute_majority_of_votes_cast(votes, cast, needed, result):
    conclusion = conclude(votes)
    assert (conclusion.votes_cast, conclusion.needed) == (cast, needed)
    assert conclusion.result is result


def test_g12_a_tie_in_college_stays_open():
    conclusion = conclude(Tally(3, 3, 0), tie=TieRule.ADJOURN)
    assert conclusion.is_tie
    assert conclusion.result is Result.TIE_OPEN


def test_two_thirds_rounds_up():
    assert conclude(Tally(6, 4, 0), MajorityRule.TWO_THIRDS).result is Result.REJECTED
    assert conclude(Tally(7, 3, 0), MajorityRule.TWO_THIRDS).result is Result.ADOPTED


@given(COUNTS, COUNTS, COUNTS)
def test_abstentions_never_change_a_result(yes, no, abstain):
    assert conclude(Tally(yes, no, abstain)).result is conclude(Tally(yes, no)).result


def test_g11_more_votes_than_voters_is_refused():
    with pytest.raises(RuleViolation) as refusal:
        tally({"yes": 2, "no": 2, "abstain": 2}, entitled=4)
    assert refusal.value.values == {"total": 6, "maximum": 4}


@pytest.mark.parametrize("value", [None, "2", 1.5, -1, True])
def test_g11_what_is_no_count_is_refused(value):
    with pytest.raises(RuleViolation) as refusal:
        tally({"yes": 1, "no": value}, entitled=4)
    assert refusal.value.field == "no"


def test_g10_wording_of_a_divided_vote():
    sentence = vote_sentence(Tally(2, 1, 1), Method.PUBLIC)
    assert sentence == "Par 2 voix pour, une voix contre et une abstention"


def test_g10_unanimity():
    assert vote_sentence(Tally(4, 0, 0), Method.PUBLIC) == "À l'unanimité"
    assert "unanimité" not in vote_sentence(Tally(4, 0, 1), Method.PUBLIC)


def test_g10_a_secret_ballot_is_announced():
    sentence = vote_sentence(Tally(1, 1, 2), Method.SECRET)
    assert sentence == (
        "Au scrutin secret, par une voix pour, une voix contre et 2 abstentions"
    )


def test_no_vote_no_sentence():
    assert vote_sentence(Tally(), Method.PUBLIC) == ""
