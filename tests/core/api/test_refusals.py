"""What the API refuses is said in French, with the name of the field."""

from plone import api
from plone.app.testing import SITE_OWNER_NAME
from plone.app.testing import SITE_OWNER_PASSWORD
from tests.core.organisation.builders import account
from tests.core.organisation.builders import organisation
from tests.core.organisation.builders import person
from tests.core.organisation.builders import service
import pytest
import requests
import transaction

PASSWORD = "Commune-2026!"


@pytest.fixture
def commune(functional):
    portal = functional["portal"]
    root = organisation(portal)
    service(service(root, "Travaux"), "Voirie")
    person(root, "Claire", "Lambert")
    account("citoyen")
    account("gestionnaire")
    with api.env.adopt_roles(["Manager"]):
        api.group.add_user(groupname="commune-managers", username="gestionnaire")
    transaction.commit()
    return portal


def call(portal, method, path, user="", **options):
    owner = user == SITE_OWNER_NAME
    return requests.request(
        method,
        f"{portal.absolute_url()}/{path}",
        headers={"Accept": "application/json"},
        auth=(user, SITE_OWNER_PASSWORD if owner else PASSWORD) if user else None,
        timeout=30,
        **options,
    )


def post(portal, body, where="organisation", user="gestionnaire"):
    return call(portal, "post", where, user, json=body)


@pytest.mark.parametrize("user", ["", "citoyen"])
@pytest.mark.parametrize(
    "method, path",
    [
        ("post", "organisation"),
        ("patch", "@commune"),
        ("get", "organisation/travaux/@functions"),
        ("delete", "organisation/travaux"),
    ],
)
def test_who_has_not_the_right_is_told_in_french(commune, method, path, user):
    answer = call(commune, method, path, user, json={"@type": "Service"})
    assert answer.status_code == 401
    assert answer.json()["message"].startswith("Vous n'avez pas accès à ceci")
    assert answer.json()["error"]["message"] == answer.json()["message"]


@pytest.mark.parametrize("user", ["", "citoyen", SITE_OWNER_NAME])
def test_what_is_not_there_is_told_in_french_without_a_traceback(commune, user):
    answer = call(commune, "get", "organisation/@nulle-part", user)
    assert answer.status_code == 404
    url = f"{commune.absolute_url()}/organisation/@nulle-part"
    assert answer.json()["message"] == f"Rien ne répond à GET {url}."
    assert "traceback" not in answer.json()


def test_every_refused_field_has_its_sentence(commune):
    body = {
        "@type": "Person",
        "first_name": "A",
        "last_name": "B",
        "gender": "Z",
        "user_id": "personne",
        "email": "pas-une-adresse",
    }
    answer = post(commune, body)
    assert answer.status_code == 400
    told = {row["field"]: row["message"] for row in answer.json()["errors"]}
    assert set(told) == {"gender", "user_id", "email"}
    assert told["user_id"] == "Aucun compte ne porte cet identifiant."
    assert answer.json()["message"].startswith("Rien n'a été enregistré. gender : ")
    assert "ValidationError" not in answer.text


def test_dates_out_of_order_name_the_end(commune):
    body = {
        "@type": "Mandate",
        "office": "bourgmestre",
        "start": "2026-02-01",
        "end": "2026-01-01",
    }
    answer = post(commune, body, "organisation/claire-lambert")
    assert answer.status_code == 400
    assert answer.json()["errors"] == [
        {"field": "end", "message": "La date de fin précède la date de début."}
    ]
    assert answer.json()["error"]["field"] == "end"


@pytest.mark.parametrize(
    "body, status, sentence",
    [
        ({"title": "X"}, 400, "Donnez « @type »."),
        ({"@type": "Nope", "title": "X"}, 400, "Le type « Nope » n'existe pas."),
        (
            {"@type": "Mandate"},
            403,
            "Vous ne pouvez pas créer ici un contenu « Mandat ».",
        ),
        (
            {"@type": "Document", "title": "X"},
            403,
            "Vous ne pouvez pas créer ici un contenu « Page Web ».",
        ),
    ],
)
def test_a_type_that_has_no_place_is_refused_with_its_field(
    commune, body, status, sentence
):
    answer = post(commune, body)
    assert answer.status_code == status
    assert answer.json()["message"] == sentence
    assert answer.json()["error"]["field"] == "@type"


def test_a_service_is_not_moved_into_itself(commune):
    answer = post(
        commune,
        {"source": "/organisation/travaux"},
        "organisation/travaux/voirie/@move",
    )
    assert answer.status_code == 409
    assert "ne peut pas être copié ou déplacé ici" in answer.json()["message"]
    assert "voirie" in commune.organisation.travaux


@pytest.mark.parametrize(
    "body, field",
    [
        ({}, "function"),
        ({"function": "agent"}, "user"),
        ({"function": 5, "user": "citoyen"}, "function"),
        ({"function": "agent", "user": ["citoyen"]}, "user"),
        ({"function": " ", "user": "citoyen"}, "function"),
    ],
)
def test_a_function_is_given_with_both_its_keys(commune, body, field):
    answer = post(commune, body, "organisation/travaux/@functions")
    assert answer.status_code == 400
    assert answer.json()["message"] == f"Donnez « {field} », un texte."
    assert answer.json()["error"]["field"] == field


@pytest.mark.parametrize("path", ["", "/agent", "/agent/citoyen/trop"])
def test_a_function_is_taken_back_by_its_whole_address(commune, path):
    where = f"organisation/travaux/@functions{path}"
    answer = call(commune, "delete", where, "gestionnaire")
    assert answer.status_code == 400
    assert "@functions/<fonction>/<compte>" in answer.json()["message"]


@pytest.mark.parametrize(
    "body, field",
    [
        ({}, "choices"),
        ({"choices": []}, "choices"),
        ({"choices": {"inconnue": "none"}}, "choices.inconnue"),
        ({"choices": {"ecounter.assigned": "demain"}}, "choices.ecounter.assigned"),
        ({"choices": {"ecounter.assigned": []}}, "choices.ecounter.assigned"),
    ],
)
def test_a_refused_notification_choice_names_its_field(commune, body, field):
    answer = call(commune, "patch", "@notifications", "citoyen", json=body)
    assert answer.status_code == 400
    assert answer.json()["error"]["field"] == field


def test_an_account_stands_for_one_person(commune):
    body = {
        "@type": "Person",
        "first_name": "Jean",
        "last_name": "Petit",
        "gender": "M",
        "user_id": "citoyen",
    }
    first = post(commune, body)
    assert first.status_code == 201
    answer = post(commune, {**body, "first_name": "Paul"})
    assert answer.status_code == 400
    assert answer.json()["errors"] == [
        {"field": "user_id", "message": "Ce compte est déjà celui de Jean Petit."}
    ]
    again = call(
        commune,
        "patch",
        "organisation/jean-petit",
        "gestionnaire",
        json={"user_id": "citoyen", "phone": "081 00 00 00"},
    )
    assert again.status_code == 204
