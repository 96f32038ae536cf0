"""A webmaster writes a page, a reviewer puts it on line, a visitor finds it."""

import pytest

pytestmark = pytest.mark.journey

TITLE = "Compostage collectif"


def write_page(page, url):
    page.goto(f"{url}/vivre/++add++Document")
    page.fill("#form-widgets-IDublinCore-title", TITLE)
    page.fill(
        "#form-widgets-IDublinCore-description", "Où porter ses déchets de cuisine."
    )
    page.locator("#form-buttons-save").click()
    page.wait_for_load_state()
    assert TITLE in page.locator("h1").first.inner_text()


def test_a_page_goes_from_its_author_to_the_public(visit):
    editor = visit("webmestre")
    write_page(editor.page, editor.url)
    address = editor.page.url.split("?")[0].removesuffix("/view")
    path = address.removeprefix(editor.url + "/")
    editor.check_accessible("webmaster-draft")

    stranger = visit()
    stranger.page.goto(address)
    assert "/login" in stranger.page.url
    assert TITLE not in stranger.page.locator("h1").first.inner_text()

    editor.page.get_by_role("button", name="Soumettre à la relecture").click()
    editor.page.wait_for_load_state()
    assert editor.page.get_by_role("button", name="Mettre en ligne").count() == 0

    reviewer = visit("redacteur")
    reviewer.go(path)
    reviewer.page.get_by_role("button", name="Mettre en ligne").click()
    reviewer.page.wait_for_load_state()

    stranger.go(path)
    assert TITLE in stranger.page.locator("h1").first.inner_text()
    stranger.check_accessible("webmaster-published")
    stranger.go("vivre")
    assert stranger.page.get_by_role("link", name=TITLE).count() >= 1


def test_a_webmaster_reaches_no_control_panel(visit):
    editor = visit("webmestre")
    editor.page.goto(f"{editor.url}/@@overview-controlpanel")
    assert editor.page.locator("a[href*='@@usergroup']").count() == 0


def test_an_editor_corrects_the_hours_of_a_service(visit):
    editor = visit("webmestre")
    editor.go("organisation/communication")
    editor.page.get_by_role("link", name="Modifier le contact et l'horaire").click()
    opens = editor.page.locator("#form-widgets-week-friday-opens1")
    closes = editor.page.locator("#form-widgets-week-friday-closes1")
    opens.fill("16:00")
    closes.fill("09:00")
    editor.page.get_by_role("button", name="Enregistrer").click()
    editor.page.wait_for_load_state()
    assert "doit venir après" in editor.page.locator(".week-day.is-wrong").inner_text()
    editor.check_accessible("webmaster-hours")
    editor.page.locator("#form-widgets-week-friday-opens1").fill("09:00")
    editor.page.locator("#form-widgets-week-friday-closes1").fill("11:15")
    editor.page.get_by_role("button", name="Enregistrer").click()
    editor.page.wait_for_load_state()

    visitor = visit()
    visitor.go("organisation/communication")
    hours = visitor.page.locator(".opening-hours").inner_text()
    assert "11\u00a0h\u00a015" in hours


@pytest.mark.parametrize(
    "path",
    [
        "",
        "vivre",
        "vivre/dechets",
        "actualites",
        "actualites/marche-de-noel",
        "agenda",
        "agenda?mode=past",
        "agenda/heure-du-conte",
        "organisation/@@annuaire",
        "organisation/@@annuaire?nom=etat",
        "organisation/population",
        "accessibilite",
        "contact",
        "sitemap",
        "@@search?SearchableText=carte",
        "guichet",
        "guichet/composition-menage",
        "deliberations",
    ],
)
def test_w15_public_pages_are_accessible_and_fit(visit, path):
    visitor = visit(java_script_enabled=True)
    page = visitor.go(path)
    name = f"site-{path.replace('/', '-').replace('?', '-')}"
    for width in (1280, 360):
        page.set_viewport_size({"width": width, "height": 900})
        visitor.check_accessible(name)
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.locator("main").count() == 1


def test_an_editor_changes_a_section_of_the_home_page(visit):
    editor = visit("webmestre")
    editor.go("accueil/en-un-clic/edit")
    editor.check_accessible("webmaster-tiles")
    label = editor.page.locator("#form-widgets-tiles-0-label")
    label.fill("Guichet en ligne, jour et nuit")
    editor.page.locator("#form-buttons-save").click()
    editor.page.wait_for_load_state()

    visitor = visit()
    visitor.go()
    tiles = visitor.page.locator(".section-tiles").inner_text()
    assert "Guichet en ligne, jour et nuit" in tiles


@pytest.mark.parametrize(
    "section", ["bienvenue", "en-un-clic", "aujourd-hui", "actualites", "agenda"]
)
def test_the_form_of_each_section_is_accessible_and_fits_a_phone(visit, section):
    editor = visit("webmestre")
    page = editor.go(f"accueil/{section}/edit")
    editor.check_accessible(f"section-{section}")
    page.set_viewport_size({"width": 390, "height": 900})
    root = "document.documentElement"
    assert page.evaluate(f"{root}.scrollWidth <= {root}.clientWidth")
