"""Those who work on the site find their work and their lists."""

import pytest

pytestmark = pytest.mark.journey
PHONE = {"width": 390, "height": 800}


def test_an_editor_narrows_keeps_and_forgets_a_list_without_scripts(visit):
    visitor = visit("redacteur", java_script_enabled=False)
    page = visitor.go("@@contenus")
    page.locator("summary", has_text="Type").click()
    page.get_by_label("Page Web").check()
    page.locator("details[open] button").click()
    assert page.url.endswith("@@contenus?f.type=Document")
    page.locator("summary", has_text="Mes recherches").click()
    page.get_by_label("Nom de la recherche en cours").fill("Pages à revoir")
    page.get_by_role("button", name="Enregistrer").click()
    shelf = page.get_by_role("navigation", name="Mes recherches enregistrées")
    assert shelf.get_by_role("link", name="Pages à revoir").is_visible()
    page.locator("summary", has_text="Mes recherches").click()
    page.get_by_role("button", name="Supprimer « Pages à revoir »").click()
    assert shelf.count() == 0


def test_lists_are_accessible_on_a_desk_and_a_phone(visit):
    visitor = visit("redacteur")
    page = visitor.go("@@contenus?sort=Title&dir=asc")
    visitor.check_accessible("contenus")
    page.locator("summary", has_text="Type").click()
    visitor.check_accessible("contenus-filtre")
    page.set_viewport_size(PHONE)
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


def test_an_agent_finds_what_waits_from_every_page(visit):
    visitor = visit("agent")
    page = visitor.go()
    page.locator("summary", has_text="Mon espace").click()
    page.get_by_role("link", name="Mon travail").click()
    assert page.title().startswith("Mon travail")
    visitor.check_accessible("mon-travail")
    assert page.locator(".work-line").count() > 0


def test_a_citizen_is_offered_no_work_and_no_list_of_contents(visit):
    visitor = visit("citoyen")
    page = visitor.go()
    page.locator("summary", has_text="Mon espace").click()
    assert page.get_by_role("link", name="Mon travail").count() == 0
    page.goto(f"{visitor.url}/@@contenus")
    assert page.locator(".dashboard").count() == 0


#: Whether what has the focus is what one sees where it stands.
SEEN = """() => {
  const one = document.activeElement;
  const box = one.getBoundingClientRect();
  const seen = document.elementFromPoint(
    box.left + box.width / 2, box.top + box.height / 2);
  return one === seen || one.contains(seen);
}"""


def test_what_has_the_focus_is_seen_on_a_small_screen(visit):
    agent = visit("agent")
    page = agent.go("guichet/@@file-des-demandes")
    page.set_viewport_size(PHONE)
    page.locator(".dashboard-table thead a").first.focus()
    assert page.evaluate(SEEN)

    manager = visit("secretaire")
    page = manager.go("organisation/++add++Person")
    page.set_viewport_size(PHONE)
    page.locator("[name='form.widgets.first_name']").focus()
    for _tab in range(6):
        page.keyboard.press("Tab")
        assert page.evaluate(SEEN)
