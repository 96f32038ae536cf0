"""Votes recorded on points, and the attendance that they hold."""

from imio.platform.deliberation.content.officials import members_of
from imio.platform.deliberation.errors import DeliberationError
from imio.platform.deliberation.records.ballots import ballots
from imio.platform.deliberation.records.ballots import last_ballot
from imio.platform.deliberation.records.presence import presence
from imio.platform.deliberation.records.presence import quorum
from imio.platform.deliberation.rules.ballot import Method
from imio.platform.deliberation.rules.ballot import Tally
from imio.platform.deliberation.rules.ballot import Vote
from imio.platform.deliberation.rules.casting import TieFacts
from imio.platform.deliberation.rules.presence import Status
from imio.platform.deliberation.workflow.attendance import note_from
from imio.platform.deliberation.workflow.attendance import note_item
from imio.platform.deliberation.workflow.deciding import decide
from imio.platform.deliberation.workflow.deciding import VoteGiven
from imio.platform.deliberation.workflow.voting import ballot_sentence
from imio.platform.deliberation.workflow.voting import BallotGiven
from imio.platform.deliberation.workflow.voting import record_ballot
from imio.platform.deliberation.workflow.voting import voters
from plone import api
from tests.deliberation import builders
from zope.annotation.interfaces import IAnnotations
from zope.i18n import translate
import pytest

PUBLIC, SECRET = Method.PUBLIC, Method.SECRET


@pytest.fixture
def meeting(portal):
    """A college of five in session, with three points."""
    return open_meeting(builders.town_hall(portal))


def open_meeting(hall):
    with builders.at(builders.in_days(-1)):
        meeting = builders.meeting(hall, builders.in_days(1))
        for title in ("A", "B", "C"):
            builders.present(builders.validated(hall, title), meeting)
        builders.play(meeting, "prepare", "convene")
    builders.play(meeting, "open")
    builders.seat(meeting)
    return meeting


def uids(meeting):
    return [mandate.uid for mandate in members_of(meeting)]


def refusal_of(call, *arguments):
    with (
        pytest.raises(DeliberationError) as refusal,
        api.env.adopt_roles(["Manager"]),
    ):
        call(*arguments)
    return translate(refusal.value.message, target_language="fr")


def act(item, outcome="adopted", **options):
    with api.env.adopt_roles(["Manager"]):
        decide(item, outcome, **options)


def test_a_public_vote_keeps_who_said_what_and_its_quorum(meeting):
    item = builders.items(meeting)[0]
    members = uids(meeting)
    given = BallotGiven(PUBLIC, {members[1]: Vote.NO, members[2]: Vote.ABSTAIN})
    record_ballot(item, given)
    held = last_ballot(meeting, item.UID())
    assert held.tally == Tally(3, 1, 1)
    assert held.votes[members[1]] is Vote.NO
    assert (held.present, held.in_function, held.needed) == (5, 5, 3)
    assert ballot_sentence(meeting, held) == (
        "Par 3 voix pour, une voix contre (Benoît Collard) et une abstention "
        "(Samira El Amrani)"
    )
    assert "Collard" not in ballot_sentence(meeting, held, named=False)


def test_g13_a_voter_is_neither_absent_nor_aside_on_the_point(meeting):
    item, other, _last = builders.items(meeting)
    record_ballot(item, BallotGiven(PUBLIC))
    member = uids(meeting)[4]
    for status in (Status.ABSENT, Status.EXCUSED, Status.NON_ATTENDEE):
        said = refusal_of(note_item, meeting, item.UID(), {member: status})
        assert "Thérèse Noël a voté" in said
        assert "« A »" in said
    note_item(meeting, other.UID(), {member: Status.ABSENT})
    assert presence(meeting).at(item.UID(), member) is Status.PRESENT


def test_who_stands_aside_neither_votes_nor_counts(meeting):
    item = builders.items(meeting)[0]
    member = uids(meeting)[1]
    note_from(meeting, item.UID(), {member: Status.NON_ATTENDEE})
    assert quorum(meeting, item.UID()).present == 4
    assert member not in voters(meeting, item.UID())
    said = refusal_of(record_ballot, item, BallotGiven(PUBLIC, {member: Vote.NO}))
    assert "ne peut pas voter" in said
    following = builders.items(meeting)[1]
    assert quorum(meeting, following.UID()).present == 5


