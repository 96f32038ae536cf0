"""@saved-searches over REST."""

from plone import api
from plone.app.testing import setRoles
from plone.app.testing import SITE_OWNER_NAME
from plone.app.testing import SITE_OWNER_PASSWORD
from plone.app.testing import TEST_USER_ID
from plone.app.testing import TEST_USER_NAME
from plone.app.testing import TEST_USER_PASSWORD
import pytest
import requests
import transaction

OWNER = (SITE_OWNER_NAME, SITE_OWNER_PASSWORD)
EDITOR = (TEST_USER_NAME, TEST_USER_PASSWORD)


@pytest.fixture
def call(functional):
    portal = functional["portal"]
    setRoles(portal, TEST_USER_ID, ["Member", "Editor"])
    transaction.commit()

    def request(method, path="contenus", auth=EDITOR, **data):
        return requests.request(
            method,
            f"{portal.absolute_url()}/@saved-searches/{path}",
            json=data or None,
            headers={"Accept": "application/json"},
            auth=auth,
            timeout=60,
            allow_redirects=False,
        )

    return request


def test_a_search_is_kept_read_and_forgotten(call):
    kept = call("POST", name="Budgets", query="q=budget&page=4")
    assert kept.status_code == 201
    assert kept.json()["query"] == "q=budget"
    assert [s["name"] for s in call("GET").json()["items"]] == ["Budgets"]
    assert call("DELETE", f"contenus/{kept.json()['id']}").status_code == 204
    assert call("GET").json()["items"] == []


def test_each_person_has_their_own(call):
    kept = call("POST", name="Budgets", query="q=budget").json()
    assert call("GET", auth=OWNER).json()["items"] == []
    assert call("DELETE", f"contenus/{kept['id']}", auth=OWNER).status_code == 404
    assert len(call("GET").json()["items"]) == 1


def test_a_search_without_a_name_is_refused_with_a_sentence(call):
    refused = call("POST", query="q=budget")
    assert refused.status_code == 400
    assert "Donnez un nom" in refused.json()["message"]


@pytest.mark.parametrize("path", ["", "nothing", "manage", "login", "search"])
def test_what_is_no_listing_is_not_found(call, path):
    assert call("GET", path).status_code == 404


def test_the_listing_s_permission_is_the_shelf_s(call):
    setRoles(api.portal.get(), TEST_USER_ID, ["Member"])
    transaction.commit()
    assert call("GET").status_code in (302, 401, 403, 404)
    assert call("POST", name="X", query="").status_code in (302, 401, 403, 404)
    assert call("GET", auth=None).status_code in (302, 401, 403, 404)
