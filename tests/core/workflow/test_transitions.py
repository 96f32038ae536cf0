"""Transitions happen, or say why not and leave everything as it was."""

from imio.platform.core.errors import PlatformError
from imio.platform.core.workflow.errors import CommentRequired
from imio.platform.core.workflow.errors import TransitionForbidden
from imio.platform.core.workflow.errors import TransitionRefused
from imio.platform.core.workflow.errors import UnknownTransition
from imio.platform.core.workflow.hints import TransitionHint
from imio.platform.core.workflow.transitions import perform
from imio.platform.core.workflow.transitions import state_title
from plone import api
from Products.DCWorkflow.interfaces import IAfterTransitionEvent
from tests.core.workflow.builders import hinted
from tests.core.workflow.builders import plain_page
from tests.core.workflow.builders import refusing
from zope.component import getGlobalSiteManager
import pytest


@pytest.fixture
def page(portal):
    with api.env.adopt_roles(["Manager"]):
        yield plain_page(portal)


def history(page) -> list[dict]:
    tool = api.portal.get_tool("portal_workflow")
    return tool.getInfoFor(page, "review_history")


def test_comment_is_kept_in_the_history(page):
    perform(page, "publish", "Relu par le service")
    assert api.content.get_state(page) == "published"
    assert history(page)[-1]["comments"] == "Relu par le service"


def test_guard_reason_is_given_and_nothing_changes(page):
    with (
        refusing("publish", "Le texte est vide."),
        pytest.raises(TransitionRefused) as refusal,
    ):
        perform(page, "publish")
    assert refusal.value.reason == "Le texte est vide."
    assert api.content.get_state(page) == "private"


def test_transition_for_others_is_forbidden(page):
    with (
        api.env.adopt_roles(["Member"]),
        pytest.raises(TransitionForbidden) as refusal,
    ):
        perform(page, "publish")
    assert refusal.value.http_status == 403


def test_unknown_transition_is_not_found(page):
    with pytest.raises(UnknownTransition):
        perform(page, "explode")


def test_done_already_says_the_present_state(page):
    perform(page, "publish")
    with pytest.raises(TransitionRefused) as refusal:
        perform(page, "publish")
    assert type(refusal.value) is TransitionRefused
    assert refusal.value.reason.mapping["state"] == state_title(page)


def test_required_comment(page):
    with hinted("publish", TransitionHint(comment_required=True)):
        with pytest.raises(CommentRequired):
            perform(page, "publish", "  ")
        perform(page, "publish", "Décision du 3 mars")
    assert api.content.get_state(page) == "published"


def test_subscriber_that_refuses_leaves_the_state_as_it_was(page):
    def refuse(event):
        raise PlatformError("Le service n'a pas de boîte aux lettres.")

    registry = getGlobalSiteManager()
    registry.registerHandler(refuse, (IAfterTransitionEvent,))
    try:
        with pytest.raises(TransitionRefused) as refusal:
            perform(page, "publish")
    finally:
        registry.unregisterHandler(refuse, (IAfterTransitionEvent,))
    assert "boîte aux lettres" in refusal.value.reason
    assert api.content.get_state(page) == "private"
    assert history(page)[-1]["review_state"] == "private"
