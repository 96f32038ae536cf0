"""The secretary adds points to a convoked council, on the page and by the services."""

from imio.platform.deliberation.records.agenda import item_uids
from imio.platform.deliberation.records.late_points import late_points
from imio.platform.deliberation.workflow.late_points import ask_urgency
from imio.platform.deliberation.workflow.lookup import find_item
from tests.deliberation import builders
from tests.deliberation import convoking
from tests.deliberation.browser.test_agenda_page import press
from tests.deliberation.browser.test_agenda_page import said
from tests.deliberation.publishing import call
from tests.deliberation.publishing import status
from tests.deliberation.publishing import visit
import pytest
import transaction


@pytest.fixture
def scene(functional):
    hall = builders.town_hall(functional["portal"])
    seat = convoking.seat_in_council(hall)
    meeting = convoking.council_meeting(hall)
    with convoking.on_june(18):
        points = {
            "councillor": convoking.councillors_point(hall),
            "alderman": convoking.council_point(
                hall, "Stationnement", origin="councillor", proposed_by=seat
            ),
            "service": convoking.council_point(hall, "Emprunt"),
        }
    transaction.commit()
    return {"app": functional["app"], "hall": hall, "meeting": meeting, **points}


def page_of(scene):
    url = f"{scene['meeting'].absolute_url()}/@@agenda"
    return visit(scene["app"], url, "secretaire")


def choose(page, *items):
    page.getControl(name="items").value = [item.UID() for item in items]


def titles(meeting):
    transaction.begin()
    return [find_item(uid).title for uid in item_uids(meeting)]


def test_g2_the_page_takes_the_councillors_point_and_tells_its_kind(scene):
    with convoking.on_june(19):
        page = page_of(scene)
        assert "vendredi 19 juin 2026" in said(page)
        choose(page, scene["councillor"])
        press(page, "present")
    assert titles(scene["meeting"]) == ["Budget", "Aire de jeux"]
    assert "Point tardif d'un conseiller" in said(page)
    assert "à la demande de Nadia Peeters" in said(page)


def test_g2_the_page_refuses_the_twentieth_and_offers_the_urgency(scene):
    with convoking.on_june(20):
        page = page_of(scene)
        assert "au plus tard le vendredi 19 juin 2026" in said(page)
        choose(page, scene["councillor"])
        press(page, "present")
        assert status(page) == 400
        assert titles(scene["meeting"]) == ["Budget"]
        press(page, "urgent", scene["councillor"].UID())
    assert "Urgence à demander en séance" in said(page)
    transaction.begin()
    assert scene["councillor"].preferred_meeting == scene["meeting"].UID()


def test_a_point_whose_urgency_is_to_be_asked_is_the_first_offered_in_session(scene):
    meeting = scene["meeting"]
    with convoking.on_june(20):
        ask_urgency(meeting, scene["councillor"])
        builders.validated(
            scene["hall"],
            "Abattage",
            body=scene["hall"].council,
            synthesis_note=builders.rich("Note"),
        )
    with convoking.in_session(meeting):
        transaction.commit()
        url = f"{meeting.absolute_url()}/@@seance"
        page = visit(scene["app"], url, "secretaire")
        assert page.getControl(name="urgent_item").displayOptions[0] == "Aire de jeux"


def test_g2_the_page_names_the_member_of_the_college(scene):
    with convoking.on_june(18):
        page = page_of(scene)
        choose(page, scene["alderman"])
        press(page, "present")
    assert status(page) == 400
    assert "Benoît Collard siège au collège" in said(page)


def test_the_reason_typed_counts_though_another_point_is_refused(scene):
    with convoking.on_june(18):
        page = page_of(scene)
        choose(page, scene["service"], scene["alderman"])
        page.getControl(name="reason").value = "Le taux expire."
        press(page, "present")
        assert status(page) == 200
        assert "Benoît Collard siège au collège" in said(page)
    assert titles(scene["meeting"]) == ["Budget", "Emprunt"]
    assert late_points(scene["meeting"])[scene["service"].UID()].reason


def test_a_missing_reason_is_asked_beside_its_field(scene):
    with convoking.on_june(18):
        page = page_of(scene)
        choose(page, scene["service"])
        press(page, "present")
    assert status(page) == 400
    field = page._response.html.select_one("#reason")
    assert "is-invalid" in field["class"]
    assert "mercredi 17 juin 2026" in said(page)


def test_g2_the_form_of_the_point_refuses_a_member_of_the_college(scene):
    url = f"{scene['alderman'].absolute_url()}/edit"
    page = visit(scene["app"], url, "secretaire")
    page.getControl(name="form.buttons.save").click()
    assert "Benoît Collard siège au collège" in said(page)
    assert "Stationnement" in page.contents


def test_g2_the_services_refuse_with_the_same_sentences(scene):
    url = f"{scene['meeting'].absolute_url()}/@agenda"
    late = {"present": [scene["councillor"].UID()]}
    with convoking.on_june(20):
        for user in ("", "citoyen", "agent-travaux", "echevin"):
            assert call(url, "POST", late, user)[0] in (401, 403), user
        code, answer = call(url, "POST", late, "secretaire")
        assert code == 400
        assert "19 juin 2026" in answer["message"]
        bare = {"present": [scene["service"].UID()]}
        code, answer = call(url, "POST", bare, "secretaire")
        assert (code, answer["error"]["field"]) == (400, "reason")
        both = {"present": [*bare["present"], *late["present"]], "reason": "Taux."}
        assert call(url, "POST", both, "secretaire")[0] == 400
        assert titles(scene["meeting"]) == ["Budget"], "tout ou rien"
        code, answer = call(
            url, "POST", {**bare, "reason": "Le taux expire."}, "secretaire"
        )
        assert code == 200
        assert answer["items"][1]["late_kind"] == "administrative"
        asked = {"urgent": scene["councillor"].UID()}
        assert call(url, "POST", asked, "secretaire")[0] == 200
    code, answer = call(
        scene["alderman"].absolute_url(),
        "PATCH",
        {"title": "Autre", "origin": "councillor"},
        "secretaire",
    )
    assert code == 400
    assert "siège au collège" in str(answer)


def test_the_reason_of_a_late_point_is_the_secretariats_own(scene):
    with convoking.on_june(18):
        page = page_of(scene)
        choose(page, scene["service"])
        page.getControl(name="reason").value = "Motif Zarbiflore"
        press(page, "present")
    assert "Motif de l'ajout tardif : Motif Zarbiflore" in said(page)
    url = scene["meeting"].absolute_url()
    for user in ("", "citoyen", "agent-travaux", "echevin"):
        assert "Zarbiflore" not in visit(scene["app"], url, user).contents
        assert "Zarbiflore" not in str(call(f"{url}/@agenda", user=user)), user
