"""The start content of both communes, loaded once and again."""

from imio.platform.core.clock import today
from imio.platform.core.interfaces import IStartContent
from imio.platform.website.interfaces import IWebsiteLayer
from pathlib import Path
from plone import api
from plone.base.interfaces.syndication import IFeedSettings
from urllib.parse import urljoin
from zope.component import getUtility
from zope.interface import alsoProvides
import json
import pytest
import re

PROFILES = Path(__file__).parents[2] / "profiles"


def load(portal, commune):
    folder = PROFILES / commune / "content"
    with api.env.adopt_roles(["Manager"]):
        for name in ("core", "website"):
            data = json.loads((folder / f"{name}.json").read_text(encoding="utf-8"))
            getUtility(IStartContent, name=name).load(portal, data, str(folder))


def contents(portal):
    return sorted(
        (brain.getPath(), brain.Title, brain.review_state)
        for brain in api.content.find(portal)
    )


@pytest.mark.parametrize("commune", ["hautes-rives", "petit-vallon"])
def test_loading_twice_changes_nothing(portal, commune):
    load(portal, commune)
    first = contents(portal)
    load(portal, commune)
    assert contents(portal) == first
    assert portal.getDefaultPage() == "accueil"


def test_what_a_commune_changed_is_kept(portal):
    load(portal, "hautes-rives")
    portal["vivre"].title = "La vie ici"
    service = portal["organisation"]["population"]
    service.week = {"monday": {"spans": [["10:00", "11:00"]], "comment": ""}}
    load(portal, "hautes-rives")
    assert portal["vivre"].title == "La vie ici"
    assert service.week == {"monday": {"spans": [["10:00", "11:00"]], "comment": ""}}


def test_the_town_is_rich_and_on_line(portal):
    load(portal, "hautes-rives")
    with api.env.adopt_roles(["Anonymous"]):
        pages = api.content.find(portal_type="Document")
        news = api.content.find(portal_type="News Item")
        events = api.content.find(portal_type="Event")
    assert len(pages) >= 12
    assert len(news) == 6 and all(brain.image_scales for brain in news)
    assert len(events) == 6
    assert all(brain.start.date() >= today() for brain in events)
    assert IFeedSettings(portal["actualites"]).enabled
    for page in ("mentions-legales", "vie-privee", "accessibilite", "plan-du-site"):
        assert portal[page].exclude_from_nav


def test_events_fall_on_the_day_of_the_week_that_is_asked(portal):
    load(portal, "hautes-rives")
    assert portal["agenda"]["conseil-communal"].start.weekday() == 0


def test_links_of_the_pages_lead_somewhere(portal):
    """Pages of other add-ons aside, every tile and task has its page."""
    alsoProvides(portal.REQUEST, IWebsiteLayer)
    load(portal, "hautes-rives")
    home = portal["accueil"]
    rows = [
        row
        for section in home.contentValues()
        for name in ("tiles", "tasks", "i_am", "i_find")
        for row in getattr(section, name, None) or ()
    ]
    assert rows
    for row in rows:
        if row["link"] in ("/guichet", "/deliberations"):
            continue
        assert portal.unrestrictedTraverse(row["link"].strip("/")) is not None


def test_the_village_with_only_a_web_site_links_to_its_own_pages(portal):
    """No tile, task or text leads to the counter or to the sittings' pages."""
    alsoProvides(portal.REQUEST, IWebsiteLayer)
    load(portal, "petit-vallon")
    written = (PROFILES / "petit-vallon/content/website.json").read_text("utf-8")
    links = re.findall(r'"link": "([^"]+)"', written)
    links += re.findall(r'href=\\"([^"\\]+)', written)
    pages = [urljoin("/", link).strip("/") for link in links]
    assert len(pages) >= 9
    for page in pages:
        assert not page.startswith(("guichet", "deliberations")), page
        assert portal.unrestrictedTraverse(page, None) is not None, page
