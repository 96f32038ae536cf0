"""A meeting's file as one PDF, for one person."""

from imio.platform.core.documents.errors import ConversionFailed
from imio.platform.core.jobs.commit import pending_requests
from imio.platform.core.jobs.registry import REQUESTER
from imio.platform.core.jobs.registry import spec
from imio.platform.deliberation.browser.councillor import bundle as page_module
from imio.platform.deliberation.documents.bundle import annexes as annexes_module
from imio.platform.deliberation.documents.bundle import kept
from imio.platform.deliberation.documents.bundle.annexes import as_pdf
from imio.platform.deliberation.documents.bundle.assembly import assemble
from imio.platform.deliberation.documents.bundle.assembly import Part
from imio.platform.deliberation.documents.bundle.making import make_bundle
from imio.platform.deliberation.records.notebook import mine
from imio.platform.deliberation.records.notebook import Notebook
from io import BytesIO
from PIL import Image
from plone import api
from pypdf import PdfReader
from pypdf import PdfWriter
from tests.deliberation import builders
from tests.deliberation.councillor.scene import annex
from tests.deliberation.councillor.scene import CANARY
from tests.deliberation.councillor.scene import COUNCILLOR
from tests.deliberation.councillor.scene import CPAS
from tests.deliberation.councillor.scene import FORMER
from tests.deliberation.councillor.scene import scene as made_scene
from tests.deliberation.publishing import is_refused
from tests.deliberation.publishing import status
from tests.deliberation.publishing import visit
import pytest
import transaction

SECRET = "Quidlabosse"


def pdf(pages=1, headings=(), rotation=0, password="") -> bytes:
    """A PDF of empty pages; ``headings`` are outline entries, by page."""
    writer = PdfWriter()
    for _number in range(pages):
        writer.add_blank_page(595, 842).rotate(rotation)
    for title, page in headings:
        writer.add_outline_item(title, page)
    if password:
        writer.encrypt(password)
    result = BytesIO()
    writer.write(result)
    return result.getvalue()


def picture(kind="PNG") -> bytes:
    result = BytesIO()
    Image.new("RGBA", (3000, 1000), (10, 20, 30, 128)).save(result, kind)
    return result.getvalue()


def outline(data: bytes) -> list:
    """``(title, page)`` of each entry, those below in a list of their own."""
    reader = PdfReader(BytesIO(data))

    def told(entries):
        return [
            told(entry)
            if isinstance(entry, list)
            else (entry.title, reader.get_destination_page_number(entry) + 1)
            for entry in entries
        ]

    return told(reader.outline)


def words(data: bytes) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(BytesIO(data)).pages)


def test_annexes_follow_their_point_and_every_page_is_numbered():
    text = pdf(5, [("Ordre", 0), ("1. Un", 1), ("Détail", 2), ("2. Deux", 3)])
    parts = [
        Part("Ordre", heading="Ordre"),
        Part("1. Un", heading="1. Un"),
        Part("Plan", annex="a", is_below=True),
        Part("2. Deux", heading="2. Deux"),
    ]
    made, pages = assemble(text, {"a": pdf(2, rotation=90)}, parts, "Dossier")
    assert pages == 7
    assert outline(made) == [("Ordre", 1), ("1. Un", 2), [("Plan", 4)], ("2. Deux", 6)]
    reader = PdfReader(BytesIO(made))
    for number, page in enumerate(reader.pages, start=1):
        assert f"{number} / 7" in page.extract_text()
    assert reader.metadata.title == "Dossier"


def test_a_heading_that_a_template_dropped_loses_no_page():
    parts = [Part("Ordre", heading="Ordre"), Part("1. Un", heading="1. Un")]
    made, pages = assemble(pdf(3), {}, parts, "")
    assert pages == 3
    assert outline(made) == [("Ordre", 1)]


@pytest.fixture
def scene(portal):
    return made_scene(portal)


def test_pictures_and_readable_pdfs_become_pages(scene):
    item = scene["council_public"]
    for name, data in (("plan.pdf", pdf(2)), ("photo.png", picture())):
        pages = PdfReader(BytesIO(as_pdf(annex(item, name, data)))).pages
        assert pages
    width, height = pages[0].mediabox.width, pages[0].mediabox.height
    assert width <= 596
    assert height <= 843


def test_what_cannot_be_opened_is_left_out(scene, monkeypatch):
    item = scene["council_public"]
    for name, data in (
        ("secret.pdf", pdf(password="secret")),
        ("casse.pdf", b"%PDF-1.4 rien"),
        ("casse.png", b"\x89PNG\r\n\x1a\nrien"),
        ("archive.zip", b"PK\x03\x04rien"),
    ):
        assert as_pdf(annex(item, name, data)) is None, name

    class Broken:
        def convert(self, *_arguments):
            raise ConversionFailed()

    monkeypatch.setattr(annexes_module, "office", Broken)
    assert as_pdf(annex(item, "note.docx", b"PK\x03\x04rien")) is None


