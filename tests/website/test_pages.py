"""News, agenda and directory as a visitor reads them."""

from datetime import datetime
from datetime import timedelta
from icalendar import Calendar
from imio.platform.core.clock import now
from imio.platform.website.browser.cards.cards import coming_events
from imio.platform.website.interfaces import IWebsiteLayer
from imio.platform.website.start_content.events import load_events
from imio.platform.website.start_content.news import load_news
from imio.platform.website.start_content.pages import publish
from lxml import html
from plone import api
from pytz import timezone
from tests.website.builders import make_service
from zope.interface import alsoProvides
import pytest

BRUSSELS = timezone("Europe/Brussels")

NEWS = {
    "id": "actualites",
    "title": "Actualités",
    "items": [
        {
            "id": f"nouvelle-{rank}",
            "title": f"Nouvelle {rank}",
            "description": "Un résumé.",
            "text": "<p>Le texte.</p>",
            "days_ago": rank,
        }
        for rank in range(12)
    ],
}
EVENTS = {
    "id": "agenda",
    "title": "Agenda",
    "items": [
        {
            "id": "conte",
            "title": "L'heure du conte",
            "description": "Pour les enfants.",
            "text": "<p>Venez.</p>",
            "in_days": 2,
            "start": "15:00",
            "end": "16:00",
            "location": "Bibliothèque",
            "recurrence": "RRULE:FREQ=WEEKLY;COUNT=4",
        },
        {
            "id": "passe",
            "title": "C'est fini",
            "description": "Trop tard.",
            "text": "<p>-</p>",
            "in_days": -5,
        },
    ],
}


@pytest.fixture
def site(portal):
    alsoProvides(portal.REQUEST, IWebsiteLayer)
    with api.env.adopt_roles(["Manager"]):
        load_news(portal, NEWS, "")
        load_events(portal, EVENTS, "")
        make_service(portal)
        make_service(portal, "travaux", "Travaux")
    return portal


def seen(context, name, **query):
    request = context.REQUEST
    request.form = query
    with api.env.adopt_roles(["Anonymous"]):
        return html.fromstring(api.content.get_view(name, context, request)())


def titles(page, css):
    return [node.text_content().strip() for node in page.cssselect(css)]


def test_news_come_latest_first_nine_a_page(site):
    page = seen(site["actualites"], "actualites")
    shown = titles(page, ".news-card-title")
    assert shown[0] == "Nouvelle 0"
    assert len(shown) == 9
    rest = seen(site["actualites"], "actualites", b_start="9")
    assert titles(rest, ".news-card-title")[-1] == "Nouvelle 11"


@pytest.mark.parametrize("start", ["abc", "-3", "99999999"])
def test_a_wrong_page_number_shows_news_all_the_same(site, start):
    assert seen(site["actualites"], "actualites", b_start=start) is not None


def test_a_draft_is_not_listed(site):
    with api.env.adopt_roles(["Manager"]):
        api.content.create(site["actualites"], "News Item", id="secret", title="Secret")
    page = seen(site["actualites"], "actualites")
    assert "Secret" not in titles(page, ".news-card-title")


def test_the_feed_is_offered_and_works(site):
    page = seen(site["actualites"], "actualites")
    assert page.cssselect("a[type='application/rss+xml']")
    site.REQUEST.form = {}
    with api.env.adopt_roles(["Anonymous"]):
        feed = api.content.get_view("rss.xml", site["actualites"], site.REQUEST)()
    assert "Nouvelle 0" in feed


def test_a_news_item_tells_its_day(site):
    page = seen(site["actualites"]["nouvelle-0"], "newsitem_view")
    assert str(now().year) in page.cssselect(".published-on")[0].text_content()


def test_coming_and_past_events_are_apart(site):
    coming = titles(seen(site["agenda"], "agenda"), ".event-card-title")
    past = titles(seen(site["agenda"], "agenda", mode="past"), ".event-card-title")
    assert coming == ["L'heure du conte"]
    assert past == ["C'est fini"]


def test_w5_what_goes_on_stays_and_what_is_over_goes(site):
    def event(event_id, start, end, state=True):
        item = api.content.create(
            site["agenda"],
            "Event",
            id=event_id,
            title=event_id,
            start=BRUSSELS.localize(start),
            end=BRUSSELS.localize(end),
        )
        if state:
            publish(item)
        item.reindexObject()

    today = datetime.now().replace(microsecond=0)
    month = timedelta(days=30)
    with api.env.adopt_roles(["Manager"]):
        event("en-cours", today - month, today + month)
        event("brouillon", today + month, today + month, state=False)
        event("fini", today - month, today - month / 2)
    with api.env.adopt_roles(["Anonymous"]):
        found = coming_events(site, "/".join(site["agenda"].getPhysicalPath()))
    assert [brain.getId for brain in found] == ["en-cours", "conte"]


def test_an_event_tells_when_where_and_its_other_dates(site):
    text = seen(site["agenda"]["conte"], "event_view").text_content()
    assert "15\u00a0h" in text and "Bibliothèque" in text
    assert "Prochaines dates" in text


def test_calendars_read_the_export(site):
    request = site.REQUEST
    with api.env.adopt_roles(["Anonymous"]):
        api.content.get_view("ics_view", site["agenda"]["conte"], request)()
    calendar = Calendar.from_ical(
        request.response.stdout.getvalue().split(b"\r\n\r\n", 1)[-1]
    )
    (event,) = calendar.walk("VEVENT")
    assert str(event["SUMMARY"]) == "L'heure du conte"
    assert event["RRULE"]["COUNT"] == [4]


def test_the_directory_tells_hours_and_phone(site):
    page = seen(site["organisation"], "annuaire")
    assert titles(page, ".directory-entry h2") == [
        "Population et état civil",
        "Travaux",
    ]
    assert page.cssselect("a[href='tel:083210000']")
    assert page.cssselect(".status")


@pytest.mark.parametrize(
    "query, expected",
    [
        ("etat CIV", ["Population et état civil"]),
        ("  ", ["Population et état civil", "Travaux"]),
        ("zzz", []),
        ("<script>", []),
        ("x" * 5000, []),
    ],
)
def test_a_service_is_found_by_name_without_accents(site, query, expected):
    page = seen(site["organisation"], "annuaire", nom=query)
    assert titles(page, ".directory-entry h2") == expected
    assert page.cssselect(".directory-list, .alert")
    assert not page.xpath("//div[@class='directory']//script")
