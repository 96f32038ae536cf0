"""The shipped letter, from its text to a real PDF."""

from appy.pod.renderer import Renderer
from imio.platform.core.documents import available_templates
from imio.platform.core.documents import generate
from imio.platform.core.documents.errors import BrokenTemplate
from imio.platform.core.documents.errors import PdfUnavailable
from imio.platform.core.documents.errors import UnknownTemplate
from io import BytesIO
from pathlib import Path
from plone import api
from pypdf import PdfReader
from zipfile import ZipFile
import pytest
import tempfile


@pytest.fixture
def page(portal):
    with api.env.adopt_roles(["Manager"]):
        return api.content.create(
            portal,
            "Document",
            title="Fermeture de l'école à Noël",
            description="Où déposer les clés ?",
        )


@pytest.fixture
def manager():
    with api.env.adopt_roles(["Manager"]):
        yield


def test_odt_holds_the_texts_in_the_commune_colour(page, manager):
    api.portal.set_registry_record("imio.platform.commune.primary_colour", "#7a1f4e")
    document = generate(page, "core-letter", "odt")
    archive = ZipFile(BytesIO(document.data))
    content = archive.read("content.xml").decode()
    styles = archive.read("styles.xml").decode()
    assert "Fermeture de l'école à Noël" in content
    assert "#7a1f4e" in styles and "#1f4e7a" not in styles
    assert "office:annotation" not in content + styles
    assert document.filename == "Lettre - Fermeture de l'école à Noël.odt"


def test_pdf_is_readable_with_its_accents_and_fonts_inside(page, manager):
    document = generate(page, "core-letter", "pdf")
    reader = PdfReader(BytesIO(document.data))
    text = reader.pages[0].extract_text()
    assert "Fermeture de l'école à Noël" in text
    assert "Où déposer les clés ?" in text
    assert "Notre commune" in text
    for font in reader.pages[0]["/Resources"]["/Font"].values():
        described = font.get_object()
        if "/DescendantFonts" in described:
            described = described["/DescendantFonts"][0].get_object()
        assert "/FontFile2" in described["/FontDescriptor"].get_object()


def test_without_libreoffice_odt_remains_and_the_reason_is_said(
    page, manager, monkeypatch
):
    monkeypatch.setenv("IMIO_SOFFICE", "/nowhere/soffice")
    with pytest.raises(PdfUnavailable) as refusal:
        generate(page, "core-letter", "pdf")
    assert "format ODT" in refusal.value.message
    assert generate(page, "core-letter", "odt").data.startswith(b"PK")
    assert available_templates(page)[0].formats == ("odt",)


def test_reader_without_the_page_gets_no_document(page):
    with api.env.adopt_roles(["Anonymous"]):
        assert available_templates(page) == []
        with pytest.raises(UnknownTemplate):
            generate(page, "core-letter", "odt")


@pytest.mark.parametrize(
    ("template", "output_format"),
    [("absent", "odt"), ("core-letter", "docx"), ("../core-letter", "odt"), ("", "")],
)
def test_unknown_template_or_format_is_refused(page, manager, template, output_format):
    with pytest.raises(UnknownTemplate):
        generate(page, template, output_format)


def test_template_is_not_offered_on_another_type(portal, manager):
    folder = api.content.create(portal, "Folder", title="Dossier")
    assert available_templates(folder) == []


@pytest.mark.parametrize("breaks", [False, True])
def test_a_document_leaves_nothing_on_the_disk(
    page, manager, tmp_path, monkeypatch, breaks
):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    if breaks:
        monkeypatch.setattr(Renderer, "run", _fail_half_way)
        with pytest.raises(BrokenTemplate):
            generate(page, "core-letter", "odt")
    else:
        generate(page, "core-letter", "odt")
    assert list(tmp_path.iterdir()) == []


def _fail_half_way(renderer):
    Path(renderer.result).write_text("personal data")
    raise ValueError("half-way")
