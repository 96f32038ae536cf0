"""Contact and hours of a service: the form and the API, for the right people."""

from lxml import html
from plone import api
from tests.website.builders import EDITOR
from tests.website.builders import make_people
from tests.website.builders import make_service
from tests.website.builders import PASSWORD
from tests.website.builders import REVIEWER
from tests.website.builders import STRANGER
from urllib.parse import urlencode
import pytest
import requests
import transaction

WEEK = {
    "monday": {"spans": [["09:00", "12:00"]], "comment": "Fermé l'été à la Chandeleur"}
}


@pytest.fixture
def service(functional):
    portal = functional["portal"]
    with api.env.adopt_roles(["Manager"]):
        make_people()
        service = make_service(portal)
    transaction.commit()
    return service


def call(service, method, username=None, data=None, path="/@opening-hours"):
    return requests.request(
        method,
        service.absolute_url() + path,
        json=data,
        headers={"Accept": "application/json"},
        auth=(username, PASSWORD) if username else None,
        timeout=60,
    )


def test_anybody_reads_the_hours(service):
    answer = call(service, "GET")
    assert answer.status_code == 200
    body = answer.json()
    assert body["week"]["tuesday"]["comment"] == "Sur rendez-vous l'été"
    assert body["phone"] == "083 21 00 00"
    assert body["status"]["sentence"]


@pytest.mark.parametrize("username", [EDITOR, REVIEWER])
def test_the_web_site_s_people_change_the_hours_and_read_them_back(service, username):
    sent = {"week": WEEK, "closures": [{"start": "2026-12-24", "reason": "Réveillon"}]}
    answer = call(service, "PATCH", username, sent)
    assert answer.status_code == 200, answer.text
    assert call(service, "GET").json()["week"] == WEEK
    content = call(service, "GET", username, path="").json()
    assert content["week"] == WEEK
    assert content["closures"][0]["reason"] == "Réveillon"


@pytest.mark.parametrize("username", [None, STRANGER])
def test_others_do_not_change_the_hours(service, username):
    answer = call(service, "PATCH", username, {"phone": "081 00 00 00"})
    assert answer.status_code in (401, 403)
    assert call(service, "GET").json()["phone"] == "083 21 00 00"


@pytest.mark.parametrize(
    "sent, field, message",
    [
        (
            {"week": {"monday": {"spans": [["12:00", "09:00"]]}}},
            "week",
            "doit venir après l'ouverture",
        ),
        ({"phone": "appelez-moi"}, "phone", "Écrivez un numéro"),
        ({"title": "Pirates"}, "title", "Champ inconnu"),
        ({"closures": [{"start": "demain"}]}, "closures", "n'est pas une date"),
        ({"week": "lundi"}, "week", ""),
    ],
)
def test_wrong_hours_are_refused_whole_with_the_reason(service, sent, field, message):
    answer = call(service, "PATCH", EDITOR, {"email": "autre@example.org", **sent})
    assert answer.status_code == 400
    (error,) = answer.json()["errors"]
    assert error["field"] == field
    assert message in error["message"]
    assert call(service, "GET").json()["email"] == "population@example.org"


def form(service, username, data=None):
    session = requests.Session()
    session.auth = (username, PASSWORD) if username else None
    url = f"{service.absolute_url()}/@@contact-hours"
    shown = session.get(url, timeout=60)
    if data is None:
        return shown
    page = html.fromstring(shown.text)
    values = {
        node.get("name"): node.get("value") or ""
        for node in page.cssselect("#content-core input, #content input, form input")
        if node.get("name") and node.get("type") not in ("submit", "button")
    }
    values.update({f"form.widgets.{name}": value for name, value in data.items()})
    values["form.buttons.save"] = "Enregistrer"
    return session.post(
        url,
        data=urlencode(values),
        headers={"Content-Type": "application/x-www-form-urlencoded"},
        timeout=60,
    )


def test_an_editor_fills_the_form_in(service):
    answer = form(
        service,
        EDITOR,
        {
            "week.friday.opens1": "08:00",
            "week.friday.closes1": "11:30",
            "week.friday.comment": "Été comme hiver",
        },
    )
    assert "sont enregistrés" in html.fromstring(answer.text).text_content()
    kept = call(service, "GET").json()["week"]
    assert kept["friday"] == {
        "spans": [["08:00", "11:30"]],
        "comment": "Été comme hiver",
    }
    assert kept["monday"]["spans"] == [["08:30", "12:00"], ["13:00", "16:00"]]


def test_closing_before_opening_is_told_beside_the_day(service):
    answer = form(
        service,
        EDITOR,
        {
            "week.friday.opens1": "16:00",
            "week.friday.closes1": "09:00",
        },
    )
    page = html.fromstring(answer.text)
    (problem,) = page.cssselect(".week-day .invalid-feedback")
    assert problem.text_content().startswith(
        "Vendredi : la fermeture (09:00) doit venir après"
    )
    assert 'aria-invalid="true"' in answer.text
    assert 'value="16:00"' in answer.text
    assert "friday" not in call(service, "GET").json()["week"]


@pytest.mark.parametrize("username", [None, STRANGER])
def test_the_form_is_closed_to_others(service, username):
    answer = form(service, username)
    assert "week.friday.opens1" not in answer.text


def test_sections_are_written_through_the_api(service):
    portal_url = service.absolute_url().rsplit("/organisation", 1)[0]
    home = requests.post(
        portal_url,
        json={"@type": "HomePage", "title": "Essai", "id": "essai"},
        headers={"Accept": "application/json"},
        auth=(REVIEWER, PASSWORD),
        timeout=60,
    )
    assert home.status_code == 201, home.text
    tiles = [{"label": "Déchets", "link": "/dechets", "text": "Été", "icon": "recycle"}]

    def add(rows, username=EDITOR):
        return requests.post(
            f"{portal_url}/essai",
            json={"@type": "SectionTiles", "title": "En un clic", "tiles": rows},
            headers={"Accept": "application/json"},
            auth=(username, PASSWORD),
            timeout=60,
        )

    answer = add(tiles)
    assert answer.status_code == 201, answer.text
    assert answer.json()["tiles"] == tiles
    wrong = add([{"label": "x", "link": "javascript:alert(1)"}])
    assert wrong.status_code == 400
    assert "javascript:alert(1)" in wrong.json()["message"]
    assert add(tiles, STRANGER).status_code in (401, 403)
