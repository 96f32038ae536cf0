"""Earlier minutes are available 7 clear days before they are approved (L1122-16)."""

from datetime import date
from datetime import datetime
from imio.platform.core.clock import BRUSSELS
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
    """A council sat in May; its minutes are approved on the 25th of June."""
    hall = builders.town_hall(functional["portal"])
    evening = datetime(2026, 5, 28, 19, tzinfo=BRUSSELS)
    with builders.at(datetime(2026, 5, 11, 9, tzinfo=BRUSSELS)):
        earlier = builders.meeting(hall, evening, body=hall.council)
        builders.play(earlier, "prepare")
        builders.present(convoking.council_point(hall, "Budget"), earlier)
        builders.play(earlier, "convene")
    with builders.at(evening):
        builders.play(earlier, "open")
        builders.seat(earlier)
        (point,) = builders.items(earlier)
        point.outcome = "adopted"
        builders.play(point, "decide")
        builders.play(earlier, "close")
    with convoking.on_june(1):
        meeting = builders.meeting(
            hall, datetime(2026, 6, 25, 19, tzinfo=BRUSSELS), body=hall.council
        )
        builders.play(meeting, "prepare")
    transaction.commit()
    return {"app": functional["app"], "meeting": meeting, "earlier": earlier}


def page_of(scene, name="@@convocation", user="secretaire"):
    return visit(scene["app"], f"{scene['meeting'].absolute_url()}/{name}", user)


def test_the_meeting_says_when_earlier_minutes_were_made_available(scene):
    with convoking.on_june(10):
        page = page_of(scene)
        assert "au plus tard le mercredi 17 juin 2026" in said(page)
        page.getControl(name="available_on").value = "2026-06-09"
        press(page, "minutes")
        assert "mis à disposition le mardi 9 juin 2026" in said(page)
        seen = said(page_of(scene, ""))
    assert "mis à disposition le mardi 9 juin 2026" in seen
    transaction.begin()
    assert scene["earlier"].minutes_available_on == date(2026, 6, 9)


def test_minutes_that_come_late_are_told_and_block_nothing(scene):
    with convoking.on_june(17):
        assert "7 jours francs avant" not in said(page_of(scene))
    with convoking.on_june(18):
        page = page_of(scene)
        assert "n'était pas disponible 7 jours francs avant la séance" in said(page)
        alerts = said(page_of(scene, ""))
        assert "devait être mis à disposition le mercredi 17 juin 2026" in alerts


def test_a_day_to_come_or_before_the_sitting_is_refused(scene):
    with convoking.on_june(10):
        for typed, words in (
            ("2026-06-11", "entre sa séance et aujourd'hui"),
            ("2026-05-01", "entre sa séance et aujourd'hui"),
            ("hier", "Écrivez une date"),
        ):
            page = page_of(scene)
            page.getControl(name="available_on").value = typed
            press(page, "minutes")
            assert (status(page), words in said(page)) == (400, True), typed


def test_the_service_notes_it_too_and_only_for_the_secretariat(scene):
    url = f"{scene['meeting'].absolute_url()}/@convocation"
    body = {"minutes": scene["earlier"].UID(), "available_on": "2026-06-09"}
    with convoking.on_june(10):
        for user in ("", "citoyen", "agent-travaux", "echevin"):
            assert call(url, "POST", body, user)[0] in (401, 403), user
        wrong = {**body, "minutes": scene["meeting"].UID()}
        assert call(url, "POST", wrong, "secretaire")[0] == 400
        code, answer = call(url, "POST", body, "secretaire")
    assert code == 200
    assert answer["minutes"][0]["available_on"] == "2026-06-09"
    assert answer["minutes"][0]["is_late"] is False
