"""The search of decisions and its feeds: what anybody finds, and what nobody does."""

from html import unescape
from imio.platform.deliberation.rules.feed import ATOM
from plone import api
from plone.dexterity.utils import createContentInContainer
from tests.deliberation import builders
from tests.deliberation import sitting
from tests.deliberation.publishing import status
from tests.deliberation.publishing import visit
from tests.deliberation.sitting import CANARY
from tests.deliberation.sitting import MASKED
from tests.deliberation.sitting import PUBLIC
from xml.etree import ElementTree
import pytest
import transaction

EVERYBODY = ["", "citoyen", "agent-population", "secretaire"]


@pytest.fixture
def app(functional):
    return functional["app"]


@pytest.fixture
def made(functional):
    made = sitting.sitting(functional["portal"])
    # A college publishes its agenda alone: its titles are found, its texts are not.
    item = builders.validated(
        made.hall,
        "Abreuvoir communal",
        decision=builders.rich("Réparer la margelle"),
    )
    meeting = builders.meeting(made.hall)
    closed = builders.validated(made.hall, f"Margelle {CANARY}", privacy="closed")
    with api.env.adopt_roles(["Manager"]):
        category = createContentInContainer(
            made.hall.council, "ItemCategory", checkConstraints=False, title="Mobilité"
        )
    made.shown.category = category.UID()
    made.shown.reindexObject()
    for one in (item, closed):
        builders.present(one, meeting)
    builders.play(meeting, "prepare", "convene")
    transaction.commit()
    return made


def titles(app, url: str, user: str = "") -> list[str]:
    """Titles found, in order."""
    page = visit(app, url, user)
    assert status(page) == 200, url
    text = unescape(page.contents)
    if "search-list" not in text:
        return []
    found = text[text.index('class="search-list"') :]
    found = found[: found.index("</ol>")]
    return [part.split("<")[0].split(">")[1] for part in found.split("<a ")[1:]]


def test_a_decision_is_found_by_its_words_its_body_and_its_date(app, made):
    page = f"{made.root_url}/@@decisions"
    assert titles(app, f"{page}?texte={PUBLIC}") == [PUBLIC]
    assert titles(app, f"{page}?texte=article+unique") == [PUBLIC]
    assert sorted(titles(app, page)) == ["Abreuvoir communal", PUBLIC]
    assert titles(app, f"{page}?organe=conseil") == [PUBLIC]
    assert titles(app, f"{page}?organe=college") == ["Abreuvoir communal"]
    year = made.meeting.date.year
    assert PUBLIC in titles(app, f"{page}?annee={year}")
    assert titles(app, f"{page}?annee=1999") == []
    day = f"{made.meeting.date:%Y-%m-%d}"
    assert titles(app, f"{page}?du={day}&au={day}&organe=conseil") == [PUBLIC]
    assert titles(app, f"{page}?texte={PUBLIC}&au=2001-01-01") == []
    travaux = made.hall.services["Travaux"]
    population = made.hall.services["Population"]
    assert PUBLIC in titles(app, f"{page}?service={travaux}")
    assert titles(app, f"{page}?service={population}") == []
    assert titles(app, f"{page}?nature=information") == []
    assert titles(app, f"{page}?categorie=Mobilit%C3%A9") == [PUBLIC]
    assert titles(app, f"{page}?categorie=Urbanisme") == []
    assert PUBLIC in titles(app, f"{page}?quoi=projets")
    assert titles(app, f"{page}?quoi=decisions") == []
    assert titles(app, f"{made.council_url}/@@decisions") == [PUBLIC]


def test_a_decision_is_a_project_no_more_once_it_is_published(app, made):
    sitting.lead(made, "decisions_published")
    transaction.commit()
    page = f"{made.root_url}/@@decisions"
    assert titles(app, f"{page}?quoi=decisions") == [PUBLIC]
    assert PUBLIC not in titles(app, f"{page}?quoi=projets")


def test_g19_g20_nobody_finds_the_closed_sitting_nor_the_masked_words(app, made):
    for user in EVERYBODY:
        for context in (made.root_url, made.council_url):
            for name in ("decisions", "decisions.atom", "decisions.rss"):
                for word in ("", CANARY, MASKED, "margelle"):
                    url = f"{context}/@@{name}?texte={word}"
                    text = visit(app, url, user).contents.replace(url, "")
                    for secret in (CANARY, MASKED):
                        text = text.replace(f'value="{secret}"', "")
                        text = text.replace(f"texte={secret}", "")
                        text = text.replace(f"communal : {secret}", "")
                        text = text.replace(f"Délibérations : {secret}", "")
                        assert secret not in text, (url, user)
                    if word:
                        assert PUBLIC not in text, (url, user)
                        assert "Abreuvoir" not in text, (url, user)


def test_a_feed_follows_a_search(app, made):
    url = f"{made.root_url}/@@decisions.atom"
    page = visit(app, f"{url}?organe=conseil")
    assert page.headers["Content-Type"].startswith("application/atom+xml")
    root = ElementTree.fromstring(page.contents)
    entries = root.findall(f"{{{ATOM}}}entry")
    assert [one.findtext(f"{{{ATOM}}}title") for one in entries] == [PUBLIC]
    assert entries[0].find(f"{{{ATOM}}}link").get("href") == made.shown.absolute_url()
    assert "Projet" in entries[0].findtext(f"{{{ATOM}}}summary")
    rss = visit(app, f"{made.council_url}/@@decisions.rss?texte={PUBLIC}")
    assert rss.headers["Content-Type"].startswith("application/rss+xml")
    channel = ElementTree.fromstring(rss.contents).find("channel")
    assert len(channel.findall("item")) == 1
    page = visit(app, f"{made.root_url}/@@decisions?organe=conseil").contents
    assert "@@decisions.atom?organe=conseil" in page


def test_bad_addresses_are_answered_beside_the_field(app, made):
    page = visit(app, f"{made.root_url}/@@decisions?du=31-31&texte={PUBLIC}")
    assert status(page) == 400
    text = unescape(page.contents)
    assert "Écrivez une date qui existe" in text
    assert f'value="{PUBLIC}"' in text
    assert 'value="31-31"' in text
    url = f"{made.root_url}/@@decisions?du=2026-02-01&au=2026-01-01"
    assert "se termine avant de commencer" in unescape(visit(app, url).contents)
    for odd in (
        "texte=***",
        'texte="',
        "texte=(",
        "b_start=-1",
        "b_start=zz",
        "annee=x",
    ):
        assert status(visit(app, f"{made.root_url}/@@decisions?{odd}")) == 200, odd


def test_a_body_that_publishes_nothing_is_not_searched(app, made):
    with api.env.adopt_roles(["Manager"]):
        made.hall.college.publicity = "none"
    transaction.commit()
    page = f"{made.root_url}/@@decisions"
    assert titles(app, page) == [PUBLIC]
    assert titles(app, f"{made.hall.college.absolute_url()}/@@decisions") == []
