"""Delegations of signature and certified copies, by role."""

from datetime import date
from imio.platform.core.documents import generate
from imio.platform.core.documents.errors import ConversionFailed
from imio.platform.core.numbering import last_number
from imio.platform.deliberation.content.officials import members_of
from imio.platform.deliberation.errors import DeliberationError
from imio.platform.deliberation.records.certified_copies import copies_of
from imio.platform.deliberation.records.certified_copies import copy_bytes
from imio.platform.deliberation.records.delegations import delegations
from imio.platform.deliberation.records.register import acts
from imio.platform.deliberation.workflow import certifying
from imio.platform.deliberation.workflow.certifying import certify
from imio.platform.deliberation.workflow.delegating import end
from imio.platform.deliberation.workflow.delegating import give
from io import BytesIO
from plone import api
from pypdf import PdfReader
from tests.core.organisation.builders import mandate
from tests.core.organisation.builders import person
from tests.deliberation import builders
from tests.deliberation.publishing import is_refused
from tests.deliberation.publishing import status
from tests.deliberation.publishing import visit
from tests.deliberation.publishing import words
from zipfile import ZipFile
import pytest
import transaction


@pytest.fixture
def hall(portal):
    return builders.town_hall(portal)


def delegate_copies(hall, meeting):
    """The mayor's signature to Samira El Amrani, the secretary's to an agent."""
    amrani = members_of(meeting)[2]
    give(
        hall.college,
        "bourgmestre",
        amrani.uid,
        "",
        date(2026, 1, 5),
        date(2026, 1, 5),
        ("copy",),
    )
    give(
        hall.council,
        "directeur_general",
        "Paul Renard",
        "Le Chef de bureau",
        date(2026, 1, 5),
        date(2026, 1, 5),
        ("copy", "notice"),
    )


def odt_text(context, template):
    with api.env.adopt_user("secretaire"):
        made = generate(context, template, "odt")
    with ZipFile(BytesIO(made.data)) as odt:
        return odt.read("content.xml").decode("utf-8")


def test_a_copy_is_signed_as_of_the_sitting_and_certified_as_of_today(hall):
    meeting = builders.approved(hall)
    delegate_copies(hall, meeting)
    item = builders.items(meeting)[0]
    with api.env.adopt_user("secretaire"):
        first = certify(item, "Madame Dupont", "dossier de prime")
        second = certify(item, "Notaire Petit")
    act = acts(hall.college)[0]
    assert [one.number for one in copies_of(hall.college, act)] == [1, 2]
    data = copy_bytes(hall.college, first)
    text = " ".join(
        "".join(page.extract_text() for page in PdfReader(BytesIO(data)).pages).split()
    )
    for said in (
        f"copie {first.reference}",
        "(s) Claire Lambert",
        "(s) Nathalie Wauters",
        "Pour extrait certifié conforme,",
        "remise à Madame Dupont (dossier de prime)",
        "Par délégation de la Bourgmestre,",
        "L'Échevine,",
        "Samira El Amrani",
        "Par délégation de la Directrice générale,",
        "Le Chef de bureau,",
        "Paul Renard",
    ):
        assert said in text, said
    assert second.reference != first.reference


def test_an_interim_mayor_certifies_and_the_titular_stays_on_the_act(hall):
    meeting = builders.approved(hall)
    root = hall.portal["organisation"]
    acting = person(root, "Luc", "Remplaçant", gender="M")
    mandate(acting, "bourgmestre", date(2026, 1, 1), is_interim=True)
    text = odt_text(builders.items(meeting)[0], "deliberation-extrait")
    assert "(s) Claire Lambert" in text
    assert "Le Bourgmestre f.f." in text and "Luc Remplaçant" in text


