"""A visitor follows the council: agenda, project, decision, minutes, search."""

import pytest

pytestmark = pytest.mark.journey
PHONE = {"width": 390, "height": 800}
SMALLEST = {"width": 320, "height": 640}


def fits(page) -> bool:
    return page.evaluate(
        "document.documentElement.scrollWidth <= document.documentElement.clientWidth"
    )


def test_a_visitor_follows_the_council_without_scripts(visit):
    visitor = visit(java_script_enabled=False)
    page = visitor.go("deliberations")
    page.get_by_role("link", name="Conseil communal", exact=True).first.click()
    page.get_by_role("link", name="Tous les projets de délibération en ligne").click()
    assert page.title().startswith("Projets de délibération")
    page.get_by_role("link", name="Plan communal de mobilité : adoption").click()
    assert page.get_by_text("Ceci est un projet").is_visible()
    assert "Huis clos" not in page.content()
    page.get_by_role("navigation", name="Fil d'Ariane").or_(
        page.locator("#portal-breadcrumbs")
    ).first.get_by_role("link", name="Conseil communal").click()
    page.get_by_label("Chercher une délibération").fill("hall sportif")
    page.get_by_role("button", name="Chercher", exact=True).click()
    page.get_by_role("link", name="Rénovation du hall sportif").click()
    assert page.get_by_role("heading", name="Vote").is_visible()
    page.get_by_role("link", name="Demander une copie certifiée conforme").click()
    page.get_by_label("Votre nom").fill("Ann Dubois")
    page.get_by_label("Votre adresse électronique").fill("ann@exemple.be")
    page.get_by_role("button", name="Envoyer la demande").click()
    assert page.get_by_text("Votre demande est envoyée à la commune").is_visible()


def test_the_public_pages_are_accessible_on_a_desk_and_a_phone(visit):
    visitor = visit()
    page = visitor.go("deliberations/conseil")
    minutes = page.get_by_role("link", name="Procès-verbal").first.get_attribute("href")
    meeting = page.locator(".deliberation-meeting a").first.get_attribute("href")
    page.goto(meeting)
    decision = page.locator(".deliberation-point a").nth(1).get_attribute("href")
    pages = {
        "conseil": f"{visitor.url}/deliberations/conseil",
        "seance": meeting,
        "decision": decision,
        "proces-verbal": minutes,
        "projets": f"{visitor.url}/deliberations/@@projets",
        "recherche": f"{visitor.url}/deliberations/@@decisions?texte=conseil",
        "erreur": f"{visitor.url}/deliberations/@@decisions?du=31-31",
        "copie": f"{decision}/@@demander-copie",
        "reglements": f"{visitor.url}/deliberations/conseil/reglements",
    }
    size = page.viewport_size
    for name, url in pages.items():
        page.set_viewport_size(size)
        page.goto(url)
        visitor.check_accessible(f"public-{name}")
        for narrow in (PHONE, SMALLEST):
            page.set_viewport_size(narrow)
            assert fits(page), (name, narrow)
        visitor.check_accessible(f"public-{name}-etroit")
