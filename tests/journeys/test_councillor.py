"""An elected member prepares a council on a phone, without JavaScript."""

from io import BytesIO
from pypdf import PdfReader
import pytest

pytestmark = pytest.mark.journey

PHONE = {"width": 390, "height": 844}
NOTE = "Demander le coût des marquages."


def is_within_the_screen(page) -> bool:
    root = "document.documentElement"
    return page.evaluate(f"{root}.scrollWidth <= {root}.clientWidth")


def test_a_councillor_reads_annotates_answers_and_takes_the_file_along(visit):
    reader = visit("conseillere", viewport=PHONE, java_script_enabled=False)
    page = reader.go("@@mon-espace-mandataire")
    main = page.locator("main")
    assert "Conseil communal" in main.inner_text()
    assert "Collège communal" not in main.inner_text()
    assert is_within_the_screen(page)

    page.get_by_role("link", name="Ouvrir le dossier").first.click()
    assert is_within_the_screen(page)
    page.locator(".deliberation-file a").nth(1).click()
    page.locator("#note").fill(NOTE)
    page.get_by_role("button", name="Garder mon annotation").click()
    assert page.locator("#note").input_value() == NOTE
    assert is_within_the_screen(page)
    page.get_by_role("button", name="Marquer comme lu et passer au suivant").click()
    page.locator(".deliberation a").first.click()
    assert page.locator(".deliberation-read").count() == 1

    page.get_by_role("link", name="Annoncer ma présence").click()
    page.get_by_label("Je m'excuse").check()
    page.get_by_role("button", name="Envoyer ma réponse").click()
    assert "Je m'excuse" in page.locator("main").inner_text()
    meeting = page.url.partition("/@@")[0]

    page.get_by_role("link", name="Tout en un PDF").click()
    page.get_by_label("Y mettre aussi mes annotations").check()
    page.get_by_role("button", name="Préparer mon dossier").click()
    ready = page.get_by_role("link", name="Télécharger le dossier")
    for _attempt in range(60):
        if ready.count():
            break
        page.wait_for_timeout(1000)
        page.goto(f"{meeting}/@@dossier-pdf")
    answer = page.request.get(ready.get_attribute("href"))
    pages = PdfReader(BytesIO(answer.body())).pages
    text = " ".join(one.extract_text() for one in pages)
    assert NOTE in text
    assert f"page {len(pages)} / {len(pages)}" in text

    secretary = visit("secretaire", java_script_enabled=False)
    secretary.page.goto(f"{meeting}/@@presence")
    told = secretary.page.locator("main").inner_text()
    assert "A annoncé" in told
    assert NOTE not in told


def test_the_councillors_pages_are_accessible(visit):
    reader = visit("conseillere", viewport=PHONE)
    reader.go("@@mon-espace-mandataire")
    reader.check_accessible("space")
    reader.page.get_by_role("link", name="Ouvrir le dossier").first.click()
    reader.check_accessible("file")
    meeting = reader.page.url.partition("/@@")[0]
    reader.page.locator(".deliberation-file a").first.click()
    reader.check_accessible("point")
    for name in ("ma-presence", "dossier-pdf"):
        reader.page.goto(f"{meeting}/@@{name}")
        reader.check_accessible(name)
    reader.go("@@mes-annotations")
    reader.check_accessible("notes")
