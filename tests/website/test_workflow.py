"""From a draft to a page on line: who may do what, and why not."""

from imio.platform.core.workflow.guards import transition_choices
from imio.platform.website.start_content.pages import rich_text
from plone import api
from Products.CMFCore.WorkflowCore import WorkflowException
from tests.website.builders import EDITOR
from tests.website.builders import make_page
from tests.website.builders import make_people
from tests.website.builders import make_site
from tests.website.builders import REVIEWER
from tests.website.builders import STRANGER
import pytest


@pytest.fixture
def section(portal):
    make_people()
    make_site(portal)
    return portal["vivre"]


@pytest.fixture
def page(section):
    with api.env.adopt_user(username=EDITOR):
        return make_page(section)


def may(username, permission, content):
    if username is None:
        with api.env.adopt_roles(["Anonymous"]):
            return bool(api.user.has_permission(permission, obj=content))
    with api.env.adopt_user(username=username):
        return bool(api.user.has_permission(permission, obj=content))


def step(username, content, transition):
    with api.env.adopt_user(username=username):
        api.content.transition(content, transition)


@pytest.mark.parametrize(
    "state, steps, viewers, writers",
    [
        ("private", [], {EDITOR, REVIEWER}, {EDITOR, REVIEWER}),
        ("pending", ["submit"], {EDITOR, REVIEWER}, {REVIEWER}),
        (
            "published",
            ["submit", "publish"],
            {EDITOR, REVIEWER, STRANGER, None},
            {REVIEWER},
        ),
    ],
)
def test_who_sees_and_writes_in_each_state(page, state, steps, viewers, writers):
    for transition in steps:
        step(EDITOR if transition == "submit" else REVIEWER, page, transition)
    assert api.content.get_state(page) == state
    people = (EDITOR, REVIEWER, STRANGER, None)
    assert {name for name in people if may(name, "View", page)} == viewers
    assert {n for n in people if may(n, "Modify portal content", page)} == writers


@pytest.mark.parametrize("username", [EDITOR, STRANGER])
def test_only_a_reviewer_publishes(page, username):
    step(EDITOR, page, "submit")
    with pytest.raises((WorkflowException, api.exc.InvalidParameterError)):
        step(username, page, "publish")
    assert api.content.get_state(page) == "pending"


def test_a_stranger_cannot_write(section):
    with (
        api.env.adopt_user(username=STRANGER),
        pytest.raises(Exception, match="Cannot create"),
    ):
        make_page(section, "intrus")
    assert "intrus" not in section


def test_a_reviewer_sends_back_and_the_author_writes_again(page):
    step(EDITOR, page, "submit")
    step(REVIEWER, page, "reject")
    assert may(EDITOR, "Modify portal content", page)


def reason(username, content, transition):
    with api.env.adopt_user(username=username):
        choices = {choice.id: choice for choice in transition_choices(content)}
    return str(choices[transition].verdict.reason)


def test_a_page_without_summary_is_not_submitted(section):
    with api.env.adopt_user(username=EDITOR):
        bare = make_page(section, "nue", description="")
    assert "Ajoutez un résumé" in reason(EDITOR, bare, "submit")


def test_a_text_to_complete_is_not_put_on_line(page):
    page.text = rich_text("<p>Écrivez à [[[adresse]]].</p>")
    assert "passage à compléter" in reason(REVIEWER, page, "publish")
    with pytest.raises((WorkflowException, api.exc.InvalidParameterError)):
        step(REVIEWER, page, "publish")


def test_a_page_below_a_draft_is_not_put_on_line(section):
    with api.env.adopt_user(username=EDITOR):
        draft = api.content.create(section, "Folder", id="b", title="Brouillon")
        below = make_page(draft, "dessous")
    assert "n'est pas en ligne" in reason(REVIEWER, below, "publish")


def test_an_editor_changes_the_sections_of_the_home_page_on_line(portal, section):
    home = portal["accueil"]
    assert api.content.get_state(home) == "published"
    assert may(EDITOR, "Modify portal content", home["en-un-clic"])
    assert not may(STRANGER, "Modify portal content", home["en-un-clic"])
    assert not may(None, "Modify portal content", home["en-un-clic"])
    assert not may(EDITOR, "imio.platform.website: Publish content", home)


@pytest.mark.parametrize("username", [EDITOR, REVIEWER])
def test_the_web_site_s_people_administer_nothing(portal, section, username):
    with api.env.adopt_user(username=username):
        for permission in (
            "Manage portal",
            "Plone Site Setup: Overview",
            "Plone Site Setup: Users and Groups",
            "Plone Site Setup: Site",
            "Manage users",
        ):
            assert not api.user.has_permission(permission, obj=portal)
