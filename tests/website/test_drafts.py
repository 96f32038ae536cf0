"""What is not on line is seen nowhere by a visitor, and what comes on line at once."""

from DateTime import DateTime
from datetime import timedelta
from datetime import UTC
from imio.platform.core.clock import now
from imio.platform.website.start_content.events import load_events
from imio.platform.website.start_content.news import load_news
from plone import api
from tests.website.builders import make_people
from tests.website.builders import make_site
from tests.website.test_pages import EVENTS
from tests.website.test_pages import NEWS
import gzip
import pytest
import requests
import transaction

SECRET = "Secretdefou"


@pytest.fixture
def site(functional):
    portal = functional["portal"]
    make_people()
    make_site(portal)
    start = now().astimezone(UTC) + timedelta(days=3)
    with api.env.adopt_roles(["Manager"]):
        load_news(portal, NEWS, "")
        load_events(portal, EVENTS, "")
        for container, kind, values in (
            (portal["vivre"], "Document", {}),
            (portal["actualites"], "News Item", {}),
            (
                portal["agenda"],
                "Event",
                {"start": start, "end": start + timedelta(hours=1)},
            ),
        ):
            api.content.create(
                container,
                kind,
                id="brouillon",
                title=SECRET,
                description=SECRET,
                **values,
            )
    transaction.commit()
    return portal


def read(site, path, **headers):
    answer = requests.get(site.absolute_url() + path, headers=headers, timeout=60)
    content = answer.content
    if content.startswith(b"\x1f\x8b"):
        content = gzip.decompress(content)
    return answer, content.decode()


@pytest.mark.parametrize(
    "path",
    [
        "",
        "/vivre",
        "/actualites",
        "/actualites/rss.xml",
        "/agenda",
        "/agenda/@@event_listing_ical",
        f"/@@search?SearchableText={SECRET}",
        f"/search_rss?SearchableText={SECRET}",
        f"/@@ajax-search?SearchableText={SECRET}",
        "/sitemap",
        "/sitemap.xml.gz",
    ],
)
def test_a_visitor_sees_no_draft(site, path):
    answer, text = read(site, path)
    assert answer.status_code == 200
    # The search repeats the words asked, of course.
    assert "SearchableText" in path or SECRET not in text
    assert "/brouillon" not in text


@pytest.mark.parametrize(
    "path",
    [
        "/vivre?fullobjects=1",
        "/actualites?fullobjects=1",
        "/agenda?fullobjects=1",
        f"/@search?SearchableText={SECRET}*",
        "/@navigation?expand.navigation.depth=3",
    ],
)
def test_the_api_tells_a_visitor_of_no_draft(site, path):
    answer, text = read(site, path, Accept="application/json")
    assert answer.status_code == 200
    assert "/brouillon" not in text


@pytest.mark.parametrize("path", ["/vivre", "/actualites", "/agenda"])
def test_the_api_refuses_a_draft_to_a_visitor(site, path):
    answer, text = read(site, f"{path}/brouillon", Accept="application/json")
    assert answer.status_code == 401
    assert SECRET not in text


def test_news_put_on_line_and_withdrawn_is_seen_at_once(site):
    for path in ("", "/actualites", "/actualites/rss.xml"):
        read(site, path)
    with api.env.adopt_roles(["Manager"]):
        api.content.transition(site["actualites"]["brouillon"], "publish")
    transaction.commit()
    for path in ("", "/actualites", "/actualites/rss.xml"):
        assert SECRET in read(site, path)[1], path
    with api.env.adopt_roles(["Manager"]):
        api.content.transition(site["actualites"]["brouillon"], "withdraw")
    transaction.commit()
    for path in ("", "/actualites", "/actualites/rss.xml"):
        assert SECRET not in read(site, path)[1], path


def test_a_date_chosen_by_the_author_is_kept(site):
    item = site["actualites"]["brouillon"]
    chosen = DateTime("2026/01/02 10:00:00 GMT+1")
    item.setEffectiveDate(chosen)
    with api.env.adopt_roles(["Manager"]):
        api.content.transition(item, "publish")
    assert item.effective_date == chosen
