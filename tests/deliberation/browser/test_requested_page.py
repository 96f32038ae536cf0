"""The form and the pages of a meeting asked for by members, or held at a distance."""

from tests.deliberation import builders
from tests.deliberation import convoking
from tests.deliberation.browser.test_agenda_page import said
from tests.deliberation.publishing import call
from tests.deliberation.publishing import visit
from tests.deliberation.workflow.test_requested import REMOTE
import pytest
import transaction


@pytest.fixture
def scene(functional):
    hall = builders.town_hall(functional["portal"])
    meeting = convoking.council_meeting(
        hall, requested_by=[convoking.councillor("Peeters")], **REMOTE
    )
    transaction.commit()
    return {"app": functional["app"], "hall": hall, "meeting": meeting}


def test_only_the_members_learn_how_to_connect(scene):
    url = scene["meeting"].absolute_url()
    with convoking.on_june(16):
        page = said(visit(scene["app"], url, "secretaire"))
        assert "Zarbiflore" in page
        assert "Demandée par" in page
        assert "Nadia Peeters" in page
        assert "il en faut 1 (un tiers" in page
        for user in ("", "citoyen", "agent-travaux"):
            seen = said(visit(scene["app"], url, user))
            assert "En présence et à distance" in seen, user
            assert "Zarbiflore" not in seen, user
            code, answer = call(url, user=user)
            assert code == 200
            assert "Zarbiflore" not in str(answer), user
            assert "requested_by" not in answer, user
        code, answer = call(url, user="secretaire")
    assert answer["request"] == {
        "members": ["Nadia Peeters"],
        "needed": 1,
        "is_enough": True,
    }


def test_the_form_asks_what_a_remote_meeting_owes_and_keeps_what_was_typed(scene):
    url = scene["meeting"].absolute_url()
    page = visit(scene["app"], f"{url}/edit", "secretaire")
    page.getControl(name="form.widgets.mode_tool").value = ""
    page.getControl(name="form.widgets.mode_reason").value = "Neige annoncée"
    page.getControl(name="form.buttons.save").click()
    assert "avec quel outil" in said(page)
    assert "Neige annoncée" in said(page)
    code, answer = call(url, "PATCH", {"mode_tool": ""}, "secretaire")
    assert code == 400
    assert "avec quel outil" in str(answer)


def test_the_secretary_sees_the_years_count_and_others_do_not(scene):
    url = scene["hall"].council.absolute_url()
    with convoking.on_june(16):
        words = "La loi en veut au moins 10 par an"
        assert words in said(visit(scene["app"], url, "secretaire"))
        for user in ("", "citoyen", "agent-travaux"):
            assert words not in said(visit(scene["app"], url, user)), user
