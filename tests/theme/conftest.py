from lxml import html
from plone import api
from plone.app.testing import setRoles
from plone.app.testing import TEST_USER_ID
from plone.memoize.ram import global_cache
import pytest
import requests
import transaction


@pytest.fixture(autouse=True)
def empty_cache():
    """Each test starts from the same counters: what another kept is not its own."""
    global_cache.invalidateAll()
    yield
    global_cache.invalidateAll()


@pytest.fixture
def site(functional):
    """A site with two sections, behind a real HTTP server."""
    portal = functional["portal"]
    setRoles(portal, TEST_USER_ID, ["Manager"])
    section = api.content.create(portal, "Folder", title="Vivre ici")
    page = api.content.create(section, "Document", title="Déchets")
    alone = api.content.create(portal, "Document", title="Contacts utiles")
    for content in (section, page, alone):
        api.content.transition(content, "publish")
    transaction.commit()
    return portal


@pytest.fixture
def visit(site):
    """Fetches a page as a visitor and parses it."""

    def fetched(path="", **options):
        answer = requests.get(
            f"{site.absolute_url()}{path}", headers={"Accept": "text/html"}, **options
        )
        document = html.fromstring(answer.text)
        document.status = answer.status_code
        return document

    return fetched
