"""The door to the configuration: each finds the panels that are theirs."""

from html import unescape
from plone import api
from plone.app.testing import SITE_OWNER_NAME
from plone.app.testing import SITE_OWNER_PASSWORD
from tests.core.organisation.builders import account
import pytest
import re
import requests
import transaction

PASSWORD = "Commune-2026!"
PAGE = "@@overview-controlpanel"


@pytest.fixture
def site(functional):
    portal = functional["portal"]
    for user_id in ("citoyen", "webmestre", "gestionnaire"):
        account(user_id)
    with api.env.adopt_roles(["Manager"]):
        api.group.add_user(groupname="webmasters", username="webmestre")
        api.group.add_user(groupname="commune-managers", username="gestionnaire")
    transaction.commit()
    return portal


def get(site, path="", user=""):
    password = SITE_OWNER_PASSWORD if user == SITE_OWNER_NAME else PASSWORD
    return requests.get(
        f"{site.absolute_url()}/{path}",
        auth=(user, password) if user else None,
        allow_redirects=False,
        timeout=30,
    )


def main_of(answer):
    return unescape(answer.text.split("<main", 1)[1].split("</main>", 1)[0])


@pytest.mark.parametrize("user", ["", "citoyen", "webmestre"])
def test_the_configuration_is_closed_to_others(site, user):
    answer = get(site, PAGE, user)
    assert answer.status_code == 302
    assert "Calendrier légal" not in unescape(answer.text)


def test_the_commune_manager_finds_the_panels_of_the_commune(site):
    page = main_of(get(site, PAGE, "gestionnaire"))
    links = re.findall(r'href="[^"]*/(@@[a-z-]+)"', page)
    assert links == ["@@calendar-controlpanel", "@@commune-controlpanel"]
    assert "Versions" not in page


def test_the_administrator_finds_them_all(site):
    page = main_of(get(site, PAGE, SITE_OWNER_NAME))
    for name in ("@@commune-controlpanel", "@@travaux-en-cours", "@@usergroup"):
        assert name in page
    assert "Versions" in page


def test_its_headings_follow_one_another(site):
    page = main_of(get(site, PAGE, SITE_OWNER_NAME))
    levels = [int(level) for level in re.findall(r"<h([1-6])", page)]
    assert levels[0] == 1 and set(levels[1:]) == {2}


@pytest.mark.parametrize(
    "user, times", [("citoyen", 0), ("gestionnaire", 1), (SITE_OWNER_NAME, 1)]
)
def test_the_account_menu_leads_there_once(site, user, times):
    menu = unescape(get(site, "", user).text).split("site-account-menu", 1)[1]
    menu = menu.split("</details>", 1)[0]
    assert len(re.findall(r"Configuration (?:du site|Plone)", menu)) == times
    assert menu.count("overview-controlpanel") == times
