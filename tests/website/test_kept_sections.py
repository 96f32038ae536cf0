"""Sections kept for anonymous visitors never tell what is no longer so."""

from imio.platform.website.browser.home.kept import kept
from plone import api
from tests.website.builders import EDITOR
from tests.website.builders import make_people
from tests.website.builders import make_site
from tests.website.builders import PASSWORD
import itertools
import pytest
import requests
import transaction

ADDRESSES = itertools.count()


@pytest.fixture
def site(functional):
    portal = functional["portal"]
    make_people()
    make_site(portal)
    transaction.commit()
    return portal


def home(site, **options):
    """The page at an address that the cache of pages has not seen."""
    url = f"{site.absolute_url()}/accueil?r={next(ADDRESSES)}"
    return requests.get(url, timeout=60, **options).text


def test_a_section_is_drawn_once(site):
    home(site)
    transaction.begin()
    section = site["accueil"].contentValues()[0]
    drawn = []

    def draw():
        drawn.append(section.getId())
        return f"{section.getId()} {len(drawn)}"

    first = kept(section, site.REQUEST, draw)
    assert kept(section, site.REQUEST, draw) == first
    assert len(drawn) <= 1


def test_a_changed_section_is_seen_at_once(site):
    section = next(s for s in site["accueil"].contentValues() if s.show_title)
    assert "Tout neuf" not in home(site)
    with api.env.adopt_roles(["Manager"]):
        section.title = "Tout neuf"
        section.reindexObject()
    transaction.commit()
    assert "Tout neuf" in home(site)


def test_a_published_news_item_is_seen_at_once_and_its_draft_is_not(site):
    home(site)
    with api.env.adopt_roles(["Manager"]):
        item = api.content.create(site, "News Item", "crue", title="La Meuse monte")
    transaction.commit()
    assert "La Meuse monte" not in home(site)
    with api.env.adopt_roles(["Manager"]):
        api.content.transition(item, "publish")
    transaction.commit()
    assert "La Meuse monte" in home(site)


def test_what_an_editor_was_shown_is_not_kept_for_visitors(site):
    assert "section-tools" in home(site, auth=(EDITOR, PASSWORD))
    assert "section-tools" not in home(site)


def test_nothing_is_kept_while_something_changes(site):
    section = site["accueil"].contentValues()[0]
    section.title = "Peut-être annulé"
    assert kept(section, site.REQUEST, lambda: "non enregistré") == "non enregistré"
    transaction.abort()
    assert kept(section, site.REQUEST, lambda: "enregistré") != "non enregistré"
