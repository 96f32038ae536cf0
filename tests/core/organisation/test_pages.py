"""Pages of the organisation: as anonymous, the wrong user and the right one."""

from datetime import date
from html import unescape
from imio.platform.core.organisation import directory
from imio.platform.core.organisation import membership
from plone import api
from plone.testing.zope import Browser
from tests.core.organisation.builders import account
from tests.core.organisation.builders import mandate
from tests.core.organisation.builders import organisation
from tests.core.organisation.builders import person
from tests.core.organisation.builders import service
import pytest
import transaction

PASSWORD = "Commune-2026!"


@pytest.fixture
def commune(functional):
    portal = functional["portal"]
    root = organisation(portal)
    works = service(root, "Travaux")
    service(works, "Voirie")
    for user_id, name in (
        ("agent", "Ana Ribeiro"),
        ("citoyen", "Camille Petit"),
        ("gestionnaire", "Nathalie Wauters"),
        ("webmestre", "Émilie Fontaine"),
    ):
        account(user_id, name)
    elected = person(root, "Claire", "Lambert", private_phone="+32 470 11 22 33")
    mandate(elected, "echevin", date(2024, 12, 2), body="college")
    with api.env.adopt_roles(["Manager"]):
        api.group.add_user(groupname="commune-managers", username="gestionnaire")
        api.group.add_user(groupname="webmasters", username="webmestre")
        membership.grant(works.UID(), "agent", "agent")
        api.content.transition(elected, "publish")
        person(root, "Kevin", "Leroy", "M", user_id="agent")
    transaction.commit()
    return portal


@pytest.fixture
def browse(functional, commune):
    def browse(user="", handle_errors=True):
        browser = Browser(functional["app"])
        browser.handleErrors = handle_errors
        browser.raiseHttpErrors = False
        if user:
            browser.addHeader("Authorization", f"Basic {user}:{PASSWORD}")
        return browser

    return browse


def text(browser):
    """The page's source; transforms write accents as character references."""
    return unescape(browser.contents)


def url(commune, path=""):
    return f"{commune.organisation.absolute_url()}{path}"


def test_visitor_reads_the_services_and_the_elected(commune, browse):
    browser = browse()
    browser.open(url(commune))
    assert "Voirie" in text(browser)
    assert "Claire Lambert" in text(browser)
    assert "Échevine" in text(browser)
    assert "@@functions" not in text(browser)
    assert "Kevin Leroy" not in text(browser)


def test_visitor_reads_a_person_without_private_data(commune, browse):
    browser = browse()
    browser.open(url(commune, "/claire-lambert"))
    assert "depuis le" in text(browser)
    assert "470 11 22 33" not in text(browser)
    browser = browse("gestionnaire")
    browser.open(url(commune, "/claire-lambert"))
    assert "470 11 22 33" in text(browser)


def test_internal_person_is_for_the_staff(commune, browse):
    for user, shown in (("", False), ("citoyen", False), ("agent", True)):
        browser = browse(user)
        browser.open(url(commune, "/kevin-leroy"))
        assert ("Kevin Leroy" in text(browser)) is shown, user


@pytest.mark.parametrize("user", ["", "citoyen", "agent", "webmestre"])
@pytest.mark.parametrize("path", ["/@@functions", "/travaux/@@functions", "/@@words"])
def test_functions_are_closed_to_those_who_do_not_manage_them(
    commune, browse, user, path
):
    browser = browse(user)
    browser.open(url(commune, path))
    assert "service par service" not in text(browser)
    assert "after:list" not in text(browser)
    assert "Fonctions, organes" not in text(browser)


def test_manager_sees_who_does_what_in_every_service(commune, browse):
    browser = browse("gestionnaire")
    browser.open(url(commune, "/@@functions"))
    assert "Ana Ribeiro" in text(browser)
    assert "Personne pour le moment" in text(browser)


def test_manager_gives_a_function_to_somebody_found_by_name(commune, browse):
    browser = browse("gestionnaire")
    browser.open(url(commune, "/travaux/@@functions?q=petit"))
    box = browser.getControl(name="after:list")
    box.getControl(value="citoyen|reader").selected = True
    browser.getControl("Enregistrer les fonctions").click()
    assert "Un changement est enregistré." in text(browser)
    transaction.begin()
    uid = commune.organisation.travaux.UID()
    assert membership.members(uid, "reader") == ["citoyen"]
    assert membership.members(uid, "agent") == ["agent"]


def test_manager_takes_a_function_back(commune, browse):
    browser = browse("gestionnaire")
    browser.open(url(commune, "/travaux/@@functions"))
    browser.getControl(name="after:list").getControl(
        value="agent|agent"
    ).selected = False
    browser.getControl("Enregistrer les fonctions").click()
    transaction.begin()
    assert membership.members(commune.organisation.travaux.UID(), "agent") == []


def test_two_managers_change_only_what_each_touched(commune, browse):
    browser = browse("gestionnaire")
    browser.open(url(commune, "/travaux/@@functions"))
    uid = commune.organisation.travaux.UID()
    membership.grant(uid, "editor", "agent")
    transaction.commit()
    browser.getControl(name="after:list").getControl(
        value="agent|manager"
    ).selected = True
    browser.getControl("Enregistrer les fonctions").click()
    transaction.begin()
    assert membership.members(uid, "editor") == ["agent"]
    assert membership.members(uid, "manager") == ["agent"]


