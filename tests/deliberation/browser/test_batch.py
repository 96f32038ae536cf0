"""Several points at once: what moved, and why the others did not."""

from html import unescape
from imio.platform.deliberation.records.agenda import item_uids
from imio.platform.deliberation.workflow.advices import ask_finance_if_due
from plone import api
from tests.deliberation import builders
from tests.deliberation.publishing import is_refused
from tests.deliberation.publishing import status
from tests.deliberation.publishing import visit
import pytest
import transaction


@pytest.fixture
def scene(functional):
    hall = builders.town_hall(functional["portal"])
    hall.college.finance_service = hall.services["Population"]
    meeting = builders.meeting(hall)
    good = builders.validated(hall, "Trottoir")
    held = builders.validated(hall, "Chaudière")
    held.financial_amount = 50000
    assert ask_finance_if_due(held) is not None
    transaction.commit()
    return {
        "app": functional["app"],
        "hall": hall,
        "meeting": meeting,
        "good": good,
        "held": held,
    }


def text(page) -> str:
    return " ".join(unescape(page.contents).split())


def agenda(scene):
    url = f"{scene['meeting'].absolute_url()}/@@agenda"
    return visit(scene["app"], url, "secretaire")


def test_several_points_are_presented_and_the_refused_one_says_why(scene):
    page = agenda(scene)
    page.getControl(name="items").value = [scene["held"].UID(), scene["good"].UID()]
    page.getControl(name="present").click()
    assert status(page) == 200
    assert "1 point(s) à l'ordre du jour" in text(page)
    assert "« Chaudière » : L'avis obligatoire du service Population" in text(page)
    transaction.begin()
    assert item_uids(scene["meeting"]) == [scene["good"].UID()]
    assert api.content.get_state(scene["held"]) == "validated"


def test_a_choice_that_is_refused_whole_changes_nothing(scene):
    page = agenda(scene)
    page.getControl(name="items").value = [scene["held"].UID()]
    page.getControl(name="present").click()
    assert status(page) == 400
    assert "L'avis obligatoire" in text(page)


def test_a_head_validates_several_points_of_the_service(scene):
    hall = scene["hall"]
    drafts = [builders.item(hall, title) for title in ("Un", "Deux")]
    builders.play(drafts[0], "submit")
    builders.play(drafts[1], "submit")
    transaction.commit()
    page = visit(scene["app"], hall.college.absolute_url(), "chef-travaux")
    page.getControl(name="items").value = [one.UID() for one in drafts]
    page.getControl("Valider").click()
    assert "2 point(s) validés" in text(page)
    transaction.begin()
    assert {api.content.get_state(one) for one in drafts} == {"validated"}


def test_an_agent_submits_several_drafts_and_is_told_of_the_empty_one(scene):
    hall = scene["hall"]
    full = builders.item(hall, "Complet")
    empty = builders.item(hall, "Vide", decision=None)
    transaction.commit()
    page = visit(scene["app"], hall.college.absolute_url(), "agent-travaux")
    page.getControl(name="items").value = [full.UID(), empty.UID()]
    page.getControl("Soumettre").click()
    assert "1 point(s) soumis" in text(page)
    assert "« Vide » : Le texte de la décision proposée est vide." in text(page)
    transaction.begin()
    assert api.content.get_state(full) == "in_validation"
    assert api.content.get_state(empty) == "draft"


def test_an_empty_choice_is_said(scene):
    builders.item(scene["hall"], "Complet")
    transaction.commit()
    url = scene["hall"].college.absolute_url()
    page = visit(scene["app"], url, "agent-travaux")
    page.getControl("Soumettre").click()
    assert "Choisissez au moins un point" in text(page)


def test_nobody_moves_the_points_of_others(scene):
    hall = scene["hall"]
    item = builders.item(hall, "Secret")
    builders.play(item, "submit")
    transaction.commit()
    college = hall.college.absolute_url()
    for user in ("", "citoyen", "agent-population", "echevin"):
        page = visit(scene["app"], college, user)
        assert "@@points-batch" not in page.contents, user
        page.post(
            f"{college}/@@points-batch",
            f"action=validate&items={item.UID()}",
        )
        assert "Secret" not in text(page) or is_refused(page), user
    transaction.begin()
    assert api.content.get_state(item) == "in_validation"
