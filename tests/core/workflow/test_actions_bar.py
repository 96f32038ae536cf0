"""@@actions-bar and the form it posts to."""

from imio.platform.core.interfaces import ICoreLayer
from imio.platform.core.workflow.hints import INextStep
from imio.platform.core.workflow.hints import TransitionHint
from plone import api
from plone.app.testing import login
from plone.app.testing import logout
from plone.app.testing import setRoles
from plone.app.testing import TEST_USER_ID
from plone.app.testing import TEST_USER_NAME
from plone.protect.authenticator import createToken
from Products.statusmessages.interfaces import IStatusMessage
from tests.core.workflow.builders import hinted
from tests.core.workflow.builders import plain_page
from tests.core.workflow.builders import refusing
from tests.core.workflow.builders import registered
from zExceptions import Forbidden
from zope.component import getMultiAdapter
from zope.interface import alsoProvides
import pytest


@pytest.fixture
def page(portal):
    setRoles(portal, TEST_USER_ID, ["Manager"])
    page = plain_page(portal)
    yield page
    login(portal, TEST_USER_NAME)


def bar(page) -> str:
    return view(page, "actions-bar")()


def view(page, name, method="GET", **form):
    request = page.REQUEST.clone()
    alsoProvides(request, ICoreLayer)
    request.method = method
    request.environ["REQUEST_METHOD"] = method
    request.form.clear()
    request.form.update(form)
    return getMultiAdapter((page, request), name=name)


def post(page, **form):
    """Post the bar's form; the view afterwards, with what it answered as ``answer``."""
    posted = view(
        page, "perform-transition", "POST", _authenticator=createToken(), **form
    )
    posted.answer = posted()
    posted.messages = [m.message for m in IStatusMessage(posted.request).show()]
    return posted


def test_possible_transitions_are_buttons_of_a_posted_form(page):
    html = bar(page)
    assert 'method="post"' in html
    assert 'value="publish"' in html
    assert 'name="_authenticator"' in html


def test_refused_transition_is_shown_disabled_with_its_reason(page):
    with refusing("publish", "Le texte est vide."):
        html = bar(page)
    assert 'value="publish"' not in html
    assert 'aria-disabled="true"' in html
    assert '<span id="refused-publish">Le texte est vide.</span>' in html


def test_who_acts_next_is_said(page):
    class Step:
        def __init__(self, context):
            pass

        def sentence(self):
            return "Le chef de service doit valider."

    with registered(Step, INextStep):
        assert "Le chef de service doit valider." in bar(page)


def test_anonymous_sees_no_bar(page):
    api.content.transition(page, "publish")
    logout()
    assert bar(page) == ""


def test_reader_without_the_right_sees_no_button(portal, page):
    api.content.transition(page, "publish")
    setRoles(portal, TEST_USER_ID, ["Reader"])
    page.manage_delLocalRoles([TEST_USER_ID])
    assert "<button" not in bar(page)


def test_post_does_the_transition_and_says_so(page):
    posted = post(page, transition="publish", comment="Relu")
    assert api.content.get_state(page) == "published"
    assert posted.request.response.getStatus() == 303
    assert "c'est fait" in posted.messages[0]


def test_refused_post_says_the_reason_and_changes_nothing(page):
    with refusing("publish", "Le texte est vide."):
        posted = post(page, transition="publish")
    assert posted.messages == ["Le texte est vide."]
    assert posted.request.response.getStatus() == 303
    assert api.content.get_state(page) == "private"


@pytest.mark.parametrize("transition", ["", "explode", "<script>"])
def test_unknown_transition_is_a_sentence_and_no_traceback(page, transition):
    posted = post(page, transition=transition)
    assert posted.messages == ["Cette action n'existe pas."]


def test_wrong_user_is_told_so(portal, page):
    setRoles(portal, TEST_USER_ID, ["Member"])
    page.manage_delLocalRoles([TEST_USER_ID])
    page.manage_permission("View", ["Member"], acquire=False)
    posted = post(page, transition="publish")
    assert "pas le droit" in posted.messages[0]
    assert api.content.get_state(page) == "private"


def test_post_without_the_token_is_forbidden(page):
    with pytest.raises(Forbidden):
        view(page, "perform-transition", "POST", transition="publish")()
    assert api.content.get_state(page) == "private"


def test_get_changes_nothing(page):
    view(page, "perform-transition", transition="publish")()
    assert api.content.get_state(page) == "private"


def test_danger_is_confirmed_once(page):
    with hinted("publish", TransitionHint(confirm="Publier devant tout le monde ?")):
        asked = post(page, transition="publish")
        assert "Publier devant tout le monde ?" in asked.answer
        assert api.content.get_state(page) == "private"
        post(page, transition="publish", confirmed="1")
    assert api.content.get_state(page) == "published"


def test_required_comment_is_asked_then_missed(page):
    with hinted("publish", TransitionHint(comment_required=True)):
        asked = post(page, transition="publish")
        assert 'aria-invalid="true"' not in asked.answer
        missed = post(page, transition="publish", confirmed="1", comment=" ")
        assert 'aria-invalid="true"' in missed.answer
        assert 'href="#actions-comment"' in missed.answer
        post(page, transition="publish", confirmed="1", comment="Vu")
    assert api.content.get_state(page) == "published"


def test_person_who_no_longer_sees_the_object_lands_on_a_page_of_theirs(portal, page):
    setRoles(portal, TEST_USER_ID, ["Member"])
    page.manage_delLocalRoles([TEST_USER_ID])
    page.manage_permission("View", ["Manager"], acquire=False)
    left = view(page, "perform-transition")
    left()
    assert left.request.response.getHeader("Location") == portal.absolute_url()


def test_plone_s_page_of_states_gives_way_to_the_bar(page):
    asked = view(page, "content_status_history")
    asked()
    assert asked.request.response.getHeader("location") == page.absolute_url()


def test_a_label_says_who_reads_the_comment(page):
    hint = TransitionHint(comment_label="Message au demandeur")
    with hinted("publish", hint):
        assert "Message au demandeur" in bar(page)
    assert "Commentaire gardé dans l'historique" in bar(page)
