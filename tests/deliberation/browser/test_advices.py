"""Advices on pages and services, as each kind of reader."""

from decimal import Decimal
from html import unescape
from imio.platform.deliberation.content.advice import advices_of
from imio.platform.deliberation.work.sources import ToAdvise
from imio.platform.deliberation.workflow import advices
from imio.platform.deliberation.workflow.advice_wording import advice_sentences
from plone import api
from tests.deliberation import builders
from tests.deliberation.publishing import browser
from tests.deliberation.publishing import call
from tests.deliberation.publishing import is_refused
from tests.deliberation.publishing import status
from tests.deliberation.publishing import visit
from tests.deliberation.workflow.test_advices import answer
from tests.deliberation.workflow.test_advices import FILE
from tests.deliberation.workflow.test_advices import with_finances
import pytest
import transaction

CANARY = "Zarbiflore"


@pytest.fixture
def scene(functional):
    hall = builders.town_hall(functional["portal"])
    with_finances(hall)
    item = builders.item(hall, "Voirie", financial_amount=Decimal(48000))
    builders.play(item, "submit")
    advice = advices_of(item)[0]
    advice.text = builders.rich(CANARY)
    transaction.commit()
    return {"app": functional["app"], "hall": hall, "item": item, "advice": advice}


def test_the_item_page_tells_who_answers_and_until_when(scene):
    page = visit(scene["app"], scene["item"].absolute_url(), "chef-travaux").contents
    assert "Le service Finances rend son avis, au plus tard le" in page
    assert "48 000,00 €" in unescape(page).replace("\N{NO-BREAK SPACE}", " ")
    assert "L'avis obligatoire du service Finances" in page
    assert CANARY not in page
    assert "@@ask-advice" in page


def test_the_pages_of_an_advice_are_for_its_readers(scene):
    url = scene["advice"].absolute_url()
    for user in ("", "citoyen", "agent-population", "urbaniste"):
        assert is_refused(visit(scene["app"], f"{url}/view", user)), user
        assert is_refused(visit(scene["app"], f"{url}/@@give", user)), user
    asker = visit(scene["app"], f"{url}/view", "agent-travaux")
    assert status(asker) == 200
    assert CANARY not in asker.contents
    assert is_refused(visit(scene["app"], f"{url}/@@give", "agent-travaux"))
    assert CANARY in visit(scene["app"], f"{url}/view", "directeur").contents


def test_asking_is_for_those_who_see_the_point(scene):
    url = f"{scene['item'].absolute_url()}/@@ask-advice"
    for user in ("", "citoyen", "agent-population", "directeur", "secretaire"):
        assert is_refused(visit(scene["app"], url, user)), user
    assert status(visit(scene["app"], url, "agent-travaux")) == 200


def test_the_adviser_gives_the_advice_without_script(scene):
    page = browser(scene["app"], "directeur")
    page.open(f"{scene['advice'].absolute_url()}/@@give")
    page.getControl("Rendre l'avis").click()
    assert "Choisissez d'abord l'avis" in page.contents
    page.getControl(name="form.widgets.opinion:list").value = ["favorable"]
    page.getControl("Rendre l'avis").click()
    transaction.begin()
    assert api.content.get_state(scene["advice"]) == "given"
    assert scene["advice"].given_by == "directeur"


def test_giving_is_the_main_button_and_the_draft_the_other(scene):
    page = browser(scene["app"], "directeur")
    page.open(f"{scene['advice'].absolute_url()}/@@give")
    styles = {
        control.value: page.getControl(control.value)._elem.attrs["class"]
        for control in (
            page.getControl("Rendre l'avis"),
            page.getControl("Garder comme brouillon"),
        )
    }
    assert "btn-primary" in styles["Rendre l'avis"]
    assert "btn-secondary" not in styles["Rendre l'avis"]
    assert "btn-secondary" in styles["Garder comme brouillon"]
    page.getControl("Garder comme brouillon").click()
    transaction.begin()
    assert api.content.get_state(scene["advice"]) == "in_preparation"


def test_an_urgent_request_without_motive_is_refused_next_to_its_field(scene):
    page = browser(scene["app"], "agent-travaux")
    page.open(f"{scene['item'].absolute_url()}/@@ask-advice")
    urbanism = scene["hall"].services["Urbanisme"]
    page.getControl(name="form.widgets.service:list").value = [urbanism]
    page.getControl(name="form.widgets.delay:list").value = ["urgent"]
    page.getControl("Demander l'avis").click()
    assert "expliquez pourquoi 5 jours" in page.contents
    page.getControl(name="form.widgets.motive").value = "Péril"
    page.getControl("Demander l'avis").click()
    transaction.begin()
    assert [one.urgency_motive for one in advices_of(scene["item"])] == ["", "Péril"]


def test_rest_lists_asks_and_gives(scene):
    url = f"{scene['item'].absolute_url()}/@advices"
    body = {"service": scene["hall"].services["Urbanisme"]}
    for user in ("", "citoyen", "agent-population"):
        assert call(url, user=user)[0] in (401, 403), user
        assert call(url, "POST", body, user)[0] in (401, 403), user
    assert call(url, "POST", body, "secretaire")[0] == 403
    assert call(url, "POST", {"service": "x"}, "agent-travaux")[0] == 400
    code, found = call(url, "POST", body, "agent-travaux")
    assert code == 201
    assert [one["service"] for one in found["items"]] == ["Finances", "Urbanisme"]
    assert CANARY not in str(found)
    one = f"{scene['advice'].absolute_url()}/@advice"
    given = {"opinion": "favorable", "text": f"<p>{CANARY}</p>", "give": True}
    assert call(one, "PATCH", given, "agent-travaux")[0] in (401, 403)
    assert call(one, "PATCH", {"opinion": "peut-être"}, "directeur")[0] == 400
    assert call(one, "PATCH", given, "directeur")[1]["state"] == "given"


def test_rest_content_hides_drafts_and_amounts(scene):
    code, found = call(scene["advice"].absolute_url(), user="agent-travaux")
    assert code == 200
    assert CANARY not in str(found)
    assert call(scene["advice"].absolute_url(), user="agent-population")[0] in (
        401,
        403,
    )
    _code, item = call(scene["item"].absolute_url(), user="directeur")
    assert "48000" in str(item["financial_amount"])


def test_my_work_lists_the_advices_to_give(scene):
    portal = api.portal.get()
    builders.forget_roles()
    for user, titles in (("directeur", ["Voirie"]), ("agent-travaux", [])):
        with api.env.adopt_user(user):
            work = list(ToAdvise(portal, portal.REQUEST).items())
        assert [one.title for one in work] == titles, user
        assert all(one.due for one in work)


def test_g9_the_deliberation_says_that_no_advice_was_given_in_time(functional):
    hall = builders.town_hall(functional["portal"])
    with_finances(hall)
    with builders.at(FILE):
        silent = builders.item(hall, financial_amount=Decimal("30000.01"))
        builders.play(silent, "submit")
        given = builders.item(hall, financial_amount=Decimal(40000))
        builders.play(given, "submit")
        answer(advices_of(given)[0])
        small = builders.item(hall, financial_amount=Decimal(29999))
        hidden = builders.item(hall)
        advices.ask(hidden, hall.services["Urbanisme"]).is_confidential = True
        answer(advices_of(hidden)[0])
    assert "n'a pas été rendu dans le délai" in advice_sentences(silent)[0]
    assert "favorable, remis le 23 avril 2026" in advice_sentences(given)[0]
    assert "n'est pas obligatoire" in advice_sentences(small)[0]
    assert advice_sentences(hidden) == ()
