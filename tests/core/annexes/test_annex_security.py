"""A confidential annex is nobody's but those the container trusts, by every road."""

from html import unescape
from imio.platform.core.annexes.annex import VIEW_CONFIDENTIAL
from imio.platform.core.annexes.listing import annexes
from plone import api
from plone.app.testing import SITE_OWNER_NAME
from plone.app.testing import SITE_OWNER_PASSWORD
from plone.dexterity.utils import createContentInContainer
from plone.namedfile.file import NamedBlobFile
from plone.testing.zope import Browser
import pytest
import requests
import transaction

PDF = b"%PDF-1.4\n%secret canary\n%%EOF"
PASSWORD = "Secret-Phrase-12"


def shown(browser):
    """The page with its entities read, as its reader does."""
    return unescape(browser.contents)


@pytest.fixture
def site(functional):
    """A public annexable folder with one open and one confidential annex."""
    portal = functional["portal"]
    with api.env.adopt_user(SITE_OWNER_NAME):
        fti = portal.portal_types["Folder"]
        fti.behaviors = (*fti.behaviors, "imio.platform.core.annexable")
        for name in ("lecteur", "editeur"):
            api.user.create(
                username=name, email=f"{name}@exemple.be", password=PASSWORD
            )
        folder = api.content.create(portal, "Folder", "dossier", title="Dossier")
        api.content.transition(folder, "publish")
        folder.manage_permission(
            "Modify portal content", ["Manager", "Editor"], acquire=0
        )
        api.user.grant_roles(username="lecteur", obj=folder, roles=["Reader"])
        api.user.grant_roles(username="editeur", obj=folder, roles=["Editor"])
        for name, confidential in (("plan", False), ("canari", True)):
            createContentInContainer(
                folder,
                "Annex",
                checkConstraints=False,
                id=name,
                title=f"Annexe {name}",
                file=NamedBlobFile(data=PDF, filename=f"{name}.pdf"),
                category="document",
                confidential=confidential,
            )
    transaction.commit()
    return portal


def get(site, path, user=None, **options):
    auth = (user, PASSWORD) if user else None
    if user == SITE_OWNER_NAME:
        auth = (SITE_OWNER_NAME, SITE_OWNER_PASSWORD)
    return requests.get(
        f"{site.absolute_url()}/{path}",
        auth=auth,
        allow_redirects=False,
        timeout=30,
        **options,
    )


ROADS = (
    "dossier/canari",
    "dossier/canari/view",
    "dossier/canari/edit",
    "dossier/canari/@@download/file",
    "dossier/canari/@@download/file/canari.pdf",
    "dossier/canari/@@display-file/file",
    "dossier/canari/@@images/file",
    "dossier/canari/file",
    "dossier/canari/Title",
    "dossier/canari/@@file_view",
)


@pytest.mark.parametrize("user", [None, "lecteur"])
def test_confidential_annex_is_closed_to_anonymous_and_plain_readers(site, user):
    for road in ROADS:
        response = get(site, road, user)
        assert response.status_code in (302, 401, 403, 404), road
        assert b"canary" not in response.content, road
        assert b"Annexe canari" not in response.content, road


LISTINGS = (
    "dossier",
    "dossier/@@annexes",
    "dossier/@search",
    "dossier/@search?fullobjects=1",
    "@search?SearchableText=canari",
    "@@search?SearchableText=canari",
    "dossier/@@folder_contents",
    "dossier/RSS",
    "sitemap.xml.gz",
)


@pytest.mark.parametrize("user", [None, "lecteur"])
def test_listings_do_not_name_it(site, user):
    for path in LISTINGS:
        for accept in ("text/html", "application/json"):
            response = get(site, path, user, headers={"Accept": accept})
            assert "Annexe canari" not in response.text, (path, accept)
            assert "dossier/canari" not in response.text, (path, accept)


@pytest.mark.parametrize("user", [None, "lecteur"])
def test_open_annex_is_there_for_all(site, user):
    assert get(site, "dossier/plan/@@download/file", user).content == PDF
    assert "Annexe plan" in get(site, "dossier/@@annexes", user).text


def test_trusted_person_gets_it(site):
    assert get(site, "dossier/canari/@@download/file", "editeur").content == PDF
    assert "Annexe canari" in get(site, "dossier/@@annexes", "editeur").text
    found = get(
        site,
        "@search?SearchableText=canari",
        "editeur",
        headers={"Accept": "application/json"},
    ).json()
    assert found["items_total"] == 1


def test_api_refuses_and_serves(site):
    json = {"Accept": "application/json"}
    assert get(site, "dossier/canari", None, headers=json).status_code == 401
    assert get(site, "dossier/canari", "lecteur", headers=json).status_code in (
        401,
        403,
    )
    assert get(site, "dossier/canari", "editeur", headers=json).status_code == 200


def test_trust_follows_the_container_at_once(site):
    folder = site["dossier"]
    folder.manage_permission(VIEW_CONFIDENTIAL, ["Manager", "Reader"], acquire=0)
    transaction.commit()
    assert get(site, "dossier/canari/@@download/file", "lecteur").content == PDF
    assert get(site, "dossier/canari/@@download/file", "editeur").status_code != 200


def test_listing_shows_each_what_is_theirs(site):
    folder = site["dossier"]
    with api.env.adopt_user("lecteur"):
        assert [one.getId() for one in annexes(folder)] == ["plan"]
    with api.env.adopt_user("editeur"):
        assert [one.getId() for one in annexes(folder)] == ["plan", "canari"]


