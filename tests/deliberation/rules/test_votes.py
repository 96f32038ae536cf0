"""Quorum, ballots, majorities, wording."""

from hypothesis import given
from hypothesis import strategies as st
from imio.platform.deliberation.rules.ballot import all_in_favour
from imio.platform.deliberation.rules.ballot import count
from imio.platform.deliberation.rules.ballot import Method
from imio.platform.deliberation.rules.ballot import Tally
from imio.platform.deliberation.rules.ballot import tally
from imio.platform.deliberation.rules.ballot import Vote
from imio.platform.deliberation.rules.casting import settle
from imio.platform.deliberation.rules.casting import TieFacts
from imio.platform.deliberation.rules.majority import conclude
from imio.platform.deliberation.rules.majority import MajorityRule
from imio.platform.deliberation.rules.majority import proposed_outcome
from imio.platform.deliberation.rules.majority import Result
from imio.platform.deliberation.rules.majority import TieRule
from imio.platform.deliberation.rules.quorum import may_be_added
from imio.platform.deliberation.rules.quorum import Quorum
from imio.platform.deliberation.rules.rounds import asked
from imio.platform.deliberation.rules.rounds import may_follow
from imio.platform.deliberation.rules.rounds import voices_left
from imio.platform.deliberation.rules.urgency import check_urgency
from imio.platform.deliberation.rules.urgency import urgency_sentence
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


VOTERS = ["Anne", "Luc", "Samira", "Thomas"]


def test_all_in_favour_then_the_exceptions():
    votes = all_in_favour(VOTERS, {"Luc": Vote.NO, "Thomas": None})
    assert votes == {"Anne": Vote.YES, "Luc": Vote.NO, "Samira": Vote.YES}
    assert count(votes) == Tally(2, 1, 0)


def test_an_exception_is_a_voter():
    with pytest.raises(RuleViolation) as refusal:
        all_in_favour(VOTERS, {"Nobody": Vote.NO})
    assert refusal.value.code == "not_a_voter"


@given(st.dictionaries(st.sampled_from(VOTERS), st.sampled_from([*Vote, None])))
def test_a_public_vote_never_counts_more_than_its_voters(exceptions):
    votes = all_in_favour(VOTERS, exceptions)
    assert count(votes).total == len(votes) <= len(VOTERS)


def test_g10_who_is_against_or_abstains_is_named():
    names = {Vote.NO: ["Luc Delvaux"], Vote.ABSTAIN: ["Anne Roy", "Paul Roy"]}
    assert vote_sentence(Tally(2, 1, 2), Method.PUBLIC, names) == (
        "Par 2 voix pour, une voix contre (Luc Delvaux) et 2 abstentions "
        "(Anne Roy, Paul Roy)"
    )


def test_g10_a_secret_ballot_names_nobody_whatever_it_is_given():
    sentence = vote_sentence(Tally(2, 1, 0), Method.SECRET, {Vote.NO: ["Luc Delvaux"]})
    assert "Luc" not in sentence


def test_blank_papers_are_no_votes_cast():
    assert conclude(Tally(2, 1, 0, blank=4)).votes_cast == 3
    assert vote_sentence(Tally(2, 0, 0, blank=1), Method.SECRET) == (
        "Au scrutin secret, par 2 voix pour et un bulletin blanc ou nul"
    )


def test_g14_an_alternative_is_put_to_those_who_have_not_spoken():
    first = {"Anne": Vote.NO, "Luc": Vote.ABSTAIN}
    assert asked(VOTERS, [list(first)]) == ["Samira", "Thomas"]
    assert may_follow([count(first)])


def test_g14_no_alternative_follows_a_yes():
    assert not may_follow([Tally(1, 0, 0)])


def test_g14_voices_left_of_a_secret_ballot():
    assert voices_left(4, [Tally(0, 1, 1)]) == 2
    assert voices_left(1, [Tally(0, 1, 1)]) == 0


TIE = conclude(Tally(2, 2, 0), tie=TieRule.ADJOURN)


@pytest.mark.parametrize(
    "facts, chair, result",
    [
        (TieFacts(), Vote.YES, Result.TIE_OPEN),
        (TieFacts(earlier_ties=1), Vote.YES, Result.TIE_OPEN),
        (TieFacts(earlier_ties=2), Vote.YES, Result.ADOPTED),
        (TieFacts(urgency=True), Vote.YES, Result.ADOPTED),
        (TieFacts(urgency=True), Vote.NO, Result.REJECTED),
        (TieFacts(urgency=True), Vote.ABSTAIN, Result.TIE_OPEN),
        (TieFacts(urgency=True), None, Result.TIE_OPEN),
    ],
)
def test_g12_the_chair_decides_only_where_the_law_says(facts, chair, result):
    assert settle(TIE, facts, chair).result is result


def test_g12_a_council_has_no_casting_vote():
    tie = conclude(Tally(6, 6, 5))
    assert settle(tie, TieFacts(urgency=True), Vote.YES).result is Result.REJECTED


@pytest.mark.parametrize("result", list(Result))
def test_g12_each_result_proposes_an_outcome(result):
    adopted = proposed_outcome(result) == "adopted"
    assert adopted is (result is Result.ADOPTED)


@pytest.mark.parametrize("present, needed", [(3, 2), (5, 4), (6, 4), (17, 12)])
def test_urgency_wants_two_thirds_of_those_present(present, needed):
    members = [str(number) for number in range(present)]
    check_urgency(members, members[:needed])
    with pytest.raises(RuleViolation) as refusal:
        check_urgency(members, members[: needed - 1])
    assert refusal.value.values == {
        "given": needed - 1,
        "present": present,
        "needed": needed,
    }


@pytest.mark.parametrize("in_favour", [["Nobody"], []])
def test_urgency_is_declared_by_those_present(in_favour):
    with pytest.raises(RuleViolation):
        check_urgency(VOTERS, in_favour)
    with pytest.raises(RuleViolation):
        check_urgency([], [])


def test_urgency_names_who_declared_it():
    names = {"a": "Anne Roy", "b": "Luc Delvaux"}
    assert urgency_sentence(["a", "b"], 3, names) == (
        "L'urgence est déclarée par 2 des 3 membres présents : Anne Roy et "
        "Luc Delvaux (CDLD, art. L1122-24)."
    )
