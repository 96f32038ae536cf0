"""What is closed to somebody answers by none of Plone's own pages and services."""

from imio.platform.core.interfaces import IComputedRoles
from plone import api
from plone.app.testing import SITE_OWNER_NAME
from plone.app.testing import SITE_OWNER_PASSWORD
from plone.dexterity.utils import createContentInContainer
from plone.namedfile.file import NamedBlobFile
from tests.core.organisation.builders import account
from zope.interface import alsoProvides
import pytest
import requests
import transaction

PASSWORD = "Commune-2026!"
PAGES = (
    "",
    "@@sharing",
    "@@folder_contents",
    "@@fc-contextInfo",
    "@@historyview",
    "versions_history_form",
)
SERVICES = ("", "@sharing", "@history", "@aliases", "@workflow", "@types", "@lock")


@pytest.fixture
def site(functional):
    """A file that only the administrator sees, with a sub-folder and an annex."""
    portal = functional["portal"]
    account("redacteur")
    with api.env.adopt_user(SITE_OWNER_NAME):
        api.group.add_user(groupname="web-reviewers", username="redacteur")
        closed = api.content.create(
            portal, "Folder", "dossier", title="Canari", exclude_from_nav=True
        )
        closed.manage_permission("View", ["Manager"], acquire=0)
        alsoProvides(closed, IComputedRoles)
        inner = api.content.create(closed, "Folder", "dedans", title="Canari")
        inner.manage_permission("View", ["Manager"], acquire=0)
        createContentInContainer(
            closed,
            "Annex",
            checkConstraints=False,
            id="annexe",
            title="Canari",
            file=NamedBlobFile(data=b"%PDF-1.4\nCanari", filename="a.pdf"),
            category="document",
        )
        api.content.create(portal, "Folder", "page", title="Page du site")
    transaction.commit()
    return portal


def get(site, path, user, accept="text/html"):
    owner = user == SITE_OWNER_NAME
    return requests.get(
        f"{site.absolute_url()}/{path}",
        headers={"Accept": accept},
        auth=(user, SITE_OWNER_PASSWORD if owner else PASSWORD),
        allow_redirects=False,
        timeout=30,
    )


@pytest.mark.parametrize("content", ["dossier", "dossier/dedans", "dossier/annexe"])
def test_a_web_editor_reads_nothing_of_a_closed_file(site, content):
    for page in PAGES:
        answer = get(site, f"{content}/{page}", "redacteur")
        assert answer.status_code in (302, 404), page
        assert "Canari" not in answer.text, page
    for service in SERVICES:
        answer = get(site, f"{content}/{service}", "redacteur", "application/json")
        assert answer.status_code in (401, 404), service
        assert "Canari" not in answer.text, service


def test_a_web_editor_keeps_these_pages_where_the_site_is_theirs(site):
    for page in ("@@sharing", "@@folder_contents"):
        assert get(site, f"page/{page}", "redacteur").status_code == 200


def test_who_sees_the_file_keeps_these_pages(site):
    for page in ("@@sharing", "@@folder_contents"):
        answer = get(site, f"dossier/{page}", SITE_OWNER_NAME)
        assert answer.status_code == 200
