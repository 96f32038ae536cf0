"""An agent treats a request to the end."""

from datetime import timedelta
from email import message_from_bytes
from email.policy import default
from imio.platform.core.documents.generation import GeneratedDocument
from plone import api as plone_api
from tests.ecounter.conftest import PASSWORD
from tests.ecounter.test_journey import fill_household
from tests.ecounter.test_journey import PNG
from tests.ecounter.test_journey import requests_of
from tests.ecounter.test_journey import start_household
from tests.ecounter.test_journey import visit
import pytest
import transaction

MEMBERS = {
    "household_address.street": "rue Haute",
    "household_address.number": "12A",
    "household_address.postcode": "5000",
    "household_address.locality": "Namur",
    "household_members-count": "1",
    "household_members-0.member_name": "DUPONT Ada",
    "household_members-0.member_birth": "1985-07-30",
    "household_members-0.member_link": "reference",
}


@pytest.fixture
def filed(served):
    """A request just sent by somebody without an account, and her browser."""
    citizen = fill_household(visit(served), served)
    citizen.send({"truth": "1", "privacy": "1"})
    assert citizen.title == "Votre demande est envoyée"
    (brain,) = requests_of(served)
    return citizen, brain.getURL()


def press(agent, transition, **values):
    """Press a button of the actions bar, and confirm where asked."""
    agent.send({"transition": transition, **values}, form=".actions-form")
    if agent.page.select_one("form input[name=confirmed]"):
        agent.send(
            {"transition": transition, **values}, form="form:has(input[name=confirmed])"
        )
    return agent


def internal_form(agent, values, button=None):
    form = "form:has(input[name=action][value=internal])"
    return agent.send(values, form=form, button=button)


def test_the_queue_leads_to_the_request_which_is_treated_to_the_end(
    served, filed, monkeypatch
):
    citizen, url = filed
    made = GeneratedDocument(
        "Composition de ménage.pdf", "application/pdf", b"%PDF-1.7 x"
    )
    monkeypatch.setattr(
        "imio.platform.ecounter.processing.attestation.generate", lambda *a, **k: made
    )
    agent = visit(served, "agent").open(
        f"{served.counter.absolute_url()}/@@file-des-demandes"
    )
    assert "Composition de ménage" in agent.text
    assert "85.07.30" not in agent.text
    agent.follow("Composition de ménage 2")
    assert agent.url.rstrip("/") == url
    press(agent, "take")
    assert "Agent Lambert" in agent.text
    press(agent, "ask", comment="Pour quelle école ?")
    citizen.follow("Suivre la demande")
    assert "Pour quelle école ?" in citizen.text
    citizen.send({"answer": ""}, form=".ecounter-todo form")
    assert "Écrivez votre réponse ou joignez un fichier." in citizen.text
    citizen.send({"answer": "L'école du Centre."}, form=".ecounter-todo form")
    agent.open(url)
    assert "L'école du Centre." in agent.text
    assert "Complétez d'abord les données du service." in agent.text
    internal_form(agent, {}, button=("_add", "household_members"))
    internal_form(agent, {**MEMBERS, "household_members-0.member_name": ""})
    assert agent.errors
    internal_form(agent, MEMBERS)
    press(agent, "accept")
    assert "Générez d'abord le document." in agent.text
    agent.send(
        {}, form="form:has(button[value=document])", button=("action", "document")
    )
    assert "Composition de ménage.pdf" in agent.text
    citizen.open(citizen.url)
    assert "Composition de ménage.pdf" not in citizen.text
    press(agent, "deliver")
    citizen.open(citizen.url)
    citizen.follow("Composition de ménage.pdf")
    assert citizen.response.content == made.data
    assert "attachment" in citizen.response.headers["Content-Disposition"]


def test_a_refusal_needs_its_reason_which_the_citizen_reads(served, filed):
    citizen, url = filed
    agent = visit(served, "agent").open(url)
    press(agent, "take")
    press(agent, "refuse")
    assert "commentaire" in agent.text
    agent.open(url)
    assert "État : En traitement" in agent.text
    press(agent, "refuse", comment="Vous n'habitez plus ici.")
    citizen.follow("Suivre la demande")
    assert "Vous n'habitez plus ici." in citizen.text
    assert "Refusée" in citizen.text


def test_a_private_note_is_never_shown_to_the_citizen(served, filed):
    citizen, url = filed
    agent = visit(served, "agent").open(url)
    agent.send(
        {"note": "Dossier à surveiller"},
        form="form:has(textarea[name=note])",
        button=("action", "note"),
    )
    assert "Dossier à surveiller" in agent.text
    citizen.follow("Suivre la demande")
    assert "surveiller" not in citizen.text