def test_page_adds_orders_and_removes_without_javascript(site):
    browser = Browser(site.getPhysicalRoot())
    browser.addHeader("Authorization", f"Basic editeur:{PASSWORD}")
    browser.open(f"{site.absolute_url()}/dossier/@@annexes")
    browser.getControl("Fichier").add_file(PDF, "application/pdf", "Procès-verbal.pdf")
    browser.getControl("Ajouter l'annexe").click()
    assert "Procès-verbal.pdf" in shown(browser)
    transaction.begin()
    folder = site["dossier"]
    added = folder.objectIds()[-1]
    browser.getControl("Monter Procès-verbal.pdf").click()
    transaction.begin()
    assert folder.objectIds().index(added) == 1
    form = browser.getForm(
        index=[i for i in range(20) if _annex_of(browser, i) == added][0]
    )
    form.getControl("Oui, supprimer définitivement").click()
    transaction.begin()
    assert added not in folder.objectIds()


def _annex_of(browser, index):
    try:
        return browser.getForm(index=index).getControl(name="annex").value
    except LookupError:
        return None


BAD_FILES = (
    (b"", "vide.pdf", "est vide"),
    (b"MZ\x90\x00", "photo.jpg", "ne correspond pas à son extension"),
    (b"MZ\x90\x00", "virus.exe", "n'est pas d'un type accepté"),
    (b"<html><script>", "page.html", "n'est pas d'un type accepté"),
    (b"%PDF-" + b"x" * 1024 * 1024, "lourd.pdf", "le maximum est de 1 Mo"),
)


def test_bad_file_is_refused_next_to_its_field(site):
    api.portal.set_registry_record("imio.platform.annexes.max_megabytes", 1)
    transaction.commit()
    browser = Browser(site.getPhysicalRoot())
    browser.raiseHttpErrors = False
    browser.addHeader("Authorization", f"Basic editeur:{PASSWORD}")
    for data, filename, sentence in BAD_FILES:
        browser.open(f"{site.absolute_url()}/dossier/@@annexes")
        browser.getControl("Fichier").add_file(data, "application/pdf", filename)
        browser.getControl("Ajouter l'annexe").click()
        assert browser.headers["status"].startswith("422"), filename
        assert sentence in shown(browser)
        assert 'href="#annex-file"' in shown(browser)
    transaction.begin()
    assert len(site["dossier"].objectIds()) == 2


def test_reader_cannot_add(site):
    url = f"{site.absolute_url()}/dossier/@@annexes"
    answer = requests.post(
        url,
        auth=("lecteur", PASSWORD),
        data={"action": "add", "category": "document"},
        files={"file": ("a.pdf", PDF)},
        allow_redirects=False,
        timeout=30,
    )
    assert answer.status_code in (302, 401, 403)
    assert "Ajouter une annexe" not in get(site, "dossier/@@annexes", "lecteur").text


def test_confidential_category_makes_the_annex_confidential(site):
    browser = Browser(site.getPhysicalRoot())
    browser.addHeader("Authorization", f"Basic editeur:{PASSWORD}")
    browser.open(f"{site.absolute_url()}/dossier/@@annexes")
    browser.getControl("Fichier").add_file(PDF, "application/pdf", "carte.pdf")
    browser.getControl("Catégorie").value = ["piece-identite"]
    browser.getControl("Ajouter l'annexe").click()
    transaction.begin()
    assert site["dossier"].objectValues()[-1].confidential


def test_api_checks_the_file_too(site):
    import base64

    with api.env.adopt_user(SITE_OWNER_NAME):
        fti = site.portal_types["Annex"]
        fti.global_allow = True
    transaction.commit()
    answer = requests.post(
        f"{site.absolute_url()}/dossier",
        auth=(SITE_OWNER_NAME, SITE_OWNER_PASSWORD),
        headers={"Accept": "application/json"},
        json={
            "@type": "Annex",
            "title": "Faux",
            "category": "document",
            "file": {
                "data": base64.b64encode(b"MZ\x90").decode(),
                "encoding": "base64",
                "filename": "faux.pdf",
                "content-type": "application/pdf",
            },
        },
        timeout=30,
    )
    assert answer.status_code == 400
    assert "ne correspond pas" in answer.json()["message"]
    transaction.begin()
    assert len(site["dossier"].objectIds()) == 2


def test_edit_form_of_an_annex_checks_the_file_too(site):
    browser = Browser(site.getPhysicalRoot())
    browser.addHeader("Authorization", f"Basic {SITE_OWNER_NAME}:{SITE_OWNER_PASSWORD}")
    browser.open(f"{site.absolute_url()}/dossier/plan/edit")
    browser.getControl(name="form.widgets.file.action").value = ["replace"]
    browser.getControl(name="form.widgets.file").add_file(
        b"", "application/pdf", "vide.pdf"
    )
    browser.getControl(name="form.buttons.save").click()
    assert "est vide" in shown(browser)
    transaction.begin()
    assert site["dossier"]["plan"].file.data == PDF


def test_annexes_of_what_may_no_longer_change_are_fixed(site):
    site["dossier"].manage_permission("Modify portal content", ["Manager"], acquire=0)
    transaction.commit()
    assert "Ajouter une annexe" not in get(site, "dossier/@@annexes", "editeur").text
    for annex in ("plan", "canari"):
        answer = requests.delete(
            f"{site.absolute_url()}/dossier/{annex}",
            auth=("editeur", PASSWORD),
            headers={"Accept": "application/json"},
            timeout=30,
        )
        assert answer.status_code in (401, 403)
    assert get(site, "dossier/plan/@@download/file", "editeur").content == PDF


def test_trusted_role_that_does_not_see_the_container_sees_no_annex(site):
    site["dossier"].manage_permission("View", ["Manager", "Reader"], acquire=0)
    transaction.commit()
    for path in ("dossier/plan", "dossier/canari"):
        answer = get(site, f"{path}/@@download/file", "editeur")
        assert answer.status_code != 200
        assert b"canary" not in answer.content
