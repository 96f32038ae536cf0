"""Electing or presenting a candidate by secret ballot (CDLD L1122-27, -28).

The first round wants an absolute majority of the votes cast; blank and void papers
are none. Without it a run-off parts the two best, and the elder wins a tie.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import replace
from datetime import date
from enum import StrEnum
from imio.platform.deliberation.rules.ballot import Tally
from imio.platform.deliberation.rules.violations import RuleViolation

#: Candidates of a run-off.
FINALISTS = 2
MAXIMUM_CANDIDATES = 30


@dataclass(frozen=True)
class Candidate:
    """A candidate and the voices given to him.

    :param born: only looked at, and only kept, where voices are equal.
    """

    name: str
    voices: int = 0
    born: date | None = None


@dataclass(frozen=True)
class Election:
    """One round between candidates.

    :param run_off: the second round, between the two best.
    :param retained: the candidate proclaimed against what the rule proposes.
    :param reason: why, as the minutes tell it.
    """

    candidates: tuple[Candidate, ...]
    run_off: bool = False
    retained: str = ""
    reason: str = ""


class Step(StrEnum):
    """What a round leads to."""

    ELECTED = "elected"
    RUN_OFF = "run_off"
    #: Equal voices, and the ages that decide are not known.
    AGE_WANTED = "age_wanted"
    NOBODY = "nobody"


@dataclass(frozen=True)
class Standing:
    """Where an election stands after a round.

    :param names: who is elected, who goes to the run-off, or whose age decides.
    :param needed: absolute majority of the votes cast; 0 at the run-off.
    :param by_age: whether the age decided.
    """

    step: Step
    votes_cast: int
    needed: int
    names: tuple[str, ...] = ()
    by_age: bool = False


def standing(election: Election) -> Standing:
    """What a round between candidates leads to, by the law alone."""
    cast = sum(one.voices for one in election.candidates)
    needed = 0 if election.run_off else cast // 2 + 1
    if cast == 0:
        return Standing(Step.NOBODY, cast, needed)
    ranked = sorted(election.candidates, key=_rank)
    if election.run_off:
        return _best(ranked, 1, Step.ELECTED, cast, needed)
    if ranked[0].voices >= needed:
        return Standing(Step.ELECTED, cast, needed, (ranked[0].name,))
    return _best(ranked, FINALISTS, Step.RUN_OFF, cast, needed)


def elected(election: Election) -> str:
    """The name proclaimed, empty while there is none."""
    if election.retained:
        return election.retained
    found = standing(election)
    return found.names[0] if found.step is Step.ELECTED else ""


def checked(
    election: Election, blank: int, entitled: int, finalists: Sequence[str] = ()
) -> Election:
    """The round as it may be recorded, needless birth dates left out.

    :param blank: blank and void papers.
    :param entitled: members who may vote at the point.
    :param finalists: of a run-off, who goes to it; empty when nobody knows.
    :raises RuleViolation: what was typed is no round between candidates.
    """
    names = [one.name for one in election.candidates]
    if not FINALISTS <= len(names) <= MAXIMUM_CANDIDATES:
        raise RuleViolation(
            "candidates_wanted", "candidates", maximum=MAXIMUM_CANDIDATES
        )
    if len({name.casefold() for name in names}) < len(names):
        raise RuleViolation("candidate_twice", "candidates")
    if election.run_off and finalists and set(names) != set(finalists):
        raise RuleViolation(
            "not_a_finalist", "candidates", names=" et ".join(finalists)
        )
    if election.retained and election.retained not in names:
        raise RuleViolation("no_such_candidate", "retained")
    if election.retained and not election.reason:
        raise RuleViolation("retained_without_reason", "reason")
    _check_papers([*(one.voices for one in election.candidates), blank], entitled)
    return _without_needless_births(election)


def tally_of(election: Election, blank: int) -> Tally:
    """The round as totals: for who leads or is proclaimed, against, blank."""
    ranked = sorted(election.candidates, key=_rank)
    cast = sum(one.voices for one in ranked)
    first = elected(election)
    voices = next((c.voices for c in ranked if c.name == first), ranked[0].voices)
    return Tally(yes=voices, no=cast - voices, blank=blank)


def _check_papers(papers: Sequence[int], entitled: int) -> None:
    if any(isinstance(n, bool) or not isinstance(n, int) or n < 0 for n in papers):
        raise RuleViolation("not_a_count", "candidates")
    if sum(papers) > entitled:
        raise RuleViolation(
            "too_many_votes", "candidates", total=sum(papers), maximum=entitled
        )


def _without_needless_births(election: Election) -> Election:
    blind = replace(
        election,
        candidates=tuple(replace(one, born=None) for one in election.candidates),
    )
    found = standing(blind)
    if found.step is not Step.AGE_WANTED:
        return blind
    kept = tuple(
        one if one.name in found.names else replace(one, born=None)
        for one in election.candidates
    )
    return replace(election, candidates=kept)


def _rank(candidate: Candidate) -> tuple[int, date]:
    """The most voices first, then the elder."""
    return -candidate.voices, candidate.born or date.max


def _best(
    ranked: Sequence[Candidate], places: int, step: Step, cast: int, needed: int
) -> Standing:
    """The first ``places``, unless equal voices at the last one need an age."""
    names = tuple(one.name for one in ranked[:places])
    if len(ranked) <= places or ranked[places].voices != ranked[places - 1].voices:
        return Standing(step, cast, needed, names)
    edge = [one for one in ranked if one.voices == ranked[places - 1].voices]
    open_places = places - sum(one.voices > edge[0].voices for one in ranked)
    if any(one.born is None for one in edge) or (
        edge[open_places - 1].born == edge[open_places].born
    ):
        tied = tuple(one.name for one in edge)
        return Standing(Step.AGE_WANTED, cast, needed, tied)
    return Standing(step, cast, needed, names, by_age=True)
