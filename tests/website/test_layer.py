"""Our pages are the ones served, whatever order the layers come in."""

from imio.platform.website.start_content.events import load_events
from imio.platform.website.start_content.news import load_news
from plone import api
from tests.website.test_pages import EVENTS
from tests.website.test_pages import NEWS
import pytest
import requests
import transaction


@pytest.fixture
def site(functional):
    portal = functional["portal"]
    with api.env.adopt_roles(["Manager"]):
        load_news(portal, NEWS, "")
        load_events(portal, EVENTS, "")
    transaction.commit()
    return portal


@pytest.mark.parametrize(
    "path, expected",
    [
        ("/actualites", "news-card"),
        ("/actualites/nouvelle-0", "published-on"),
        ("/agenda", "event-card"),
        ("/agenda/conte", "event-facts"),
    ],
)
def test_a_visitor_gets_our_page(site, path, expected):
    answer = requests.get(site.absolute_url() + path, timeout=60)
    assert answer.status_code == 200
    assert expected in answer.text


@pytest.mark.parametrize(
    "path, kind",
    [
        ("/actualites/rss.xml", "application/"),
        ("/agenda/@@event_listing_ical", "text/calendar"),
        ("/agenda/conte/ics_view", "text/calendar"),
        ("/sitemap.xml.gz", "application/"),
    ],
)
def test_machines_get_their_files(site, path, kind):
    answer = requests.get(site.absolute_url() + path, timeout=60)
    assert answer.status_code == 200
    assert answer.headers["Content-Type"].startswith(kind)
