"""Votes between candidates (CDLD L1122-27, -28), and what a secret ballot betrays."""

from datetime import date
from hypothesis import given
from hypothesis import strategies as st
from imio.platform.deliberation.rules.articles import ArticleVote
from imio.platform.deliberation.rules.articles import check_article
from imio.platform.deliberation.rules.ballot import Tally
from imio.platform.deliberation.rules.ballot import Vote
from imio.platform.deliberation.rules.calling import calling_order
from imio.platform.deliberation.rules.casting import called_sentence
from imio.platform.deliberation.rules.casting import CalledVote
from imio.platform.deliberation.rules.casting import settle
from imio.platform.deliberation.rules.casting import TieFacts
from imio.platform.deliberation.rules.election import Candidate
from imio.platform.deliberation.rules.election import checked
from imio.platform.deliberation.rules.election import elected
from imio.platform.deliberation.rules.election import Election
from imio.platform.deliberation.rules.election import standing
from imio.platform.deliberation.rules.election import Step
from imio.platform.deliberation.rules.election import tally_of
from imio.platform.deliberation.rules.election_wording import election_sentence
from imio.platform.deliberation.rules.majority import conclude
from imio.platform.deliberation.rules.majority import Result
from imio.platform.deliberation.rules.majority import TieRule
from imio.platform.deliberation.rules.secrecy import reveals_somebody
from imio.platform.deliberation.rules.violations import RuleViolation
import pytest

OLD, YOUNG = date(1950, 3, 1), date(1990, 3, 1)


def election(*voices, run_off=False, born=(), **more):
    names = "ABCDEFGH"
    births = [*born, *[None] * len(voices)]
    candidates = tuple(
        Candidate(names[i], number, births[i]) for i, number in enumerate(voices)
    )
    return Election(candidates, run_off, **more)


@pytest.mark.parametrize(
    ("voices", "step", "names"),
    [
        ((7, 5), Step.ELECTED, ("A",)),
        ((6, 5, 1), Step.RUN_OFF, ("A", "B")),
        ((4, 5, 3), Step.RUN_OFF, ("B", "A")),
        ((6, 6), Step.RUN_OFF, ("A", "B")),
        ((4, 3, 3), Step.AGE_WANTED, ("B", "C")),
        ((4, 4, 4), Step.AGE_WANTED, ("A", "B", "C")),
        ((0, 0), Step.NOBODY, ()),
        ((1, 0), Step.ELECTED, ("A",)),
    ],
)
def test_first_round_wants_an_absolute_majority_of_votes_cast(voices, step, names):
    found = standing(election(*voices))
    assert (found.step, found.names) == (step, names)
    assert found.needed == sum(voices) // 2 + 1


def test_the_elder_goes_to_the_run_off_and_wins_its_tie():
    found = standing(election(4, 3, 3, born=(None, YOUNG, OLD)))
    assert (found.step, found.names, found.by_age) == (Step.RUN_OFF, ("A", "C"), True)
    found = standing(election(6, 6, run_off=True, born=(YOUNG, OLD)))
    assert (found.step, found.names, found.by_age) == (Step.ELECTED, ("B",), True)
    found = standing(election(6, 6, run_off=True))
    assert (found.step, found.names) == (Step.AGE_WANTED, ("A", "B"))
    twins = standing(election(6, 6, run_off=True, born=(OLD, OLD)))
    assert twins.step is Step.AGE_WANTED


def test_the_run_off_is_won_by_the_most_voices():
    found = standing(election(5, 6, run_off=True))
    assert (found.step, found.names, found.by_age) == (Step.ELECTED, ("B",), False)


def test_the_secretary_may_proclaim_otherwise_with_a_reason():
    other = election(6, 6, run_off=True, retained="B", reason="Désistement de A")
    assert elected(checked(other, 0, 12)) == "B"
    assert "Désistement de A" in election_sentence(other, 0)
    with pytest.raises(RuleViolation, match="retained_without_reason"):
        checked(election(6, 5, retained="B"), 0, 12)
    with pytest.raises(RuleViolation, match="no_such_candidate"):
        checked(election(6, 5, retained="Z", reason="x"), 0, 12)


@pytest.mark.parametrize(
    ("given", "blank", "code"),
    [
        (election(3), 0, "candidates_wanted"),
        (election(3, 2), 8, "too_many_votes"),
        (election(3, -1), 0, "not_a_count"),
        (election(3, True), 0, "not_a_count"),
        (Election((Candidate("Anne", 1), Candidate("anne", 1))), 0, "candidate_twice"),
    ],
)
def test_g11_what_is_no_round_is_refused(given, blank, code):
    with pytest.raises(RuleViolation, match=code):
        checked(given, blank, 12)