def test_a_request_may_be_withdrawn_until_it_is_decided(served, filed):
    citizen, _url = filed
    citizen.follow("Suivre la demande")
    form = "form:has(input[name=sure])"
    citizen.send({}, form=form)
    assert "Cochez la case" in citizen.text
    citizen.send({"sure": "1"}, form=form)
    assert "Retirée" in citizen.text


def test_a_supervisor_gives_a_request_to_an_agent_of_the_service_only(served, filed):
    _citizen, url = filed
    chief = visit(served, "chef").open(url)
    form = "form:has(select[name=assignee])"
    chief.send({"assignee": "agent-travaux"}, form=form)
    assert "ne traite pas" in chief.text
    chief.send({"assignee": "agent"}, form=form)
    assert "Agent Lambert" in chief.text
    agent = visit(served, "agent").open(url)
    assert agent.page.select_one("select[name=assignee]") is None


@pytest.mark.parametrize("login", ["agent-travaux", "voisine", ""])
def test_others_see_nothing_of_a_request(served, filed, login):
    _citizen, url = filed
    other = visit(served, login)
    for path in (
        "",
        "/view",
        "/@@fichier/x",
        "/@@actions-bar",
        "/@@document?template=ecounter-recapitulatif",
    ):
        other.open(url + path)
        assert "Ada" not in other.response.text
        assert "Dupont" not in other.response.text
    for path in (url, f"{served.portal.absolute_url()}/@search?portal_type=Request"):
        other.open(path, headers={"Accept": "application/json"})
        assert "Ada" not in other.response.text
        assert "2026-00001" not in other.response.text
    uid = requests_of(served)[0].UID
    other.open(f"{served.counter.absolute_url()}/demande/{uid}")
    assert "Dupont" not in other.response.text
    other.open(f"{served.counter.absolute_url()}/demande/{uid}/recu")
    assert b"Dupont" not in other.response.content


@pytest.mark.parametrize(
    ("login", "is_open"),
    [
        ("agent", True),
        ("agent-travaux", True),
        ("chef", True),
        ("citoyen", False),
        ("", False),
    ],
)
def test_the_queue_is_open_to_agents_only(served, filed, login, is_open):
    visitor = visit(served, login).open(
        f"{served.counter.absolute_url()}/@@file-des-demandes"
    )
    assert ("File des demandes" in visitor.page.select_one("h1").get_text()) is is_open
    assert ("Composition de ménage 2" in visitor.text) is (login in ("agent", "chef"))


def test_the_folders_of_requests_are_shown_to_nobody(served, filed):
    _citizen, url = filed
    folder = url.rpartition("/")[0]
    for login in ("", "voisine", "agent"):
        for path in (folder, folder + "/folder_contents", folder.rpartition("/")[0]):
            visitor = visit(served, login).open(path)
            assert url.rpartition("/")[2] not in visitor.response.text


def test_answers_are_in_no_search(served, filed):
    catalog = served.portal.portal_catalog
    for text in ("Dupont", "85073003328", "ada@example.be", "Haute"):
        assert not catalog.unrestrictedSearchResults(
            SearchableText=text, portal_type="Request"
        )
    brain = requests_of(served)[0]
    record = str(catalog.getMetadataForRID(brain.getRID()))
    assert "85073003328" not in record and "Dupont" not in record


@pytest.fixture
def outbox(tmp_path, monkeypatch):
    """The mails that leave, as lists of (recipient, text)."""
    monkeypatch.setenv("IMIO_MAIL_FOLDER", str(tmp_path / "mail"))

    def read():
        mails = [
            message_from_bytes(path.read_bytes(), policy=default)
            for path in sorted((tmp_path / "mail").glob("*.eml"))
        ]
        return [
            (mail["To"], mail["Subject"] + mail.get_body(("plain",)).get_content())
            for mail in mails
        ]

    return read


def test_the_mails_tell_the_number_and_the_code_and_no_answer(served, outbox):
    citizen = fill_household(visit(served), served)
    citizen.send({"truth": "1", "privacy": "1"})
    code = citizen.page.select_one(".ecounter-code").get_text(strip=True)
    mails = dict(outbox())
    assert set(mails) == {"ada@example.be", "agent@example.be"}
    assert code in mails["ada@example.be"]
    assert code not in mails["agent@example.be"]
    for text in mails.values():
        assert "-00001" in text
        assert "85073003328" not in text and "85.07.30" not in text
    agent = visit(served, "agent").open(requests_of(served)[0].getURL())
    press(agent, "take")
    press(agent, "ask", comment="Pour quelle école ?")
    texts = [text for to, text in outbox() if to == "ada@example.be"]
    assert len(texts) == 3
    assert any("Pour quelle école ?" in text for text in texts)


