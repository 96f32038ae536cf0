"""The life of a point."""

from imio.platform.core.workflow.errors import CommentRequired
from imio.platform.core.workflow.errors import TransitionRefused
from imio.platform.core.workflow.guards import transition_choices
from imio.platform.core.workflow.guards import verdict
from imio.platform.core.workflow.transitions import perform
from imio.platform.deliberation.records.agenda import item_uids
from plone import api
from tests.deliberation import builders
import pytest


@pytest.fixture
def hall(portal):
    return builders.town_hall(portal)


def choices(context, user):
    with api.env.adopt_user(user):
        return {c.id: c.verdict for c in transition_choices(context)}


def may(user, permission, context):
    with api.env.adopt_user(user):
        return api.user.has_permission(permission, obj=context)


def test_an_agent_drafts_and_the_head_validates(hall):
    item = builders.item(hall)
    builders.play(item, "submit", user="agent-travaux")
    assert item.level == "service:manager"
    assert choices(item, "agent-travaux") == {}
    builders.play(item, "validate", user="chef-travaux")
    assert api.content.get_state(item) == "validated"
    assert item.level == ""


def test_another_service_sees_nothing_of_it(hall):
    item = builders.item(hall)
    for user in ("agent-population", "chef-population", "secretaire", "echevin"):
        assert not may(user, "View", item), user
    builders.play(item, "submit")
    assert not may("chef-population", "Modify portal content", item)
    assert may("chef-travaux", "Modify portal content", item)
    assert not may("agent-travaux", "Modify portal content", item)
    assert may("agent-travaux", "View", item)


def test_an_empty_text_is_refused_with_a_reason(hall):
    item = builders.item(hall, decision=None)
    refusal = choices(item, "agent-travaux")["submit"]
    assert not refusal
    assert "vide" in refusal.reason
    with api.env.adopt_user("agent-travaux"), pytest.raises(TransitionRefused):
        perform(item, "submit")


def test_markup_alone_is_no_text(hall):
    item = builders.item(hall, decision=builders.rich("&nbsp; <br/>"))
    assert not choices(item, "agent-travaux")["submit"]


def test_a_service_without_head_is_told_so(hall):
    api.group.remove_user(
        groupname=f"{hall.services['Travaux']}.manager", username="chef-travaux"
    )
    item = builders.item(hall)
    assert "aucun niveau" in choices(item, "agent-travaux")["submit"].reason


def test_levels_that_nobody_holds_are_skipped(hall):
    hall.college.levels = ["service:reviewer", "service:manager", "secretariat:manager"]
    item = builders.item(hall)
    builders.play(item, "submit", user="agent-travaux")
    assert item.level == "service:manager"
    refusal = choices(item, "chef-travaux")["validate"]
    assert "Secrétariat" in refusal.reason.mapping["level"]
    builders.play(item, "forward", user="chef-travaux")
    assert choices(item, "chef-travaux") == {}
    assert not choices(item, "secretaire")["forward"]
    builders.play(item, "validate", user="secretaire")
    assert api.content.get_state(item) == "validated"


def test_sending_back_wants_a_comment(hall):
    item = builders.item(hall)
    builders.play(item, "submit")
    with api.env.adopt_user("chef-travaux"), pytest.raises(CommentRequired):
        perform(item, "send_back", " ")
    builders.play(item, "send_back", user="chef-travaux")
    assert api.content.get_state(item) == "draft"
    assert item.level == ""


def test_presenting_without_a_meeting_says_what_to_do(hall):
    item = builders.validated(hall)
    assert "créez-en une" in choices(item, "secretaire")["present"].reason


def test_a_point_joins_the_preferred_meeting(hall):
    builders.meeting(hall, builders.in_days(5))
    later = builders.meeting(hall, builders.in_days(12))
    item = builders.validated(hall, preferred_meeting=later.UID())
    builders.play(item, "present", user="secretaire")
    assert item.meeting == later.UID()


def test_a_point_returned_keeps_its_place(hall):
    meeting = builders.meeting(hall)
    item = builders.validated(hall)
    builders.play(item, "present", user="secretaire")
    builders.play(item, "return_to_service", user="secretaire")
    assert item_uids(meeting) == [item.UID()]
    assert may("agent-travaux", "Modify portal content", item)
    assert not choices(item, "agent-travaux")["submit"]
    builders.play(item, "resume", user="agent-travaux")
    assert api.content.get_state(item) == "on_agenda"


def test_a_deleted_point_leaves_its_agenda(hall):
    meeting = builders.meeting(hall)
    item = builders.validated(hall)
    builders.play(item, "present")
    with api.env.adopt_roles(["Manager"]):
        api.content.delete(item)
    assert item_uids(meeting) == []


def test_decide_waits_for_the_meeting(hall):
    builders.meeting(hall)
    item = builders.validated(hall)
    builders.play(item, "present")
    assert "pas ouverte" in verdict(item, "decide").reason
