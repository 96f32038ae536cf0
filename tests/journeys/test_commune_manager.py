"""The commune's manager gives a function, without JavaScript."""


def test_commune_manager_gives_a_function_to_a_colleague(visit):
    manager = visit("secretaire", java_script_enabled=False)
    page = manager.go("organisation/@@functions")
    manager.photograph("functions-overview")
    page.get_by_role("link", name="Urbanisme").first.click()

    page.get_by_label("Ajouter une personne").fill("Ribeiro")
    page.get_by_role("button", name="Chercher", exact=True).click()
    group = page.get_by_role("group", name="Ana Ribeiro")
    group.get_by_label("Lecteur").check()
    page.get_by_role("button", name="Enregistrer les fonctions").click()

    assert page.get_by_text("Un changement est enregistré.").is_visible()
    held = page.get_by_role("group", name="Ana Ribeiro").get_by_label("Lecteur")
    assert held.is_checked()

    held.uncheck()
    page.get_by_role("button", name="Enregistrer les fonctions").click()
    assert page.get_by_text("Personne n'a encore de fonction").is_visible()


def test_pages_of_the_organisation_are_accessible(visit):
    manager = visit("secretaire")
    for path in (
        "organisation",
        "organisation/@@functions",
        "organisation/travaux/@@functions",
        "organisation/claire-lambert",
    ):
        manager.go(path)
        manager.check_accessible(path.replace("/", "-").replace("@@", ""))


def test_agent_is_not_shown_who_may_do_what(visit):
    agent = visit("agent")
    agent.page.goto(f"{agent.url}/organisation/@@functions")
    assert "Qui fait quoi" not in agent.page.content()
