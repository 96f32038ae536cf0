"""The library's page: a commune takes procedures and their newer versions."""

from imio.platform.ecounter import library
from plone import api
from tests.ecounter.conftest import PASSWORD
from tests.ecounter.test_journey import visit
import pytest
import transaction


@pytest.fixture
def designer(served):
    with api.env.adopt_roles(["Manager"]):
        api.user.create(email="d@example.be", username="designer", password=PASSWORD)
        api.user.grant_roles(username="designer", roles=["Procedure Manager"])
    transaction.commit()
    return visit(served, "designer")


def form_of(name):
    return f"form:has(input[name=procedure][value={name}])"


def test_a_procedure_is_installed_for_a_service_and_found_by_the_public(
    served, designer
):
    designer.open(served.counter.absolute_url()).follow("Bibliothèque de démarches")
    assert "Écrire à la commune" in designer.text
    designer.send({}, form=form_of("contact"))
    assert "Choisissez le service" in designer.page.get_text()
    designer.send({"service": served.services["travaux"]}, form=form_of("contact"))
    assert "est ouverte au public" in designer.page.get_text()
    assert designer.page.select_one(form_of("contact")) is None
    visitor = visit(served).open(served.counter.absolute_url())
    visitor.follow("Écrire à la commune").follow("Commencer")
    assert visitor.title == "Votre message"


def test_a_newer_version_keeps_what_the_commune_chose(served, designer):
    procedure = served.household
    procedure.options = {"most_copies": 5, "gone": True}
    procedure.title = "Ma composition"
    procedure.shared_source = {**procedure.shared_source, "version": 0}
    transaction.commit()
    designer.open(f"{served.counter.absolute_url()}/@@bibliotheque")
    designer.send({}, form=form_of("composition-menage"))
    assert "passe à la version 2" in designer.page.get_text()
    transaction.begin()
    assert procedure.current_version().number == 2
    assert procedure.options == {"most_copies": 5}
    assert procedure.title == "Ma composition"
    shipped = library.load("composition-menage")["version"]
    assert procedure.shared_source["version"] == shipped


def test_an_unknown_file_is_refused_with_a_sentence(served, designer):
    designer.open(f"{served.counter.absolute_url()}/@@bibliotheque")
    designer.send({"procedure": "../secret"}, form=form_of("contact"))
    assert "n'a pas de démarche" in designer.page.get_text()


@pytest.mark.parametrize("login", ["", "citoyen", "agent", "chef"])
def test_others_install_nothing(served, login):
    visitor = visit(served, login)
    url = f"{served.counter.absolute_url()}/@@bibliotheque"
    visitor.open(url)
    assert "Installer" not in visitor.text
    visitor.post(url, {"procedure": "contact", "service": served.services["travaux"]})
    transaction.begin()
    assert "contact" not in served.counter
