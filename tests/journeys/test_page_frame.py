"""The frame of every page: menus by keyboard, on a phone, without JavaScript; and
the commune's manager who changes its colour."""

from imio.platform.core.commune.interfaces import DEFAULT_PRIMARY
from playwright.sync_api import expect
import pytest

pytestmark = pytest.mark.journey
PHONE = {"width": 390, "height": 844}
MENU = "#portal-globalnav-wrapper"


def test_menu_opens_and_closes_by_keyboard(visit):
    page = visit().go()
    head = page.locator(f"{MENU} summary").first
    panel = page.locator(f"{MENU} .site-panel").first
    head.focus()
    page.keyboard.press("Enter")
    assert panel.is_visible()
    page.keyboard.press("Escape")
    assert not panel.is_visible()
    assert head.evaluate("element => element === document.activeElement")


def test_menu_opens_without_scripts(visit):
    page = visit(java_script_enabled=False).go()
    page.locator(f"{MENU} summary").first.click()
    assert page.locator(f"{MENU} .site-panel").first.is_visible()


@pytest.mark.parametrize("scripts", [True, False])
def test_menu_of_a_phone_opens_and_closes(visit, scripts):
    page = visit(viewport=PHONE, java_script_enabled=scripts).go()
    menu = page.locator(MENU)
    assert not menu.is_visible()
    page.get_by_role("button", name="Menu", exact=True).click()
    assert menu.is_visible()
    page.get_by_role("button", name="Fermer le menu").click()
    assert not menu.is_visible()


def test_first_key_leads_to_the_content(visit):
    page = visit().go()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Aller au contenu"
    page.keyboard.press("Enter")
    page.wait_for_function("document.activeElement.id === 'main-container'")


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_pages_fit_and_are_accessible(visit, width):
    visitor = visit(viewport={"width": width, "height": 844})
    for path in ("", "login", "sitemap"):
        page = visitor.go(path)
        visitor.check_accessible(f"frame-{path or 'home'}")
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path


def test_visitor_loads_nothing_from_elsewhere(visit, site):
    visitor = visit()
    asked = []
    visitor.page.on("request", lambda request: asked.append(request.url))
    visitor.go()
    visitor.page.wait_for_load_state("networkidle")
    own = site.url.rpartition("/")[0]
    assert asked
    assert [url for url in asked if not url.startswith((own, "data:"))] == []


def test_commune_manager_chooses_a_colour_that_cannot_be_read(visit):
    visitor = visit("secretaire", java_script_enabled=False)
    page = visitor.go("@@commune-controlpanel")
    colour = page.get_by_label("Couleur principale")
    before = colour.input_value() or DEFAULT_PRIMARY
    colour.fill("#ffcc00")
    page.get_by_role("button", name="Enregistrer").click()
    expect(
        page.get_by_text("La couleur choisie #ffcc00 est trop claire")
    ).to_be_visible()
    expect(page.get_by_label("Couleur principale")).not_to_have_value("#ffcc00")

    page.get_by_label("Couleur principale").fill(before)
    page.get_by_label("Code INS").fill("123")
    page.get_by_role("button", name="Enregistrer").click()
    expect(page.get_by_text("exactement cinq chiffres")).to_be_visible()
    page.get_by_label("Code INS").fill("92998")
    page.get_by_role("button", name="Enregistrer").click()
    expect(page.get_by_text("La commune est enregistrée.")).to_be_visible()


def test_the_panel_of_the_commune_is_accessible(visit):
    visitor = visit("secretaire")
    visitor.go("@@commune-controlpanel").wait_for_load_state("networkidle")
    visitor.check_accessible("commune-controlpanel")