def test_form_of_another_site_changes_nothing(commune, browse):
    browser = browse("gestionnaire")
    browser.post(url(commune, "/travaux/@@functions"), "after:list=citoyen|manager")
    transaction.begin()
    assert membership.members(commune.organisation.travaux.UID(), "manager") == []


@pytest.mark.parametrize(
    "query, note",
    [("z", "au moins deux lettres"), ("zzzz", "Aucune autre personne")],
)
def test_search_without_result_says_what_to_do(commune, browse, query, note):
    browser = browse("gestionnaire")
    browser.open(url(commune, f"/travaux/@@functions?q={query}"))
    assert note in text(browser)


def test_removal_of_a_service_in_use_is_refused_with_the_reason(commune, browse):
    browser = browse("gestionnaire")
    browser.open(url(commune, "/travaux/delete_confirmation"))
    assert "ne peut pas être supprimé" in text(browser)
    assert "contient des sous-services" in text(browser)


def test_removal_of_the_organisation_says_which_service_is_in_use(commune, browse):
    with api.env.adopt_roles(["Manager"]):
        api.user.grant_roles(username="gestionnaire", roles=["Site Administrator"])
    transaction.commit()
    browser = browse("gestionnaire")
    browser.open(url(commune, "/delete_confirmation"))
    browser.getControl(name="form.buttons.Delete").click()
    assert "Ce n'est pas possible" in text(browser)
    assert "contient des sous-services" in text(browser)
    assert browser.headers["status"].startswith("409")
    transaction.begin()
    assert "organisation" in commune


def test_mandate_dates_are_refused_next_to_the_field(commune, browse):
    browser = browse("gestionnaire")
    browser.open(url(commune, "/claire-lambert/++add++Mandate"))
    browser.getControl(name="form.widgets.office:list").value = ["bourgmestre"]
    browser.getControl(name="form.widgets.start").value = "2026-02-01"
    browser.getControl(name="form.widgets.end").value = "2026-01-01"
    browser.getControl(name="form.buttons.save").click()
    assert "La date de fin précède la date de début." in text(browser)
    field = text(browser).index('id="formfield-form-widgets-end"')
    following = text(browser).index('id="formfield-form-widgets-is_interim"')
    assert "précède" in text(browser)[field:following]


def test_manager_adds_a_function_to_the_words(commune, browse):
    browser = browse("gestionnaire")
    browser.open(url(commune, "/@@words"))
    form = browser.getForm(index=_form_of(browser, "new-functions"))
    form.getControl(name="new").value = "Archiviste"
    form.submit()
    assert "C'est enregistré." in text(browser)
    transaction.begin()
    assert "archiviste" in directory.functions()


def test_word_in_use_stays_and_says_so(commune, browse):
    browser = browse("gestionnaire")
    browser.open(url(commune, "/@@words"))
    form = browser.getForm(index=_form_of(browser, "new-functions"))
    form.getControl(name="remove:list").getControl(value="agent").selected = True
    form.submit()
    assert "« Agent » est encore utilisé : il reste." in text(browser)
    transaction.begin()
    assert "agent" in directory.functions()


def _form_of(browser, element_id):
    """Rank of the form that holds the element of this id."""
    before = browser.contents[: browser.contents.index(f'id="{element_id}"')]
    return before.count("<form") - 1


def test_account_of_somebody_else_is_refused_next_to_the_field(commune, browse):
    browser = browse("gestionnaire")
    browser.open(url(commune, "/claire-lambert/edit"))
    browser.getControl(name="form.widgets.user_id").value = "agent"
    browser.getControl(name="form.buttons.save").click()
    assert "Ce compte est déjà celui de Kevin Leroy." in text(browser)
    assert browser.getControl(name="form.widgets.user_id").value == "agent"
    transaction.begin()
    assert commune.organisation["claire-lambert"].user_id is None


def test_person_keeps_the_account_that_is_theirs(commune, browse):
    browser = browse("gestionnaire")
    browser.open(url(commune, "/kevin-leroy/edit"))
    browser.getControl(name="form.widgets.phone").value = "081 00 00 00"
    browser.getControl(name="form.buttons.save").click()
    transaction.begin()
    kevin = commune.organisation["kevin-leroy"]
    assert (kevin.phone, kevin.user_id) == ("081 00 00 00", "agent")


def test_second_sheet_of_a_person_is_told_to_the_manager_only(commune, browse):
    person(commune.organisation, "claire", "lambert")
    transaction.commit()
    told = "Une autre fiche porte ce nom"
    for user, shown in (("gestionnaire", True), ("agent", False), ("", False)):
        browser = browse(user)
        browser.open(url(commune, "/claire-lambert"))
        assert (told in text(browser)) is shown, user
    browser = browse("gestionnaire")
    browser.open(url(commune, "/kevin-leroy"))
    assert told not in text(browser)


@pytest.mark.parametrize(
    "path, title",
    [
        ("/@@functions", "Les fonctions dans les services"),
        ("/travaux/@@functions", "Fonctions du service Travaux"),
        ("/@@words", "Fonctions, organes et titres"),
        ("/travaux/delete_confirmation", "Suppression d'un service"),
    ],
)
def test_the_window_is_named_after_the_page(commune, browse, path, title):
    browser = browse("gestionnaire")
    browser.open(url(commune, path))
    assert browser.title.startswith(title)
