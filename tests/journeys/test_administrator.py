"""Those who keep the site running see what it does behind the scenes."""

from urllib.parse import quote
import pytest
import requests

pytestmark = pytest.mark.journey
PHONE = {"width": 390, "height": 800}
PDF = {"name": "Plan.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.4 plan"}
EMPTY = {"name": "Vide.pdf", "mimeType": "application/pdf", "buffer": b""}


def fits_a_phone(page) -> bool:
    page.set_viewport_size(PHONE)
    return page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


def agenda_item(site) -> str:
    """Path of a point of the demonstration that is still prepared, relative to the site."""
    answer = requests.get(
        f"{site.url}/@search?portal_type={quote('AgendaItem')}&review_state=validated&b_size=1",
        auth=("admin", site.password),
        headers={"Accept": "application/json"},
        timeout=60,
    )
    return answer.json()["items"][0]["@id"].removeprefix(f"{site.url}/")


def test_administrator_sees_jobs_and_mails(visit):
    visitor = visit("admin")
    for name in ("travaux-en-cours", "courriels-sortants"):
        page = visitor.go(f"@@{name}")
        visitor.check_accessible(name)
        assert fits_a_phone(page)
        page.set_viewport_size({"width": 1280, "height": 900})


def test_agent_chooses_notifications_without_scripts(visit):
    visitor = visit("agent", java_script_enabled=False)
    page = visitor.go("@@mes-notifications")
    box = page.get_by_role("checkbox").first
    assert box.is_checked()
    box.uncheck()
    page.get_by_role("button", name="Enregistrer mes choix").click()
    assert page.get_by_text("Vos choix sont enregistrés.").is_visible()
    assert not page.get_by_role("checkbox").first.is_checked()


def test_choice_of_notifications_is_accessible(visit):
    visitor = visit("agent")
    page = visitor.go("@@mes-notifications")
    visitor.check_accessible("mes-notifications")
    assert fits_a_phone(page)


def test_annexes_are_added_and_a_bad_one_explained_without_scripts(visit, site):
    visitor = visit("admin", java_script_enabled=False)
    path = f"{agenda_item(site)}/@@annexes"
    page = visitor.go(path)
    page.get_by_label("Fichier", exact=True).set_input_files(EMPTY)
    page.get_by_role("button", name="Ajouter l'annexe").click()
    page.get_by_role("link", name="est vide").click()
    page.get_by_label("Fichier", exact=True).set_input_files(PDF)
    page.get_by_role("button", name="Ajouter l'annexe").click()
    assert page.get_by_role("link", name="Plan.pdf", exact=True).is_visible()
    scripted = visit("admin")
    page = scripted.go(path)
    scripted.check_accessible("annexes")
    assert fits_a_phone(page)
