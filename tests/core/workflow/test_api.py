"""REST @workflow: the reason reaches the API's clients."""

from imio.platform.core.workflow.hints import TransitionHint
from plone import api
from plone.app.testing import setRoles
from plone.app.testing import SITE_OWNER_NAME
from plone.app.testing import SITE_OWNER_PASSWORD
from plone.app.testing import TEST_USER_ID
from plone.app.testing import TEST_USER_NAME
from plone.app.testing import TEST_USER_PASSWORD
from tests.core.workflow.builders import hinted
from tests.core.workflow.builders import plain_page
from tests.core.workflow.builders import refusing
import pytest
import requests
import transaction

OWNER = (SITE_OWNER_NAME, SITE_OWNER_PASSWORD)
MEMBER = (TEST_USER_NAME, TEST_USER_PASSWORD)


@pytest.fixture
def page(functional):
    portal = functional["portal"]
    setRoles(portal, TEST_USER_ID, ["Manager"])
    page = plain_page(portal)
    page.manage_delLocalRoles([TEST_USER_ID])
    setRoles(portal, TEST_USER_ID, ["Member"])
    page.manage_permission("View", ["Member", "Manager"], acquire=False)
    transaction.commit()
    return page


def call(method, page, transition="", auth=OWNER, **data):
    url = f"{page.absolute_url()}/@workflow{'/' + transition if transition else ''}"
    return requests.request(
        method,
        url,
        json=data if method == "POST" else None,
        headers={"Accept": "application/json", "Accept-Language": "fr"},
        auth=auth,
        timeout=60,
        allow_redirects=False,
    )


def state(page) -> str:
    transaction.begin()
    return api.content.get_state(page)


def test_refused_transitions_are_listed_with_the_reason(page):
    with refusing("publish", "Le texte est vide."):
        answer = call("GET", page).json()
    assert [(r["id"], r["reason"]) for r in answer["refused"]] == [
        ("publish", "Le texte est vide.")
    ]
    assert answer["state"]["id"] == "private"


def test_expanded_workflow_lists_them_too(page):
    with refusing("publish", "Le texte est vide."):
        answer = requests.get(
            f"{page.absolute_url()}?expand=workflow",
            headers={"Accept": "application/json"},
            auth=OWNER,
            timeout=60,
        ).json()
    refused = answer["@components"]["workflow"]["refused"]
    assert refused[0]["reason"] == "Le texte est vide."


def test_refused_post_is_a_conflict_with_the_reason(page):
    with refusing("publish", "Le texte est vide."):
        answer = call("POST", page, "publish")
    assert answer.status_code == 409
    assert answer.json()["error"]["message"] == "Le texte est vide."
    assert state(page) == "private"


def test_wrong_user_is_forbidden_with_the_reason(page):
    answer = call("POST", page, "publish", auth=MEMBER)
    assert answer.status_code == 403
    assert "pas le droit" in answer.json()["message"]
    assert state(page) == "private"


def test_anonymous_is_not_authorised(page):
    for method, transition in (("POST", "publish"), ("GET", "")):
        answer = call(method, page, transition, auth=None)
        assert answer.status_code in (302, 401)
        assert "transitions" not in answer.text
    assert state(page) == "private"


def test_unknown_transition_is_not_found(page):
    assert call("POST", page, "explode").status_code == 404


def test_missing_comment_is_told(page):
    with hinted("publish", TransitionHint(comment_required=True)):
        answer = call("POST", page, "publish")
        assert answer.status_code == 400
        assert answer.json()["error"]["field"] == "comment"
        assert call("POST", page, "publish", comment="Vu").status_code == 200


def test_right_user_publishes(page):
    answer = call("POST", page, "publish", comment="Relu")
    assert answer.status_code == 200
    assert answer.json()["review_state"] == "published"
    assert state(page) == "published"
