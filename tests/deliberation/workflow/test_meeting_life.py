"""The life of a meeting."""

from datetime import datetime
from imio.platform.core.clock import BRUSSELS
from imio.platform.core.workflow.guards import transition_choices
from imio.platform.core.workflow.guards import verdict
from imio.platform.deliberation.content.vocabularies import meetings_of
from imio.platform.deliberation.errors import DeliberationError
from imio.platform.deliberation.records.agenda import agenda
from imio.platform.deliberation.records.agenda import item_uids
from imio.platform.deliberation.rules.agenda import numbers
from imio.platform.deliberation.workflow.lookup import find_item
from plone import api
from tests.deliberation import builders
import pytest


@pytest.fixture
def hall(portal):
    return builders.town_hall(portal)


def brussels(*parts):
    return datetime(*parts, tzinfo=BRUSSELS)


def titles(meeting):
    return [find_item(uid).title for uid in item_uids(meeting)]


def convened_meeting(hall, **fields):
    """Three points convoked ten days before, on the day of the meeting."""
    meeting = builders.meeting(hall, **fields)
    for title, service in (("A", "Travaux"), ("B", "Population"), ("C", "Travaux")):
        builders.present(builders.validated(hall, title, service), meeting)
    builders.play(meeting, "prepare", "convene")
    return meeting


def items(meeting):
    return [find_item(uid) for uid in item_uids(meeting)]


def decide(item, outcome="adopted"):
    item.outcome = outcome
    builders.play(item, "decide")


def test_g3_points_enter_in_the_order_of_the_services(hall):
    meeting = builders.meeting(hall)
    for title, service in (
        ("T1", "Travaux"),
        ("P1", "Population"),
        ("T2", "Travaux"),
        ("P2", "Population"),
    ):
        builders.present(builders.validated(hall, title, service), meeting)
    assert titles(meeting) == ["P1", "P2", "T1", "T2"]


def test_an_empty_agenda_is_not_convoked(hall):
    meeting = builders.meeting(hall)
    builders.play(meeting, "prepare")
    assert "vide" in verdict(meeting, "convene").reason


def test_g1_a_council_convoked_too_late_wants_a_motive(hall):
    with builders.at(brussels(2026, 6, 1, 9)):
        meeting = builders.meeting(hall, brussels(2026, 6, 25, 19), body=hall.council)
        item = builders.validated(
            hall, body=hall.council, synthesis_note=builders.rich("Note")
        )
        builders.present(item, meeting)
        builders.play(meeting, "prepare")
    with builders.at(brussels(2026, 6, 17, 23, 30)):
        assert verdict(meeting, "convene")
    with builders.at(brussels(2026, 6, 18, 0, 5)):
        refusal = verdict(meeting, "convene")
        assert refusal.reason.mapping["day"] == "mercredi 17 juin 2026"
        meeting.urgency_motive = "Subside à demander avant la fin du mois"
        assert verdict(meeting, "convene")


def test_a_council_point_without_note_is_named(hall):
    meeting = builders.meeting(hall, body=hall.council)
    builders.present(builders.validated(hall, "Sans note", body=hall.council), meeting)
    builders.play(meeting, "prepare")
    assert verdict(meeting, "convene").reason.mapping["titles"] == "Sans note"


def test_a_college_convoked_late_is_not_blocked_by_custom(hall):
    meeting = builders.meeting(hall, builders.in_days(1))
    builders.present(builders.validated(hall), meeting)
    builders.play(meeting, "prepare")
    assert verdict(meeting, "convene")


def test_convocation_freezes_points_and_numbers(hall):
    meeting = convened_meeting(hall)
    assert {api.content.get_state(item) for item in items(meeting)} == {"frozen"}
    late = builders.validated(hall, "Tardif", "Population")
    with api.env.adopt_user("secretaire"):
        builders.present(late, meeting)
    assert api.content.get_state(late) == "frozen"
    assert numbers(agenda(meeting)) == ["1", "2", "3", "4"]
    assert agenda(meeting)[-1].list_type == "late"


def test_taking_a_convocation_back_reopens_the_agenda(hall):
    meeting = convened_meeting(hall)
    builders.play(meeting, "back_to_prepared", user="secretaire")
    assert {api.content.get_state(item) for item in items(meeting)} == {"on_agenda"}
    assert meeting.convened_at is None


def test_a_meeting_does_not_open_before_its_day(hall):
    meeting = convened_meeting(hall)
    assert "pas encore lieu" in verdict(meeting, "open").reason