def test_a_run_off_is_between_the_finalists_only():
    second = election(6, 5, run_off=True)
    assert checked(second, 0, 12, finalists=("B", "A")) == second
    with pytest.raises(RuleViolation, match="not_a_finalist"):
        checked(second, 0, 12, finalists=("A", "C"))


def test_birth_dates_are_kept_only_where_they_decide():
    births = (OLD, YOUNG, YOUNG)
    assert all(
        c.born is None
        for c in checked(election(7, 2, 1, born=births), 0, 12).candidates
    )
    kept = checked(election(4, 3, 3, born=births), 0, 12).candidates
    assert [one.born for one in kept] == [None, YOUNG, YOUNG]


@given(st.lists(st.integers(0, 30), min_size=2, max_size=6), st.integers(0, 5))
def test_totals_count_every_paper_and_at_most_one_is_elected(voices, blank):
    given_round = election(*voices)
    counted = tally_of(given_round, blank)
    assert counted.total == sum(voices) + blank
    found = standing(given_round)
    if found.step is Step.ELECTED:
        assert 2 * counted.yes > sum(voices)
    if found.step is Step.RUN_OFF:
        assert len(found.names) == 2
        lowest = min(voices["ABCDEFGH".index(name)] for name in found.names)
        assert sorted(voices)[-2] == lowest


def test_the_minutes_clause_of_each_round():
    assert election_sentence(election(5, 4, 2), 1) == (
        "Au premier tour de scrutin secret, les voix se répartissent ainsi : A 5 voix, "
        "B 4 voix et C 2 voix, avec un bulletin blanc ou nul ; personne n'obtient la "
        "majorité absolue de 6 voix : un second tour départage A et B (CDLD, art. "
        "L1122-28)"
    )
    assert election_sentence(election(7, 5), 0).endswith(
        "la majorité absolue est de 7 voix et le vote désigne A"
    )
    tied = election(6, 6, run_off=True, born=(YOUNG, OLD))
    assert "la personne la plus âgée l'emporte et le vote désigne B" in (
        election_sentence(tied, 0)
    )


@pytest.mark.parametrize(
    ("tally", "entitled", "reveals"),
    [
        (Tally(1), 1, True),
        (Tally(1), 5, True),
        (Tally(3), 3, True),
        (Tally(2, 1), 3, False),
        (Tally(4), 4, False),
        (Tally(2), 3, False),
        (Tally(), 1, False),
        (Tally(blank=2), 2, True),
    ],
)
def test_a_secret_ballot_that_tells_how_somebody_voted(tally, entitled, reveals):
    assert reveals_somebody(tally, entitled) is reveals


def test_the_chair_is_called_last_where_the_law_says_so():
    assert calling_order(["chair", "a", "b"], "chair", True) == ["a", "b", "chair"]
    assert calling_order(["chair", "a"], "chair", False) == ["chair", "a"]
    assert calling_order(["a", "b"], "chair", True) == ["a", "b"]
    assert calling_order(["a"], None, True) == ["a"]


def test_an_article_is_voted_before_the_whole_and_at_a_members_request():
    check_article(ArticleVote("104/111-01", "Nadia Peeters"), whole_is_voted=False)
    for vote, whole, code in (
        (ArticleVote("", "Nadia Peeters"), False, "article_wanted"),
        (ArticleVote("104/111-01", ""), False, "article_asked_by_nobody"),
        (ArticleVote("104/111-01", "Nadia Peeters"), True, "whole_already_voted"),
    ):
        with pytest.raises(RuleViolation, match=code):
            check_article(vote, whole)


@pytest.mark.parametrize(
    ("vote", "result"),
    [
        (Vote.YES, Result.ADOPTED),
        (Vote.NO, Result.REJECTED),
        (Vote.ABSTAIN, Result.TIE_OPEN),
    ],
)
def test_a_councillor_called_parts_the_voices_of_the_college(vote, result):
    tied = conclude(Tally(2, 2), tie=TieRule.ADJOURN)
    facts = TieFacts(called=CalledVote("m", "Nadia Peeters", vote))
    assert settle(tied, facts, None).result is result
    assert "Nadia Peeters, membre du conseil, qui" in called_sentence(facts.called)
    settled = conclude(Tally(3, 1), tie=TieRule.ADJOURN)
    assert settle(settled, facts, None) == settled
