"""Public pages are kept in memory for visitors, and for nobody else."""

from datetime import datetime
from imio.platform.core.clock import BRUSSELS
from imio.platform.core.interfaces import IClock
from plone import api
from Products.statusmessages.adapter import _encodeCookieValue
from tests.website.builders import EDITOR
from tests.website.builders import make_people
from tests.website.builders import make_site
from tests.website.builders import PASSWORD
from zope.component import getUtility
from zope.component import provideUtility
import pytest
import requests
import transaction

CACHED = "X-RAMCache"


class StoppedClock:
    """No five minutes pass between two requests of a test."""

    def now(self):
        return datetime(2026, 11, 24, 10, 1, tzinfo=BRUSSELS)


@pytest.fixture
def stopped_clock():
    clock = getUtility(IClock)
    provideUtility(StoppedClock(), IClock)
    yield
    provideUtility(clock, IClock)


@pytest.fixture
def site(functional, stopped_clock):
    portal = functional["portal"]
    make_people()
    make_site(portal)
    with api.env.adopt_roles(["Manager"]):
        portal["organisation"].setLayout("annuaire")
    transaction.commit()
    return portal


def get(site, path="", **options):
    return requests.get(site.absolute_url() + path, timeout=60, **options)


@pytest.mark.parametrize(
    "path",
    ["", "/accueil", "/vivre", "/organisation", "/organisation/population"],
)
def test_a_public_page_is_drawn_once(site, path):
    first, second = get(site, path), get(site, path)
    assert first.status_code == second.status_code == 200
    assert CACHED not in first.headers
    assert CACHED in second.headers
    assert first.text == second.text


def test_a_browser_that_has_the_page_is_told_so(site):
    etag = get(site).headers["ETag"]
    assert get(site, headers={"If-None-Match": etag}).status_code == 304


def test_a_change_is_seen_at_once(site):
    get(site)
    site["accueil"]["bienvenue"].title = "Bonjour à tous"
    site["accueil"]["bienvenue"].reindexObject()
    transaction.commit()
    answer = get(site)
    assert CACHED not in answer.headers
    assert "Bonjour à tous" in answer.text


def test_a_changed_setting_is_seen_at_once(site):
    get(site)
    api.portal.set_registry_record("imio.platform.commune.phone", "069 99 99 99")
    transaction.commit()
    answer = get(site)
    assert CACHED not in answer.headers
    assert "069 99 99 99" in answer.text


def test_somebody_logged_in_gets_a_page_of_his_own(site):
    get(site)
    get(site)
    own = get(site, auth=(EDITOR, PASSWORD))
    assert CACHED not in own.headers
    again = get(site)
    assert "section-tools" in own.text
    assert "section-tools" not in again.text


def test_a_message_to_one_person_is_not_kept_for_all(site):
    cookie = _encodeCookieValue("Votre secret", "info", old=None)
    own = get(site, cookies={"statusmessages": cookie})
    assert "Votre secret" in own.text
    assert "Votre secret" not in get(site).text


def test_a_draft_and_a_search_are_not_kept(site):
    for _time in range(2):
        answer = get(site, "/@@search?SearchableText=vie")
        assert CACHED not in answer.headers