def test_g16_a_departure_that_breaks_the_quorum_blocks_and_an_arrival_restores(meeting):
    first, second, third = builders.items(meeting)
    leaving = uids(meeting)[2:]
    record_ballot(first, BallotGiven(PUBLIC))
    act(first, keep_ballots=True)
    note_from(meeting, second.UID(), dict.fromkeys(leaving, Status.EXCUSED))
    assert quorum(meeting, third.UID()).present == 2
    said = refusal_of(record_ballot, second, BallotGiven(PUBLIC))
    assert "2 membres présents sur 5, il en faut 3" in said
    note_from(meeting, third.UID(), {leaving[0]: Status.PRESENT})
    assert quorum(meeting, second.UID()).present == 2
    record_ballot(third, BallotGiven(PUBLIC))
    act(third, keep_ballots=True)
    assert last_ballot(meeting, third.UID()).tally == Tally(3)
    assert last_ballot(meeting, first.UID()).tally == Tally(5)


def test_g11_a_secret_ballot_holds_totals_and_nothing_else(meeting):
    item = builders.items(meeting)[0]
    figures = {"yes": 3, "no": 1, "abstain": 0, "blank": 1}
    record_ballot(item, BallotGiven(SECRET, figures=figures))
    stored = IAnnotations(meeting)["imio.platform.deliberation.ballots"]
    (line,) = stored[item.UID()]
    assert line["votes"] == {}
    for mandate in members_of(meeting):
        assert mandate.uid not in repr(dict(stored))
        assert mandate.person_name not in repr(dict(stored))
    assert set(line) == {
        "method",
        "tally",
        "entitled",
        "in_function",
        "votes",
        "present",
        "needed",
        "label",
        "is_linked",
        "tie",
        "election",
        "article",
    }
    said = refusal_of(
        record_ballot, item, BallotGiven(SECRET, figures={"yes": 4, "no": 2})
    )
    assert "6 voix pour 5 votants" in said


def test_a_secret_ballot_takes_the_place_of_a_public_one(meeting):
    item = builders.items(meeting)[0]
    record_ballot(item, BallotGiven(PUBLIC, {uids(meeting)[0]: Vote.NO}))
    record_ballot(item, BallotGiven(SECRET, figures={"yes": 5}))
    assert [held.votes for held in ballots(meeting, item.UID())] == [{}]


def test_a_new_round_asks_everybody_again(meeting):
    item = builders.items(meeting)[0]
    record_ballot(item, BallotGiven(PUBLIC, {uids(meeting)[0]: Vote.NO}))
    record_ballot(item, BallotGiven(PUBLIC), next_round=True)
    assert [b.tally for b in ballots(meeting, item.UID())] == [Tally(4, 1), Tally(5)]


def test_g14_linked_alternatives(meeting):
    item = builders.items(meeting)[0]
    members = uids(meeting)
    said = refusal_of(record_ballot, item, BallotGiven(PUBLIC, is_linked=True))
    assert "premier vote" in said
    first = {members[0]: Vote.NO, members[1]: Vote.ABSTAIN}
    first.update(dict.fromkeys(members[2:]))
    record_ballot(item, BallotGiven(PUBLIC, first, label="Projet A"))
    record_ballot(
        item, BallotGiven(PUBLIC, label="Projet B", is_linked=True), next_round=True
    )
    assert list(last_ballot(meeting, item.UID()).votes) == sorted(members[2:])
    said = refusal_of(record_ballot, item, BallotGiven(PUBLIC, is_linked=True), True)
    assert "voix pour" in said


def test_g12_a_college_tie_adjourns_unless_the_chair_may_decide(meeting):
    item = builders.items(meeting)[0]
    members = uids(meeting)
    against = dict.fromkeys(members[1:3], Vote.NO)
    tied = {**against, members[4]: Vote.ABSTAIN}
    record_ballot(item, BallotGiven(PUBLIC, tied))
    with (
        pytest.raises(DeliberationError) as refusal,
        api.env.adopt_roles(["Manager"]),
    ):
        decide(item, "adopted", keep_ballots=True)
    assert "L1123-22" in translate(refusal.value.message, target_language="fr")
    record_ballot(item, BallotGiven(PUBLIC, tied, tie=TieFacts(urgency=True)))
    act(item, keep_ballots=True)
    assert item.outcome == "adopted"


def test_figures_typed_again_keep_the_names_of_the_vote_held(meeting):
    item = builders.items(meeting)[0]
    record_ballot(item, BallotGiven(PUBLIC, {uids(meeting)[0]: Vote.NO}))
    act(item, vote=VoteGiven(PUBLIC, {"yes": 4, "no": 1, "abstain": 0}))
    assert len(last_ballot(meeting, item.UID()).votes) == 5


def test_a_decided_point_keeps_its_vote_until_it_is_taken_up_again(meeting):
    item = builders.items(meeting)[0]
    record_ballot(item, BallotGiven(PUBLIC))
    act(item, keep_ballots=True)
    assert "déjà une issue" in refusal_of(record_ballot, item, BallotGiven(PUBLIC))
    builders.play(item, "reopen")
    record_ballot(item, BallotGiven(PUBLIC, {uids(meeting)[0]: Vote.NO}))
    assert last_ballot(meeting, item.UID()).tally == Tally(4, 1)
