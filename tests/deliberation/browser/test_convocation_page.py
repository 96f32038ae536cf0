"""The convocation page: the proof, the complement, sending again and paper."""

from imio.platform.core.jobs.ledger import FAILED
from imio.platform.core.jobs.queue import backend
from imio.platform.core.mail import sending as mailing
from imio.platform.core.mail.sending import MAIL_JOB
from imio.platform.deliberation.records.convocations import waves
from tests.deliberation import builders
from tests.deliberation import convoking
from tests.deliberation.browser.test_agenda_page import press
from tests.deliberation.browser.test_agenda_page import said
from tests.deliberation.publishing import call
from tests.deliberation.publishing import is_refused
from tests.deliberation.publishing import status
from tests.deliberation.publishing import visit
import pytest
import transaction


@pytest.fixture
def scene(functional, monkeypatch):
    """A council convoked on the 15th: the server refuses Henrotte's mail."""

    def deliver(site, mail):
        if "p@example.org" in str(mail["To"]) and not mended:
            raise mailing.GiveUp("Boîte inconnue")
        taken.append(mail)

    taken, mended = [], []
    monkeypatch.setattr(mailing, "deliver", deliver)
    hall = builders.town_hall(functional["portal"])
    meeting = convoking.council_meeting(hall)
    with convoking.on_june(15, 10):
        transaction.commit()
    transaction.begin()
    return {
        "app": functional["app"],
        "hall": hall,
        "meeting": meeting,
        "taken": taken,
        "mended": mended,
    }


def page_of(scene):
    url = f"{scene['meeting'].absolute_url()}/@@convocation"
    return visit(scene["app"], url, "secretaire")


def test_a_mail_that_fails_is_told_and_sent_again(scene):
    with convoking.on_june(16):
        page = page_of(scene)
        assert "L'envoi à p@example.org a échoué" in said(page)
        assert said(page).count("Envoyée à c@example.org") == 2
        scene["mended"].append(True)
        press(page, "resend")
        assert "à nouveau" in said(page)
        page = page_of(scene)
        assert "Envoyée à p@example.org le 16/06/2026" in said(page)
    site = "/".join(scene["hall"].portal.getPhysicalPath())
    records = backend(scene["hall"].portal).ledger.records(site, [MAIL_JOB])
    assert [one.state for one in records].count(FAILED) == 1


def test_paper_is_noted_on_the_page_and_a_mistake_keeps_what_was_typed(scene):
    with convoking.on_june(17):
        page = page_of(scene)
        page.getControl(name="day", index=0).value = "2026-06-16"
        press(page, "paper")
        assert status(page) == 400
        assert "pourquoi la convocation est remise sur papier" in said(page)
        assert 'value="2026-06-16"' in page.contents
        page.getControl(name="reason", index=0).value = ["request"]
        press(page, "paper")
        assert status(page) == 200
    assert "Remise sur papier le 16/06/2026" in said(page)


def test_the_complement_goes_from_the_page(scene):
    with convoking.on_june(18):
        builders.present(convoking.councillors_point(scene["hall"]), scene["meeting"])
        transaction.commit()
        page = page_of(scene)
        assert "Points ajoutés depuis le dernier envoi" in said(page)
        scene["mended"].append(True)
        scene["taken"].clear()
        press(page, "complement")
        assert "complémentaire part à chaque membre" in said(page)
    transaction.begin()
    assert len(scene["taken"]) == 3
    assert len(waves(scene["meeting"])[-1].points) == 1


def test_the_proof_and_its_services_are_the_secretariats(scene):
    url = scene["meeting"].absolute_url()
    for user in ("", "citoyen", "agent-travaux", "echevin"):
        assert is_refused(visit(scene["app"], f"{url}/@@convocation", user)), user
        assert call(f"{url}/@convocation", user=user)[0] in (401, 403), user
        body = {"complement": True}
        code, _answer = call(f"{url}/@convocation", "POST", body, user)
        assert code in (401, 403), user
    with convoking.on_june(17):
        code, answer = call(f"{url}/@convocation", user="secretaire")
        assert code == 200
        sent = answer["sendings"][0]
        member = sent["members"][0]["member"]
        assert sent["members"][0]["standing"] == "failed"
        paper = {"paper": member, "sending": sent["id"], "reason": "request"}
        code, refusal = call(
            f"{url}/@convocation", "POST", {**paper, "day": "hier"}, "secretaire"
        )
        assert (code, refusal["error"]["field"]) == (400, "day")
        code, answer = call(
            f"{url}/@convocation", "POST", {**paper, "day": "2026-06-16"}, "secretaire"
        )
        assert answer["sendings"][0]["members"][0]["standing"] == "paper"
        code, refusal = call(
            f"{url}/@convocation", "POST", {"complement": True}, "secretaire"
        )
        assert code == 400
        assert "Aucun point" in refusal["message"]
