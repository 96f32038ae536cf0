"""GET @my-work."""

from plone.app.testing import SITE_OWNER_NAME
from plone.app.testing import SITE_OWNER_PASSWORD
import requests


def get(functional, auth):
    return requests.get(
        f"{functional['portal'].absolute_url()}/@my-work",
        headers={"Accept": "application/json"},
        auth=auth,
        timeout=60,
        allow_redirects=False,
    )


def test_a_person_reads_their_work(functional):
    answer = get(functional, (SITE_OWNER_NAME, SITE_OWNER_PASSWORD))
    assert answer.status_code == 200
    assert answer.json()["incomplete"] is False
    assert answer.json()["items_total"] == sum(
        len(group["items"]) for group in answer.json()["groups"]
    )
    assert "no-store" in answer.headers["Cache-Control"]


def test_an_anonymous_visitor_has_no_work(functional):
    answer = get(functional, None)
    assert answer.status_code in (302, 401)
    assert "groups" not in answer.text
