"""@@document and documentgenerator's own pages, as anonymous, wrong and right user."""

from html import unescape
from imio.platform.core.documents import install_templates
from imio.platform.core.documents.errors import ConversionTimeout
from imio.platform.core.documents.letter import LETTER
from imio.platform.core.documents.office import Office
from imio.platform.core.documents.templates import find_template
from io import BytesIO
from plone import api
from plone.app.testing import SITE_OWNER_NAME
from plone.app.testing import SITE_OWNER_PASSWORD
from plone.namedfile.file import NamedBlobFile
from pypdf import PdfReader
import pytest
import requests
import transaction

PASSWORD = "Secret-Phrase-12"
OWNER = (SITE_OWNER_NAME, SITE_OWNER_PASSWORD)


@pytest.fixture
def site(functional):
    portal = functional["portal"]
    with api.env.adopt_user(SITE_OWNER_NAME):
        for name, roles in (("ann", ["Member"]), ("webmestre", ["Editor", "Member"])):
            api.user.create(
                username=name,
                email=f"{name}@exemple.be",
                password=PASSWORD,
                roles=roles,
            )
        for name, published in (("public", True), ("interne", False)):
            page = api.content.create(portal, "Document", name, title=f"Page {name}")
            if published:
                api.content.transition(page, "publish")
    transaction.commit()
    return portal


def get(site, path, auth=None):
    return requests.get(
        f"{site.absolute_url()}/{path}", auth=auth, allow_redirects=False, timeout=90
    )


def test_pdf_is_downloaded_under_its_name(site):
    answer = get(site, "public/@@document?template=core-letter&format=pdf", OWNER)
    assert answer.status_code == 200
    assert answer.headers["Content-Type"] == "application/pdf"
    assert (
        'filename="Lettre - Page public.pdf"' in answer.headers["Content-Disposition"]
    )
    assert "no-store" in answer.headers["Cache-Control"]
    assert "Page public" in PdfReader(BytesIO(answer.content)).pages[0].extract_text()


def test_document_of_what_one_may_not_see_is_refused(site):
    path = "interne/@@document?template=core-letter&format=odt"
    for auth in (None, ("ann", PASSWORD)):
        answer = get(site, path, auth)
        assert answer.status_code in (302, 401, 403)
        assert not answer.content.startswith(b"PK")
    assert get(site, path, OWNER).content.startswith(b"PK")


def test_template_may_ask_for_more_than_view(site):
    with api.env.adopt_user(SITE_OWNER_NAME):
        find_template("core-letter").imio_permission = "Modify portal content"
    transaction.commit()
    path = "public/@@document?template=core-letter&format=odt"
    assert get(site, path).status_code == 404
    assert get(site, path, ("ann", PASSWORD)).status_code == 404
    assert get(site, path, OWNER).status_code == 200


def test_without_libreoffice_the_page_says_it_and_offers_odt(site, monkeypatch):
    monkeypatch.setenv("IMIO_SOFFICE", "/nowhere/soffice")
    answer = get(site, "public/@@document?template=core-letter&format=pdf", OWNER)
    assert answer.status_code == 503
    assert "LibreOffice n'y est pas installé" in unescape(answer.text)
    assert "@@document?template=core-letter&amp;format=odt" in answer.text


def test_hung_libreoffice_is_told_with_the_odt_and_another_try(site, monkeypatch):
    def hang(_office, _data, _title=""):
        raise ConversionTimeout()

    monkeypatch.setattr(Office, "convert", hang)
    answer = get(site, "public/@@document?template=core-letter&format=pdf", OWNER)
    assert answer.status_code == 503
    page = unescape(answer.text)
    assert "a pris trop de temps et a été arrêtée" in page
    assert "template=core-letter&format=odt" in page
    assert "template=core-letter&format=pdf" in page
    assert "Réessayer" in page


@pytest.mark.parametrize(
    "query", ["", "template=../x", "template=core-letter&format=x"]
)
def test_unknown_document_is_not_found(site, query):
    assert get(site, f"public/@@document?{query}").status_code == 404


def test_page_offers_its_documents_to_who_may_make_them(site):
    assert "@@document?template=core-letter" in get(site, "public", OWNER).text
    assert "@@document?template=core-letter" not in get(site, "public").text


def test_api_lists_them_for_who_may_make_them(site):
    headers = {"Accept": "application/json"}
    url = f"{site.absolute_url()}/public/@documents"
    listed = requests.get(url, headers=headers, auth=OWNER, timeout=30).json()
    listed = listed["items"]
    assert [one["id"] for one in listed] == ["core-letter"]
    assert requests.get(url, headers=headers, timeout=30).json()["items"] == []
    assert listed[0]["formats"]["odt"].endswith("template=core-letter&format=odt")
    hidden = f"{site.absolute_url()}/interne/@documents"
    assert requests.get(hidden, headers=headers, timeout=30).status_code == 401


def test_documentgenerators_pages_are_for_administrators(site):
    before = site.objectIds()
    uid = find_template("core-letter").UID()
    for view in ("document-generation", "persistent-document-generation"):
        path = f"public/{view}?template_uid={uid}&output_format=odt"
        for auth in (None, ("ann", PASSWORD), ("webmestre", PASSWORD)):
            assert get(site, path, auth).status_code in (302, 401, 403)
    transaction.begin()
    assert site.objectIds() == before


def test_templates_are_closed_to_who_is_no_administrator(site):
    for path in ("modeles", "modeles/core-letter", "modeles/core-letter/edit"):
        for auth in (None, ("ann", PASSWORD), ("webmestre", PASSWORD)):
            assert get(site, path, auth).status_code in (302, 401, 403), path
    assert get(site, "modeles/core-letter", OWNER).status_code == 200


def test_editor_cannot_create_a_template(site):
    """Its expressions are Python: it would run anything."""
    answer = requests.post(
        site.absolute_url(),
        auth=("webmestre", PASSWORD),
        headers={"Accept": "application/json"},
        json={"@type": "ConfigurablePODTemplate", "title": "x", "pod_formats": ["odt"]},
        timeout=30,
    )
    assert answer.status_code in (400, 401, 403)


def test_template_changed_by_the_commune_is_kept_by_an_upgrade(site):
    with api.env.adopt_user(SITE_OWNER_NAME):
        template = find_template("core-letter")
        shipped = template.odt_file.data
        template.odt_file = NamedBlobFile(data=b"ours", filename="lettre.odt")
        install_templates(site, [LETTER])
        assert find_template("core-letter").odt_file.data == b"ours"
        template.odt_file = NamedBlobFile(data=shipped, filename="lettre.odt")
        install_templates(site, [LETTER])
        assert find_template("core-letter").odt_file.data == shipped
