"""Procedures and requests through the API."""

from base64 import b64encode
from plone import api as plone_api
from tests.ecounter.conftest import PASSWORD
from tests.ecounter.test_journey import requests_of
from tests.ecounter.test_journey import visit
import jsonschema
import pytest
import requests
import transaction

JSON = {"Accept": "application/json"}
REPORT = {
    "category": "road",
    "issue": "pothole",
    "description": "Un trou.",
    "place": {"street": "rue Basse", "postcode": "5000", "locality": "Namur"},
    "follow_up": "no",
}


def get(url, login=""):
    auth = (login, PASSWORD) if login else None
    return requests.get(url, headers=JSON, auth=auth, timeout=60)


def post(procedure, body, login=""):
    auth = (login, PASSWORD) if login else None
    url = f"{procedure.absolute_url()}/@requests"
    return requests.post(url, json=body, headers=JSON, auth=auth, timeout=60)


def file_report(served, login="", **answers):
    body = {"answers": {**REPORT, **answers}, "declarations": ["good_faith"]}
    return post(served.report, body, login)


def test_procedures_and_the_schema_of_their_answers_are_public(served):
    found = get(f"{served.counter.absolute_url()}/@procedures").json()
    assert {item["id"] for item in found["items"]} == {
        "composition-menage",
        "signalement-voirie",
    }
    schema = get(f"{served.report.absolute_url()}/@definition").json()["answers"]
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(REPORT, schema)
    assert "category" in schema["required"]
    assert "email" not in schema["required"]


def test_a_request_is_filed_as_through_the_pages(served):
    answer = file_report(served, unknown="x", email="smuggled@example.be")
    assert answer.status_code == 201
    assert answer.json()["number"].endswith("-00001")
    assert answer.json()["ignored"] == ["unknown"]
    (brain,) = requests_of(served)
    filed = brain._unrestrictedGetObject()
    assert filed.channel == "api"
    assert "email" not in filed.answers
    assert plone_api.content.get_state(filed) == "submitted"


def test_what_is_wrong_is_told_answer_by_answer_and_nothing_is_kept(served):
    png = b64encode(b"MZ").decode()
    answer = file_report(
        served,
        category="moon",
        follow_up="yes",
        photos=[{"filename": "a.png", "data": png}, {"filename": "b.png"}],
    )
    assert answer.status_code == 400
    assert answer.headers["Content-Type"].startswith("application/problem+json")
    errors = {error["field"]: error["detail"] for error in answer.json()["errors"]}
    assert {"category", "last_name", "email", "photos"} <= set(errors)
    assert errors["email"] == "Répondez à cette question."
    assert len(requests_of(served)) == 0


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"answers": []},
        [],
        {"answers": {"category": {"a": [1]}}},
        {"answers": REPORT, "declarations": 5},
        {"answers": REPORT, "declarations": "good_faith"},
        {"answers": REPORT, "declarations": {"good_faith": True}},
    ],
)
def test_a_shapeless_body_is_refused_kindly(served, body):
    assert post(served.report, body).status_code == 400
    assert not requests_of(served)


@pytest.mark.parametrize("text", ["{", '"texte"', "[1]"])
def test_unreadable_json_is_refused_kindly(served, text):
    answer = requests.post(
        f"{served.report.absolute_url()}/@requests",
        data=text,
        headers={**JSON, "Content-Type": "application/json"},
        timeout=60,
    )
    assert answer.status_code == 400
    assert answer.headers["Content-Type"].startswith("application/problem+json")


def test_characters_that_no_page_can_show_are_not_kept(served):
    answer = file_report(served, description="Un\ud800 trou\x01.\nProfond.")
    assert answer.status_code == 201
    (brain,) = requests_of(served)
    filed = brain._unrestrictedGetObject()
    assert filed.answers["description"] == "Un trou.\nProfond."
    assert get(brain.getURL(), "agent-travaux").ok


def test_a_form_of_another_site_cannot_file(served):
    url = f"{served.report.absolute_url()}/@requests"
    answer = requests.post(
        url,
        data='{"answers": {}}',
        headers={**JSON, "Content-Type": "text/plain"},
        timeout=60,
    )
    assert answer.status_code == 415


def test_an_agent_reads_a_request_and_others_do_not(served):
    file_report(served, login="citoyen")
    (brain,) = requests_of(served)
    url = brain.getURL()
    found = get(url, "agent-travaux").json()
    assert found["answers"]["place"]["street"] == "rue Basse"
    assert get(url, "citoyen").json()["number"] == found["number"]
    for login in ("agent", "voisine", ""):
        answer = get(url, login)
        assert answer.status_code in (401, 403, 404)
        assert "rue Basse" not in answer.text


def test_a_refusal_through_the_api_needs_its_reason(served):
    file_report(served)
    (brain,) = requests_of(served)
    workflow = f"{brain.getURL()}/@workflow"
    auth = ("agent-travaux", PASSWORD)
    assert requests.post(
        f"{workflow}/take", json={}, headers=JSON, auth=auth, timeout=60
    ).ok
    refused = requests.post(
        f"{workflow}/refuse", json={}, headers=JSON, auth=auth, timeout=60
    )
    assert refused.status_code in (400, 409)
    done = requests.post(
        f"{workflow}/refuse",
        json={"comment": "Déjà signalé."},
        headers=JSON,
        auth=auth,
        timeout=60,
    )
    assert done.ok


def test_a_draft_is_not_sent_by_its_workflow_alone(served):
    file_report(served, login="citoyen")
    (brain,) = requests_of(served)
    answer = requests.post(
        f"{brain.getURL()}/@workflow/take",
        json={},
        headers=JSON,
        auth=("citoyen", PASSWORD),
        timeout=60,
    )
    assert answer.status_code in (400, 401, 403, 409)


def test_nobody_adds_or_changes_a_request_by_hand(served):
    file_report(served, login="citoyen")
    (brain,) = requests_of(served)
    for login in ("citoyen", "agent-travaux"):
        auth = (login, PASSWORD)
        changed = requests.patch(
            brain.getURL(), json={"title": "x"}, headers=JSON, auth=auth, timeout=60
        )
        assert changed.status_code in (401, 403, 404)
        added = requests.post(
            served.counter.absolute_url(),
            json={"@type": "Request", "title": "x"},
            headers=JSON,
            auth=auth,
            timeout=60,
        )
        assert added.status_code in (400, 401, 403)


def test_a16_the_catalogue_is_harvested_by_anybody_without_what_is_not_public(served):
    served.report.status = "closed"
    transaction.commit()
    visitor = visit(served).open(f"{served.counter.absolute_url()}/@@cpsv-ap")
    assert visitor.response.headers["Content-Type"].startswith("application/ld+json")
    titles = [
        node["dct:title"]["@value"]
        for node in visitor.response.json()["@graph"]
        if node["@type"] == "cpsv:PublicService"
    ]
    assert titles == ["Composition de ménage"]
    visitor.open(served.household.absolute_url())
    (link,) = visitor.page.select("link[type='application/ld+json']")
    graph = visitor.open(link["href"]).response.json()["@graph"]
    assert graph[1]["dct:identifier"] == served.household.UID()
    with plone_api.env.adopt_roles(["Manager"]):
        plone_api.content.transition(served.household, "retire")
    transaction.commit()
    visitor.open(link["href"])
    assert "Composition" not in visitor.response.text