def test_g16_without_quorum_nothing_is_decided(hall):
    meeting = convened_meeting(hall)
    with builders.at(meeting.date):
        builders.play(meeting, "open")
        first = items(meeting)[0]
        first.outcome = "adopted"
        assert "présences" in verdict(first, "decide").reason
        builders.seat(meeting, absent=3)
        refusal = verdict(first, "decide")
        assert refusal.reason.mapping == {
            "present": "2",
            "in_function": "5",
            "needed": "3",
        }
        builders.seat(meeting, absent=2)
        assert verdict(first, "decide")


def test_g16_the_same_points_go_to_the_next_convocation(hall):
    meeting = convened_meeting(hall)
    points = item_uids(meeting)
    with builders.at(meeting.date):
        builders.seat(meeting)
        assert "quorum est atteint" in verdict(meeting, "declare_no_quorum").reason
        builders.seat(meeting, absent=4)
        builders.play(meeting, "declare_no_quorum", user="secretaire")
    second = meetings_of(hall.college)[-1]
    assert second.convocation_rank == 2
    assert item_uids(second) == points
    assert item_uids(meeting) == points


def test_g16_nothing_new_at_the_third_convocation(hall):
    first = convened_meeting(hall)
    with builders.at(first.date):
        builders.seat(first, absent=4)
        builders.play(first, "declare_no_quorum")
        second = meetings_of(hall.college)[-1]
        builders.play(second, "convene")
    with builders.at(second.date):
        builders.seat(second, absent=4)
        builders.play(second, "declare_no_quorum")
        third = meetings_of(hall.college)[-1]
        assert third.convocation_rank == 3
        new = builders.validated(hall, "Nouveau")
        with pytest.raises(DeliberationError) as refusal:
            builders.present(new, third)
        assert "troisième convocation" in refusal.value.message
        builders.play(third, "convene")
    with builders.at(third.date):
        builders.play(third, "open")
        builders.seat(third, absent=4)
        decide(items(third)[0])


def test_a_session_closes_once_every_point_has_an_outcome(hall):
    meeting = convened_meeting(hall)
    with builders.at(meeting.date):
        builders.play(meeting, "open")
        builders.seat(meeting)
        assert "A" in verdict(meeting, "close").reason.mapping["titles"]
        for item in items(meeting):
            decide(item)
        builders.play(meeting, "close")
    assert meeting.closed_at is not None


def test_minutes_are_approved_by_a_point_of_the_next_meeting(hall):
    meeting = convened_meeting(hall)
    with builders.at(meeting.date):
        builders.play(meeting, "open")
        builders.seat(meeting)
        for item in items(meeting):
            decide(item)
        builders.play(meeting, "close", "publish_decisions")
        assert "aucune séance" in verdict(meeting, "approve_minutes").reason
        following = builders.meeting(hall, builders.in_days(7))
        builders.play(following, "prepare", user="secretaire")
        approval = items(following)[0]
        assert approval.kind == "minutes_approval"
        assert "pas adopté" in verdict(meeting, "approve_minutes").reason
        builders.play(following, "convene")
    with builders.at(following.date):
        builders.play(following, "open")
        builders.seat(following)
        decide(approval)
        builders.play(meeting, "approve_minutes", user="secretaire")
    assert {api.content.get_state(item) for item in items(meeting)} == {"finalised"}


def test_cancelling_gives_the_points_back(hall):
    meeting = convened_meeting(hall)
    points = items(meeting)
    builders.play(meeting, "cancel", user="secretaire")
    assert {api.content.get_state(item) for item in points} == {"validated"}
    assert {item.meeting for item in points} == {""}


def test_a_citizen_or_an_agent_moves_no_meeting(hall):
    meeting = convened_meeting(hall)
    for user in ("citoyen", "agent-travaux", "echevin"):
        with api.env.adopt_user(user):
            assert transition_choices(meeting) == [], user


def test_a_member_sees_the_meeting_once_convoked(hall):
    meeting = builders.meeting(hall)
    with api.env.adopt_user("echevin"):
        assert not api.user.has_permission("View", obj=meeting)
    builders.present(builders.validated(hall), meeting)
    builders.play(meeting, "prepare", "convene")
    with api.env.adopt_user("echevin"):
        assert api.user.has_permission("View", obj=meeting)
        assert api.user.has_permission("View", obj=items(meeting)[0])
