"""Plone's contact and accessibility pages give way to the commune's own."""

from plone import api
from tests.website.builders import make_people
from tests.website.builders import make_service
import pytest
import requests
import transaction

PAIRS = [("contact-info", "contact"), ("accessibility-info", "accessibilite")]


@pytest.fixture
def site(functional):
    make_people()
    transaction.commit()
    return functional["portal"]


def make_page(portal, page_id, state):
    with api.env.adopt_roles(["Manager"]):
        page = api.content.create(portal, "Document", id=page_id, title=page_id)
        if state == "published":
            api.content.transition(page, to_state=state)
    transaction.commit()


def landing(site, path):
    answer = requests.get(f"{site.absolute_url()}/{path}", timeout=60)
    assert answer.status_code == 200
    return answer.url.removeprefix(site.absolute_url()).strip("/")


@pytest.mark.parametrize("plone_page, own", PAIRS)
def test_the_communes_own_page_is_shown(site, plone_page, own):
    make_page(site, own, "published")
    assert landing(site, plone_page) == own


@pytest.mark.parametrize("plone_page, own", PAIRS)
def test_a_draft_leads_nobody_to_a_closed_door(site, plone_page, own):
    make_page(site, own, "draft")
    assert landing(site, plone_page) == plone_page


def test_without_a_contact_page_the_services_are_shown(site):
    with api.env.adopt_roles(["Manager"]):
        make_service(site)
    transaction.commit()
    assert landing(site, "contact-info") == "organisation"
