"""A citizen files a request, without JavaScript, and an agent treats it to the end."""

import re

ME = {
    "first_name": "Ada",
    "last_name": "Dupont",
    "niss": "85.07.30-033.28",
    "birth_date": "1985-07-30",
    "address.street": "rue Haute",
    "address.number": "12A",
    "address.postcode": "5999",
    "address.locality": "Hautes-Rives",
    "email": "ada@example.org",
}
PNG = b"\x89PNG\r\n\x1a\n" + b"0" * 64


def go_on(page):
    page.get_by_role("button", name="Continuer").click()


def title(page):
    return page.locator("h1").first.inner_text()


def test_a18_a_household_document_from_the_catalogue_to_the_download(visit):
    citizen = visit(java_script_enabled=False)
    page = citizen.go("guichet")
    citizen.photograph("guichet")
    page.get_by_label("Chercher une démarche").fill("ménage")
    page.get_by_role("button", name="Chercher", exact=True).click()
    page.get_by_role("link", name="Composition de ménage").first.click()
    citizen.photograph("demarche")
    page.get_by_role("link", name="Commencer la démarche").click()
    go_on(page)
    assert "Il y a un problème" in page.locator(".ecounter-errors").inner_text()
    page.get_by_label("Pour moi et mon ménage").check()
    go_on(page)
    go_on(page)
    citizen.photograph("erreurs")
    for name, value in ME.items():
        page.locator(f"[name='{name}']").fill(value)
    go_on(page)
    page.get_by_label("Composition de ménage", exact=True).check()
    page.get_by_label("Logement social").check()
    page.get_by_label("Nombre d'exemplaires").fill("1")
    go_on(page)
    page.get_by_label("En ligne, à télécharger").check()
    go_on(page)
    assert title(page) == "Vérifiez vos réponses"
    citizen.photograph("verifiez")
    page.get_by_role("link", name="Modifier Le document").click()
    page.get_by_label("Nombre d'exemplaires").fill("2")
    go_on(page)
    assert title(page) == "Vérifiez vos réponses"
    page.get_by_label("Je déclare que ces renseignements").check()
    page.get_by_label("J'ai compris que la commune").check()
    page.get_by_role("button", name="Envoyer la demande").click()
    assert title(page) == "Votre demande est envoyée"
    citizen.photograph("envoyee")
    number = re.search(r"\d{4}-\d{5}", page.locator("main").first.inner_text()).group()

    treat(visit, number)

    page.get_by_role("link", name="Suivre la demande").click()
    citizen.photograph("suivi")
    with page.expect_download() as download:
        page.get_by_role("link", name=re.compile("^Télécharger Attestation")).click()
    data = download.value.path().read_bytes()
    assert data.startswith((b"%PDF", b"PK"))


def treat(visit, number):
    """The agent takes the request, writes the household, accepts and delivers."""
    agent = visit("agent")
    page = agent.go("guichet/@@file-des-demandes")
    agent.check_accessible("file")
    page.get_by_role("link", name=number).first.click()
    agent.check_accessible("demande")
    actions = page.locator(".actions-form")
    actions.get_by_role("button", name="Prendre en charge").click()
    for name in ("street", "number", "postcode", "locality"):
        page.locator(f"[name='household_address.{name}']").fill(ME[f"address.{name}"])
    page.get_by_role("button", name="Ajouter une ligne").click()
    page.get_by_label("Nom et prénoms").fill("DUPONT Ada")
    page.locator("[name='household_members-0.member_birth']").fill("1985-07-30")
    page.get_by_label("Personne de référence").check()
    page.get_by_role("button", name="Enregistrer les données").click()
    actions.get_by_role("button", name="Accepter").click()
    page.get_by_role("button", name="Générer le document").click()
    page.wait_for_load_state()
    actions.get_by_role("button", name="Délivrer le document").click()
    page.wait_for_load_state()
    assert "Document délivré" in page.locator("main").first.inner_text()
    agent.photograph("demande-delivree")


def test_every_page_of_a_street_report_is_accessible(visit):
    visitor = visit()
    page = visitor.go("guichet")
    visitor.check_accessible("guichet")
    page = visitor.go("guichet/signalement-voirie")
    visitor.check_accessible("signalement")
    page.get_by_role("link", name="Commencer la démarche").click()
    visitor.check_accessible("categorie")
    go_on(page)
    visitor.check_accessible("categorie-erreurs")
    page.get_by_label("Propreté").check()
    go_on(page)
    page.get_by_label("Dépôt clandestin").check()
    page.get_by_label("Décrivez ce que vous avez vu").fill("Des sacs noirs.")
    visitor.check_accessible("probleme")
    go_on(page)
    go_on(page)
    visitor.check_accessible("lieu-erreurs")
    page.locator("[name='place.street']").fill("rue Haute")
    page.locator("[name='place.postcode']").fill("5999")
    page.locator("[name='place.locality']").fill("Hautes-Rives")
    go_on(page)
    page.locator("input[type=file]").set_input_files(
        {"name": "photo.png", "mimeType": "image/png", "buffer": PNG}
    )
    visitor.check_accessible("photos")
    go_on(page)
    page.get_by_label("Non, le signalement reste anonyme").check()
    go_on(page)
    visitor.check_accessible("verifiez")
    page.get_by_label("Je fais ce signalement de bonne foi").check()
    page.get_by_role("button", name="Envoyer la demande").click()
    visitor.check_accessible("envoyee")
    code = page.locator(".ecounter-code").inner_text()
    other = visit()
    page = other.go("guichet/suivi")
    other.check_accessible("code")
    page.get_by_label("Code de suivi").fill(code.lower())
    page.get_by_role("button", name="Ouvrir la demande").click()
    assert "Signaler un problème en rue" in title(page)
    other.check_accessible("suivi")


def test_a_member_sees_her_requests(visit):
    citizen = visit("citoyen")
    citizen.go("guichet/mes-demandes")
    citizen.check_accessible("mes-demandes")
    page = citizen.page
    page.get_by_role("link", name=re.compile("Composition de ménage 2")).first.click()
    citizen.check_accessible("ma-demande")