def made_for(user, meeting, with_notes=False) -> bytes:
    with api.env.adopt_user(user):
        kept.ask(mine(), meeting.UID(), with_notes)
        make_bundle(api.portal.get(), meeting.UID())
        about = kept.bundle(mine(), meeting.UID())
        assert about.error == ""
        file = kept.bundle_file(mine(), meeting.UID())
    assert about.pages == len(PdfReader(BytesIO(file.data)).pages)
    return file.data


def test_the_bundle_holds_points_in_order_with_annexes_and_notices(scene):
    annex(scene["council_public"], "plan.pdf", pdf(2), title="Plan")
    annex(scene["council_public"], "tout.zip", b"PK\x03\x04rien", title="Archive")
    with api.env.adopt_user(COUNCILLOR):
        mine().keep(scene["council_public"].UID(), f"Demander {SECRET}")
    plain = made_for(COUNCILLOR, scene["council"])
    titles = [
        entry if isinstance(entry, list) else entry[0] for entry in outline(plain)
    ]
    assert titles[0] == "Convocation et ordre du jour"
    assert titles[1] == "1. Trottinettes council"
    assert [title for title, _page in titles[2]] == ["Plan", "Archive"]
    assert titles[3] == f"2. Cas {CANARY} council"
    text = words(plain)
    assert "Note Trottinettes council" in text
    assert "Décide Trottinettes council" in text
    assert "pas pu être convertie" in text
    assert SECRET not in text
    assert SECRET in words(made_for(COUNCILLOR, scene["council"], with_notes=True))


def test_each_bundle_is_its_owners_own_entitlement(scene):
    annex(
        scene["council_public"],
        "fiche.pdf",
        pdf(1),
        title=f"Fiche {CANARY}",
        confidential=True,
    )
    made_for(COUNCILLOR, scene["council"])
    for user in ("agent-travaux", "echevin", FORMER, CPAS):
        with api.env.adopt_user(user):
            kept.ask(mine(), scene["council"].UID(), False)
            make_bundle(api.portal.get(), scene["council"].UID())
            assert kept.bundle_file(mine(), scene["council"].UID()) is None, user


def test_only_the_last_bundles_are_kept(scene):
    notebook = Notebook(COUNCILLOR)
    for number in range(9):
        about = kept.Kept(asked_at=f"2026-11-0{number + 1}T10:00:00+01:00", made_at="x")
        kept.save(notebook, f"meeting-{number}", about, b"%PDF")
    assert kept.bundle(notebook, "meeting-2") is None
    assert kept.bundle(notebook, "meeting-3") is not None


@pytest.fixture
def site(functional, monkeypatch):
    monkeypatch.setenv("IMIO_JOBS", "none")
    made = made_scene(functional["portal"])
    transaction.commit()
    return {"app": functional["app"], "portal": functional["portal"], **made}


def test_it_is_taken_by_who_asked_for_it_and_nobody_else(site):
    made_for(COUNCILLOR, site["council"])
    transaction.commit()
    taken = f"{site['council'].absolute_url()}/@@dossier-telecharger"
    for user in ("", "citoyen", "agent-travaux", "echevin", FORMER, CPAS):
        assert is_refused(visit(site["app"], taken, user)), user
    file = visit(site["app"], taken, COUNCILLOR)
    assert file.headers["Content-Type"] == "application/pdf"
    assert "no-store" in file.headers["Cache-Control"]
    # The secretary sees as much, and still has no bundle but her own.
    assert status(visit(site["app"], taken, "secretaire")) == 404


def test_it_is_asked_for_on_its_page_which_shows_that_it_is_made(site):
    url = f"{site['council'].absolute_url()}/@@dossier-pdf"
    for user in ("", "citoyen", "agent-travaux", "echevin", FORMER, CPAS):
        assert is_refused(visit(site["app"], url, user)), user
    page = visit(site["app"], url, COUNCILLOR)
    page.getControl(name="make").click()
    assert "data-waiting" in page.contents
    assert 'name="make"' not in page.contents


def test_it_is_not_given_once_something_in_it_is_closed_to_the_reader(site):
    url = f"{site['council'].absolute_url()}/@@dossier-telecharger"
    made_for(COUNCILLOR, site["council"])
    builders.play(site["council_closed"], "return_to_service")
    transaction.commit()
    page = visit(site["app"], url, COUNCILLOR)
    assert page.url.endswith("@@dossier-pdf")
    assert "plus ouvert" in page.contents


def test_without_libreoffice_the_page_says_so(site, monkeypatch):
    class Absent:
        def is_available(self):
            return False

    monkeypatch.setattr(page_module, "office", Absent)
    page = visit(
        site["app"], f"{site['council'].absolute_url()}/@@dossier-pdf", COUNCILLOR
    )
    assert "LibreOffice" in page.contents
    assert 'name="make"' not in page.contents


def test_the_job_runs_as_who_asked(scene):
    with api.env.adopt_user(COUNCILLOR):
        page_module.enqueue(page_module.BUNDLE_JOB, meeting_uid=scene["council"].UID())
    assert pending_requests()[-1].user == COUNCILLOR
    assert spec(page_module.BUNDLE_JOB).run_as == REQUESTER
