"""The session page by keyboard alone, and after the browser died."""

from datetime import date
from playwright.sync_api import Error
from tests.journeys.test_whole_life import said
import pytest
import requests

pytestmark = pytest.mark.journey

DESK = {"width": 1280, "height": 900}
JSON = {"Accept": "application/json"}


@pytest.fixture(scope="module")
def sitting(site) -> str:
    """A college in session today with a point of Travaux, prepared through the API."""

    def ask(user, method, address, body=None):
        response = requests.request(
            method,
            address,
            headers=JSON,
            auth=(user, site.password),
            json=body,
            timeout=120,
        )
        assert response.status_code < 300, f"{address}: {response.text[:300]}"
        return response.json() if response.content else {}

    def play(user, address, *transitions):
        for transition in transitions:
            ask(user, "POST", f"{address}/@workflow/{transition}", {})

    college = f"{site.url}/deliberations/college"
    search = f"{site.url}/@search?portal_type=Service&fullobjects=1&b_size=100"
    services = ask("secretaire", "GET", search)["items"]
    works = next(one["UID"] for one in services if one["title"] == "Travaux")
    item = ask(
        "agent-travaux",
        "POST",
        f"{college}/points/{date.today().year}",
        {
            "@type": "AgendaItem",
            "title": "Éclairage de la place",
            "proposing_service": works,
            "decision": "<p>De remplacer les lampes.</p>",
        },
    )
    play("agent-travaux", item["@id"], "submit")
    play("chef-travaux", item["@id"], "validate")
    meeting = ask(
        "secretaire",
        "POST",
        college,
        {"@type": "Meeting", "date": f"{date.today():%Y-%m-%d}T23:00:00+01:00"},
    )
    play("secretaire", meeting["@id"], "prepare")
    present = {"present": [item["UID"]]}
    ask("secretaire", "POST", f"{meeting['@id']}/@agenda", present)
    play("secretaire", meeting["@id"], "convene", "open")
    members = ask("secretaire", "GET", f"{meeting['@id']}/@presence")["members"]
    statuses = {member["uid"]: "present" for member in members}
    ask("secretaire", "PATCH", f"{meeting['@id']}/@presence", {"statuses": statuses})
    return f"{meeting['@id']}/@@seance?item={item['UID']}"


def tab_to(page, name: str) -> None:
    """Press Tab until the button with this name has the focus."""
    for _press in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.textContent.trim()") == name:
            return
    raise AssertionError(f"« {name} » is not reached by Tab")


def enter(page) -> None:
    """Press what has the focus, and wait for the page it leads to."""
    with page.expect_navigation():
        page.keyboard.press("Enter")


def focused(page) -> str:
    return page.evaluate("document.activeElement.name || ''")


def editor(page):
    return page.frame_locator("iframe[id='decision_ifr']").locator("body")


def test_a_text_typed_when_the_browser_dies_is_offered_again(visit, sitting):
    secretary = visit("secretaire", viewport=DESK)
    page = secretary.page
    page.goto(sitting)
    page.wait_for_timeout(1500)
    editor(page).click()
    page.keyboard.press("Control+End")
    page.keyboard.type(" Toutes par des LED.")
    page.wait_for_timeout(2500)
    with pytest.raises(Error):
        page.goto("chrome://crash")
    page = secretary.page = page.context.new_page()
    page.goto(sitting)
    offer = page.get_by_text("Un texte que vous n'aviez pas enregistré a été retrouvé")
    offer.first.wait_for()
    secretary.check_accessible("seance-brouillon")
    page.get_by_role("button", name="Reprendre ce texte").first.click()
    assert "LED" in editor(page).inner_text()
    page.get_by_role("button", name="Acter la décision", exact=True).click()
    page.wait_for_load_state()
    assert "par des LED" in said(page)
    page.get_by_label("Pourquoi reprendre la décision").fill("Suite de l'essai.")
    page.get_by_role("button", name="Reprendre la décision").click()
    page.wait_for_load_state()
    page.goto(sitting)
    page.wait_for_timeout(1500)
    assert not offer.first.is_visible(), "what was saved is not offered again"


def test_the_session_page_holds_on_a_phone(visit, sitting):
    secretary = visit("secretaire", viewport={"width": 390, "height": 844})
    for mode in ("plain", "candidates"):
        secretary.page.goto(f"{sitting}&vote={mode}")
        secretary.check_accessible(f"seance-{mode}")
        assert not secretary.page.evaluate(
            "document.documentElement.scrollWidth > "
            "document.documentElement.clientWidth"
        )


def test_a_point_is_run_by_keyboard_alone(visit, sitting):
    secretary = visit("secretaire", viewport=DESK)
    page = secretary.page
    page.goto(sitting)
    page.locator("summary", has_text="Touches d'accès").focus()
    page.keyboard.press("Enter")
    assert "Alt + S" in said(page)
    secretary.check_accessible("seance-touches")

    page.keyboard.press("Alt+KeyA")
    assert focused(page).startswith("status-")
    tab_to(page, "Noter les présences")
    enter(page)
    assert "Les présences sont notées" in page.content()

    page.keyboard.press("Alt+KeyV")
    assert focused(page).startswith("vote-")
    page.keyboard.press("c")
    tab_to(page, "Enregistrer le vote à haute voix")
    enter(page)
    assert "une voix contre (" in said(page)

    page.keyboard.press("Alt+KeyD")
    assert focused(page) == "outcome"
    tab_to(page, "Acter la décision")
    enter(page)
    assert "La décision est actée" in page.content()

    page.keyboard.press("Alt+KeyS")
    assert page.evaluate("document.activeElement.value") == "suspend"
    enter(page)
    assert "La séance est suspendue à" in said(page)
    page.keyboard.press("Alt+KeyS")
    enter(page)
    assert "et reprise à" in said(page)
