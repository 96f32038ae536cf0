"""What is due is shown, then erased for good, and nothing else is."""

from datetime import timedelta
from plone import api
from tests.ecounter.conftest import PASSWORD
from tests.ecounter.test_journey import fill_household
from tests.ecounter.test_journey import requests_of
from tests.ecounter.test_journey import start_household
from tests.ecounter.test_journey import visit
from tests.ecounter.test_treatment import press
import pytest
import transaction


@pytest.fixture
def closed(served):
    """A request refused to a member long ago, with her words and the agent's."""
    citizen = start_household(visit(served, "citoyen"), served)
    citizen = fill_household(visit(served, "citoyen"), served)
    citizen.send({"truth": "1", "privacy": "1"})
    (brain,) = [each for each in requests_of(served) if each.request_number]
    agent = visit(served, "agent").open(brain.getURL())
    press(agent, "take")
    press(agent, "refuse", comment="Ada Dupont habite ailleurs.")
    transaction.begin()
    filed = brain._unrestrictedGetObject()
    filed.closed_at -= timedelta(days=400)
    transaction.commit()
    return filed


@pytest.fixture
def manager(served):
    with api.env.adopt_roles(["Manager"]):
        api.user.create(email="m@example.be", username="dpo", password=PASSWORD)
        api.user.grant_roles(username="dpo", roles=["Procedure Manager"])
    transaction.commit()
    return visit(served, "dpo").open(f"{served.counter.absolute_url()}/@@conservation")


ERASE = {"form": ".ecounter-erase", "button": ("action", "erase")}


def remains(filed):
    """Everything the database keeps of the request, as text."""
    return repr(
        [
            dict(filed.answers),
            dict(filed.applicant),
            dict(filed.computed),
            dict(getattr(filed, "internal_answers", {})),
            list(filed.history),
            {name: filed.workflow_history[name] for name in filed.workflow_history},
            filed.title,
            filed.digest,
            filed.decision_reason,
            filed.creators,
            filed.objectIds(),
        ]
    )


def test_a13_what_is_due_is_shown_without_the_person_and_then_erased(
    served, closed, manager
):
    number, address = closed.number, closed.absolute_url()
    before = len(requests_of(served))
    assert number in manager.text
    assert "Dupont" not in manager.text and "citoyen" not in manager.text
    manager.send({}, **ERASE)
    assert "Cochez la case" in manager.page.get_text()
    manager.send({"sure": "1"}, **ERASE)
    transaction.begin()
    words = remains(closed)
    for secret in ("Dupont", "Ada", "citoyen", "85073003328", "ada@", "habite"):
        assert secret not in words, words
    assert api.content.get_state(closed) == "refused"
    assert closed.number == number
    assert len(requests_of(served)) == before
    manager.open(manager.url)
    assert "Rien n'est échu" in manager.text
    assert "demandes rendues anonymes, 1" in manager.text
    agent = visit(served, "agent").open(address)
    assert "ont été effacées le" in agent.text
    citizen = visit(served, "citoyen")
    citizen.open(f"{served.counter.absolute_url()}/mes-demandes")
    assert number not in citizen.text
    citizen.open(f"{served.counter.absolute_url()}/demande/{closed.uid}")
    assert number not in citizen.text


def test_a13_a_held_request_is_kept_until_it_is_released(served, closed, manager):
    form = "form:has(button[value=hold])"
    manager.send({"reason": ""}, form=form, button=("action", "hold"))
    assert "Écrivez pourquoi" in manager.page.get_text()
    manager.send({"reason": "Recours"}, form=form, button=("action", "hold"))
    assert "Conservées malgré l'échéance" in manager.text
    assert manager.page.select_one(".ecounter-erase") is None
    url = manager.url
    token = manager.page.select_one("[name=_authenticator]")["value"]
    manager.post(url, {"_authenticator": token, "action": "erase", "sure": "1"})
    transaction.begin()
    assert closed.applicant["name"] == "Ada Dupont"
    manager.open(url).send(
        {}, form="form:has(button[value=release])", button=("action", "release")
    )
    assert closed.number in manager.text
    assert manager.page.select_one(".ecounter-erase") is not None


def test_a13_a_forgotten_draft_is_deleted_and_a_recent_one_is_not(served, manager):
    start_household(visit(served), served)
    start_household(visit(served), served)
    transaction.begin()
    old, recent = [each._unrestrictedGetObject() for each in requests_of(served)]
    old.setModificationDate(old.modified() - 40)
    transaction.commit()
    manager.open(manager.url)
    assert "Suppression du brouillon" in manager.text
    manager.send({"sure": "1"}, **ERASE)
    transaction.begin()
    assert [each.UID for each in requests_of(served)] == [recent.UID()]


@pytest.mark.parametrize("login", ["", "citoyen", "agent", "chef"])
def test_others_neither_see_nor_erase(served, closed, login):
    other = visit(served, login)
    url = f"{served.counter.absolute_url()}/@@conservation"
    other.open(url)
    assert closed.number not in other.text
    other.post(url, {"action": "erase", "sure": "1"})
    transaction.begin()
    assert closed.applicant["name"] == "Ada Dupont"