def test_an_agent_or_administrator_is_led_to_the_agents_page(served, filed):
    _citizen, url = filed
    uid = requests_of(served)[0].UID
    for login in ("agent", "maintenance"):
        if login == "maintenance":
            transaction.begin()
            with plone_api.env.adopt_roles(["Manager"]):
                plone_api.user.create(
                    email="m@example.be", username=login, password=PASSWORD
                )
                plone_api.user.grant_roles(username=login, roles=["Manager"])
            transaction.commit()
        staff = visit(served, login).open(
            f"{served.counter.absolute_url()}/demande/{uid}"
        )
        assert staff.url.rstrip("/") == url
        assert "Note interne" in staff.text


def test_a_draft_is_shown_to_its_author_alone(served):
    start_household(visit(served, "citoyen"), served)
    (brain,) = requests_of(served)
    for login in ("agent", "chef", "voisine"):
        visitor = visit(served, login)
        for url in (
            brain.getURL(),
            f"{served.counter.absolute_url()}/demande/{brain.UID}",
        ):
            visitor.open(url)
            assert "Vos coordonnées" not in visitor.text


def test_the_clock_stops_at_a_question_and_runs_again_at_the_answer(served, filed):
    citizen, url = filed
    queue = f"{served.counter.absolute_url()}/@@file-des-demandes"
    citizen.follow("Suivre la demande")
    assert "Traitement attendu au plus tard le" in citizen.text
    agent = visit(served, "agent").open(url)
    assert "À traiter au plus tard le" in agent.text
    press(agent, "take")
    press(agent, "ask", comment="Pour quelle école ?")
    assert "Le délai est suspendu jusqu'à la réponse du demandeur." in agent.text
    assert "À traiter au plus tard le" not in agent.text
    citizen.open(citizen.url)
    assert "Le délai est suspendu jusqu'à votre réponse." in citizen.text
    (brain,) = requests_of(served)
    assert brain.request_due.year == 2499
    assert "2499" not in agent.open(queue).text
    citizen.send({"answer": "L'école du Centre."}, form=".ecounter-todo form")
    assert "Traitement attendu au plus tard le" in citizen.text
    agent.open(url)
    assert "À traiter au plus tard le" in agent.text


def test_the_queue_tells_what_is_late_in_words_and_colour(served, filed):
    _citizen, url = filed
    (brain,) = requests_of(served)
    request = brain._unrestrictedGetObject()
    request.submitted_at -= timedelta(days=30)
    request.reindexObject()
    transaction.commit()
    agent = visit(served, "agent").open(
        f"{served.counter.absolute_url()}/@@file-des-demandes"
    )
    badge = agent.page.select_one(".badge.work-late")
    assert "en retard" in badge.get_text()
    assert "en retard" in agent.open(url).text
    assert "+32475" not in agent.text


def test_the_citizen_answers_with_files_that_the_agent_opens(served, filed):
    citizen, url = filed
    agent = visit(served, "agent").open(url)
    press(agent, "take")
    press(agent, "ask", comment="Joignez votre bail.")
    citizen.follow("Suivre la demande")
    bad = [("files", ("bail.pdf", b"MZ")), ("files", ("page 2.png", PNG))]
    citizen.send({"answer": "Le voici."}, form=".ecounter-todo form", files=bad)
    assert "n'est pas d'un type accepté" in citizen.text
    assert "Déjà joint : page 2.png" in citizen.text
    assert "Le voici." in citizen.text
    assert "État : En attente du demandeur" in agent.open(url).text
    good = [("files", ("bail.pdf", b"%PDF-1.7"))]
    citizen.send({"answer": ""}, form=".ecounter-todo form", files=good)
    assert "Joint : page 2.png, bail.pdf" in citizen.text
    citizen.follow("bail.pdf")
    assert citizen.response.content == b"%PDF-1.7"
    address = citizen.url
    agent.open(url).follow("bail.pdf")
    assert agent.response.content == b"%PDF-1.7"
    for login in ("", "voisine", "agent-travaux"):
        for place in (address, agent.url):
            other = visit(served, login).open(place)
            assert b"%PDF-1.7" not in other.response.content


def test_the_agent_knows_whom_the_words_are_for(served, filed):
    _citizen, url = filed
    agent = visit(served, "agent").open(url)
    assert "Commentaire gardé dans l'historique" in agent.text
    press(agent, "take")
    internal_form(agent, MEMBERS)
    assert "Message au demandeur (facultatif)" in agent.text
    agent.send({"transition": "ask"}, form=".actions-form")
    assert "Ce qui manque (le demandeur le lit et y répond)" in agent.text


def test_what_is_wrong_in_the_service_s_data_names_its_question(served, filed):
    _citizen, url = filed
    agent = visit(served, "agent").open(url)
    press(agent, "take")
    internal_form(agent, {})
    assert "Membres du ménage : Ajoutez au moins une ligne." in agent.errors
