"""After a meeting without quorum, the next convocation is whole (L1122-17)."""

from imio.platform.core.workflow.guards import verdict
from imio.platform.deliberation.content.vocabularies import meetings_of
from imio.platform.deliberation.records.agenda import agenda
from imio.platform.deliberation.records.agenda import item_uids
from imio.platform.deliberation.records.convocations import waves
from imio.platform.deliberation.records.late_points import late_points
from imio.platform.deliberation.rules.agenda import numbers
from imio.platform.deliberation.workflow import reordering
from imio.platform.deliberation.workflow.replaying import earlier_of
from imio.platform.deliberation.workflow.replaying import following_of
from imio.platform.deliberation.workflow.replaying import left_over
from plone import api
from tests.deliberation import builders
from zope.i18n import translate
import pytest


@pytest.fixture
def hall(portal):
    return builders.town_hall(portal)


def titles(meeting):
    return [item.title for item in builders.items(meeting)]


def convened(hall):
    """Two points and a sub-point under a heading, moved by hand."""
    meeting = builders.meeting(hall)
    builders.play(meeting, "prepare")
    for title in ("A", "B", "C"):
        builders.present(builders.validated(hall, title), meeting)
    a, b, c = item_uids(meeting)
    reordering.move(meeting, c, "1")
    reordering.make_sub_point(meeting, b)
    reordering.add_heading(meeting, "Voirie", c)
    builders.play(meeting, "convene")
    return meeting


def without_quorum(meeting, user="secretaire"):
    """Nobody comes; the next convocation."""
    with builders.at(meeting.date):
        builders.seat(meeting, absent=4)
        builders.play(meeting, "declare_no_quorum", user=user)
    return following_of(meeting)


def test_g16_the_next_convocation_keeps_order_headings_and_sub_points(hall):
    first = convened(hall)
    second = without_quorum(first)
    assert second.convocation_rank == 2
    assert earlier_of(second) is not None
    assert [e.heading or e.level for e in agenda(second)] == ["Voirie", 0, 0, 1]
    assert titles(second) == titles(first) == ["C", "A", "B"]
    assert numbers(agenda(second)) == ["", "1", "2", "2.1"]
    assert {entry.list_type for entry in agenda(second)} == {"normal"}


def test_g16_the_third_convocation_takes_only_what_was_put_twice(hall):
    first = convened(hall)
    second = without_quorum(first)
    builders.present(builders.validated(hall, "Nouveau"), second)
    with builders.at(first.date):
        builders.play(second, "convene")
    third = without_quorum(second)
    assert third.convocation_rank == 3
    assert titles(second)[-1] == "Nouveau"
    assert titles(third) == ["C", "A", "B"]
    (new,) = left_over(second)
    assert (new.title, api.content.get_state(new)) == ("Nouveau", "validated")


def test_g16_a_late_point_is_an_ordinary_one_of_the_next_convocation(hall):
    first = convened(hall)
    builders.present(builders.validated(hall, "Tardif"), first)
    second = without_quorum(first)
    assert titles(second)[-1] == "Tardif"
    assert late_points(second) == {}
    assert len(late_points(first)) == 1, "ce qui s'est passé reste écrit"


def test_g16_the_next_convocation_is_convoked_in_its_turn(hall):
    first = convened(hall)
    second = without_quorum(first)
    with builders.at(first.date):
        builders.play(second, "convene", user="secretaire")
    assert api.content.get_state(second) == "convened"
    assert len(waves(second)) == 1


def test_g16_nobody_lifts_the_quorum_by_choosing_a_rank(hall):
    meeting = builders.meeting(hall, convocation_rank=3)
    builders.play(meeting, "prepare")
    refusal = verdict(meeting, "convene")
    assert "vide" in translate(refusal.reason)
    meeting.convocation_rank = 1
    builders.present(builders.validated(hall), meeting)
    for rank in (2, 3):
        meeting.convocation_rank = rank
        assert "sans quorum" in translate(verdict(meeting, "convene").reason)


def test_g16_a_refused_declaration_makes_no_meeting(hall):
    meeting = convened(hall)
    with builders.at(meeting.date):
        builders.seat(meeting)
        assert not verdict(meeting, "declare_no_quorum")
    assert len(meetings_of(hall.college)) == 1