def test_a_failed_conversion_takes_no_number(hall, monkeypatch):
    meeting = builders.approved(hall)
    item = builders.items(meeting)[0]

    def fails(*arguments, **options):
        raise ConversionFailed()

    monkeypatch.setattr(certifying, "generate", fails)
    with pytest.raises(DeliberationError, match="conversion"):
        certify(item, "Madame Dupont")
    year = meeting.date.year
    sequence = f"deliberation.copies.{hall.college.UID()}"
    assert last_number(sequence, year) == 0
    assert copies_of(hall.college, acts(hall.college)[0]) == []


def test_no_copy_is_certified_before_the_register(hall):
    meeting = builders.held(hall)
    with pytest.raises(DeliberationError, match="registre"):
        certify(builders.items(meeting)[0], "Madame Dupont")
    text = odt_text(builders.items(meeting)[0], "deliberation-extrait")
    assert "avant l'approbation" in text.replace("’", "'").replace("&apos;", "'")


def test_an_ended_delegation_signs_nothing_after_its_last_day(hall):
    meeting = builders.held(hall)
    delegate_copies(hall, meeting)
    item = builders.items(meeting)[0]
    assert "Samira" in odt_text(item, "deliberation-extrait")
    end(hall.college, 1, date(2026, 1, 6))
    text = odt_text(item, "deliberation-extrait")
    assert "Par délégation de la Bourgmestre" not in text
    assert "La Bourgmestre" in text
    assert len(delegations(hall.college)) == 2


@pytest.mark.parametrize(
    ("function", "delegate", "title", "field"),
    [
        ("echevin", "x", "", "function"),
        ("bourgmestre", "unknown", "", "member"),
        ("directeur_general", "", "Chef", "agent"),
        ("directeur_general", "Paul", "", "title"),
    ],
)
def test_a_delegation_names_who_may_receive_it(hall, function, delegate, title, field):
    day = date(2026, 1, 5)
    with pytest.raises(DeliberationError) as refusal:
        give(hall.college, function, delegate, title, day, day, ("copy",))
    assert refusal.value.field == field


def test_the_pages_are_the_secretariats(functional):
    app = functional["app"]
    hall = builders.town_hall(functional["portal"])
    meeting = builders.approved(hall)
    item = builders.items(meeting)[0]
    transaction.commit()
    for url in (
        f"{hall.college.absolute_url()}/@@delegations",
        f"{item.absolute_url()}/@@copies",
        f"{item.absolute_url()}/@@certified-copy?year=2026&number=1",
    ):
        for user in ("", "citoyen", "agent-travaux", "echevin"):
            assert is_refused(visit(app, url, user)), (url, user)
    page = visit(app, f"{hall.college.absolute_url()}/@@delegations", "secretaire")
    page.getControl(name="function").value = ["directeur_general"]
    page.getControl(name="agent").value = "Paul Renard"
    page.getControl(name="written_on").value = "2026-01-05"
    page.getControl(name="start").value = "2026-01-05"
    page.getControl("Noter la délégation").click()
    assert status(page) == 400
    assert "Écrivez la qualité de l'agent" in words(page)
    assert 'value="Paul Renard"' in words(page)
    page.getControl(name="title").value = "Le Chef de bureau"
    page.getControl(name="papers").value = ["copy"]
    page.getControl("Noter la délégation").click()
    assert "Paul Renard, Le Chef de bureau" in words(page)
    page.getControl("Mettre fin à la délégation").click()
    assert status(page) == 400 and "Donnez le dernier jour" in words(page)
    page = visit(app, f"{item.absolute_url()}/@@copies", "secretaire")
    assert "Par délégation de la Directrice générale," in words(page)
    page.getControl("Délivrer la copie").click()
    assert status(page) == 400
    assert "Écrivez à qui la copie est remise" in words(page)
    page.getControl(name="recipient").value = "Madame Dupont"
    page.getControl("Délivrer la copie").click()
    assert "Madame Dupont" in words(page)
    link = page.getLink("CC ")
    link.click()
    assert page.headers["content-type"] == "application/pdf"
