"""REST of the organisation: as anonymous, the wrong user and the right one."""

from imio.platform.core.organisation import directory
from imio.platform.core.organisation import membership
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
    """A site with one service, an agent, a citizen and a commune manager."""
    portal = functional["portal"]
    root = organisation(portal)
    population = service(root, "Population")
    for user_id in ("agent", "citoyen", "gestionnaire", "webmestre"):
        account(user_id, user_id.capitalize())
    with api.env.adopt_roles(["Manager"]):
        api.group.add_user(groupname="commune-managers", username="gestionnaire")
        api.group.add_user(groupname="webmasters", username="webmestre")
        membership.grant(population.UID(), "agent", "agent")
        elected = person(
            root,
            "Claire",
            "Lambert",
            email="claire@example.org",
            private_phone="+32 470 11 22 33",
            user_id="agent",
        )
        api.content.transition(elected, "publish")
    transaction.commit()
    return portal


def call(portal, path, user="", method="get", **options):
    auth = None
    if user:
        auth = (user, SITE_OWNER_PASSWORD if user == SITE_OWNER_NAME else PASSWORD)
    return requests.request(
        method,
        f"{portal.absolute_url()}/{path}",
        headers={"Accept": "application/json"},
        auth=auth,
        timeout=30,
        **options,
    )


def test_public_tree_names_the_services_but_not_the_people(commune):
    body = call(commune, "organisation/@organisation").json()
    assert [row["title"] for row in body["services"]] == ["Population"]
    assert "functions" not in body["services"][0]


def test_tree_of_the_commune_manager_names_the_people(commune):
    body = call(commune, "organisation/@organisation", "gestionnaire").json()
    assert body["services"][0]["functions"]["agent"] == [
        {"id": "agent", "fullname": "Agent"}
    ]


@pytest.mark.parametrize("user", ["", "citoyen", "agent", "webmestre"])
@pytest.mark.parametrize(
    "method, path",
    [
        ("get", "@functions"),
        ("post", "@functions"),
        ("delete", "@functions/agent/agent"),
    ],
)
def test_functions_are_closed_to_those_who_do_not_manage_them(
    commune, user, method, path
):
    answer = call(
        commune,
        f"organisation/population/{path}",
        user,
        method,
        json={"function": "manager", "user": "citoyen"},
    )
    assert answer.status_code in (401, 403)
    transaction.begin()
    uid = commune.organisation.population.UID()
    assert membership.members(uid, "agent") == ["agent"]
    assert membership.members(uid, "manager") == []


def test_commune_manager_gives_and_takes_functions(commune):
    where = "organisation/population/@functions"
    body = {"function": "manager", "user": "citoyen"}
    given = call(commune, where, "gestionnaire", "post", json=body)
    assert given.status_code == 201
    assert given.json()["functions"]["manager"][0]["id"] == "citoyen"
    assert call(commune, where, "gestionnaire", "post", json=body).status_code == 200
    taken = call(commune, f"{where}/manager/citoyen", "gestionnaire", "delete")
    assert taken.status_code == 204
    again = call(commune, f"{where}/manager/citoyen", "gestionnaire", "delete")
    assert again.status_code == 404
    assert "n'a pas cette fonction" in again.json()["message"]


@pytest.mark.parametrize(
    "body, field",
    [
        ({"function": "manager", "user": "personne"}, "user"),
        ({"function": "roi", "user": "agent"}, "function"),
    ],
)
def test_what_does_not_exist_is_named_with_its_field(commune, body, field):
    answer = call(
        commune, "organisation/population/@functions", "gestionnaire", "post", json=body
    )
    assert answer.status_code == 400
    assert answer.json()["error"]["field"] == field
    assert "n'existe pas" in answer.json()["message"]


def test_commune_manager_adds_a_service_and_its_groups_follow(commune):
    body = {"@type": "Service", "title": "Travaux"}
    answer = call(commune, "organisation", "gestionnaire", "post", json=body)
    assert answer.status_code == 201
    transaction.begin()
    assert [entry.title for entry in directory.services()] == ["Population", "Travaux"]
    group = f"{commune.organisation.travaux.UID()}.agent"
    assert api.group.get(groupname=group).getProperty("title") == "Travaux : agent"


@pytest.mark.parametrize("user", ["", "citoyen", "agent", "webmestre"])
def test_others_add_no_service(commune, user):
    body = {"@type": "Service", "title": "Travaux"}
    answer = call(commune, "organisation", user, "post", json=body)
    assert answer.status_code in (401, 403)


def test_service_in_use_is_not_removed_and_says_why(commune):
    answer = call(commune, "organisation/population", "gestionnaire", "delete")
    assert answer.status_code == 409
    assert "Des personnes ont encore une fonction" in answer.json()["message"]
    transaction.begin()
    assert "population" in commune.organisation


@pytest.mark.parametrize("user", ["", "citoyen", "agent", "webmestre"])
def test_private_contacts_and_accounts_are_not_public(commune, user):
    answer = call(commune, "organisation/claire-lambert", user)
    assert answer.json()["email"] == "claire@example.org"
    assert "470 11 22 33" not in answer.text
    assert "user_id" not in answer.json()
    found = call(commune, "@search?SearchableText=470&fullobjects=1", user)
    assert "470 11 22 33" not in found.text


def test_commune_manager_reads_private_contacts(commune):
    body = call(commune, "organisation/claire-lambert", "gestionnaire").json()
    assert body["private_phone"] == "+32 470 11 22 33"
    assert body["user_id"] == "agent"


def test_mandate_dates_are_refused_with_their_sentence(commune):
    body = {
        "@type": "Mandate",
        "office": "bourgmestre",
        "start": "2026-02-01",
        "end": "2026-01-01",
    }
    where = "organisation/claire-lambert"
    answer = call(commune, where, "gestionnaire", "post", json=body)
    assert answer.status_code == 400
    assert "précède la date de début" in answer.json()["message"]


def test_mandate_is_named_after_the_office_and_the_holder(commune):
    body = {
        "@type": "Mandate",
        "office": "bourgmestre",
        "start": "2024-12-02",
        "is_interim": True,
    }
    where = "organisation/claire-lambert"
    answer = call(commune, where, "gestionnaire", "post", json=body)
    assert answer.status_code == 201
    assert answer.json()["title"] == "Bourgmestre f.f."
    assert answer.json()["is_active"]
    assert answer.json()["id"] == "bourgmestre-2024"
