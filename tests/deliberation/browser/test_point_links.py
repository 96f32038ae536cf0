"""Links between points, and sending to another body, as each kind of visitor."""

from html import unescape
from imio.platform.deliberation.workflow.sending import copy_in
from plone import api
from tests.deliberation import builders
from tests.deliberation.publishing import call
from tests.deliberation.publishing import is_refused
from tests.deliberation.publishing import status
from tests.deliberation.publishing import visit
from tests.deliberation.workflow.test_following import put
import pytest
import transaction

CANARY = "Zarbiflore"


@pytest.fixture
def scene(functional):
    """A point of the college adopted and sent, closed in the council."""
    hall = builders.town_hall(functional["portal"])
    item = builders.item(
        hall,
        "Taxe",
        target_bodies=[hall.council.UID()],
        target_closed=True,
        target_title=f"Taxe {CANARY}",
    )
    put(hall, "adopted", item)
    transaction.commit()
    return {"app": functional["app"], "hall": hall, "item": item}


def text(page) -> str:
    return " ".join(unescape(page.contents).split())


def test_g17_service_and_secretariat_follow_the_links_both_ways(scene):
    item = scene["item"]
    made = copy_in(item, scene["hall"].council)
    for user in ("agent-travaux", "secretaire"):
        page = visit(scene["app"], item.absolute_url(), user)
        assert "Envoi à un autre organe" in text(page), user
        assert made.absolute_url() in text(page), user
        back = visit(scene["app"], made.absolute_url(), user)
        assert "Envoyé par un autre organe" in text(back), user
        assert item.absolute_url() in text(back), user


def test_g17_the_closed_copy_is_named_to_nobody_else(scene):
    url = scene["item"].absolute_url()
    for user in ("", "citoyen", "agent-population", "echevin"):
        assert CANARY not in visit(scene["app"], url, user).contents, user
        code, answer = call(url, user=user)
        assert CANARY not in str(answer), user
        assert "target_title" not in str(answer), user


def test_g17_sending_is_for_the_secretariat(scene):
    url = scene["item"].absolute_url()
    body = {"body": "conseil"}
    for user in ("", "citoyen", "agent-travaux", "echevin"):
        assert call(f"{url}/@send", "POST", body, user)[0] in (401, 403), user
        assert is_refused(visit(scene["app"], f"{url}/@@send", user)), user
    code, answer = call(f"{url}/@send", "POST", body, "secretaire")
    assert code == 409
    assert "seconde fois" in answer["message"]
    code, answer = call(f"{url}/@send", "POST", {"body": "x"}, "secretaire")
    assert code == 400
    assert "destinataire" in answer["message"]


def test_g17_what_was_not_sent_at_the_decision_is_sent_by_a_button(scene):
    item = scene["item"]
    with api.env.adopt_roles(["Manager"]):
        api.content.delete(copy_in(item, scene["hall"].council))
    transaction.commit()
    page = visit(scene["app"], item.absolute_url(), "agent-travaux")
    assert "Envoyer maintenant" not in text(page)
    page = visit(scene["app"], item.absolute_url(), "secretaire")
    form = page.getForm(action=f"{item.absolute_url()}/@@send")
    form.submit()
    assert status(page) == 200
    assert "Le point est envoyé" in text(page)
    transaction.begin()
    assert copy_in(item, scene["hall"].council) is not None


def test_g17_the_form_refused_twice_shows_the_sentence_on_the_point(scene):
    item = scene["item"]
    made = copy_in(item, scene["hall"].council)
    with api.env.adopt_roles(["Manager"]):
        api.content.delete(made)
    transaction.commit()
    first = visit(scene["app"], item.absolute_url(), "secretaire")
    second = visit(scene["app"], item.absolute_url(), "secretaire")
    for page in (first, second):
        page.getForm(action=f"{item.absolute_url()}/@@send").submit()
    assert status(second) == 409
    assert "seconde fois" in text(second)


def test_g17_the_service_chooses_the_council_in_the_form(scene):
    url = f"{scene['hall'].college.absolute_url()}/@@add-point"
    page = visit(scene["app"], url, "agent-travaux")
    page.getControl(name="form.widgets.title").value = "Bancs"
    page.getControl("Conseil communal").selected = True
    page.getControl(name="form.buttons.save").click()
    assert status(page) == 200
    assert "Le texte à proposer à l'autre organe est vide" in text(page)


def test_g18_the_links_are_read_by_the_api(scene):
    code, answer = call(scene["item"].absolute_url(), user="agent-travaux")
    (link,) = answer["links"]
    assert link["direction"] == "successor"
    assert link["kind"] == "sent"
    assert link["body"] == "Conseil communal"
