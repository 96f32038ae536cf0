"""A draft is left, found again, corrected and given up."""

from tests.ecounter.test_journey import fill_household
from tests.ecounter.test_journey import ME
from tests.ecounter.test_journey import requests_of
from tests.ecounter.test_journey import start_household
from tests.ecounter.test_journey import visit


def test_a6_the_code_opens_a_draft_from_another_browser(served):
    visitor = start_household(visit(served), served)
    code = visitor.page.select_one(".ecounter-code").get_text(strip=True)
    url = visitor.url
    other = visit(served)
    other.open(f"{served.counter.absolute_url()}/suivi")
    other.send({"code": code.lower().replace("-", "")})
    assert other.title == "Vos coordonnées"
    stranger = visit(served).open(url)
    assert "login" in stranger.url
    neighbour = visit(served, "voisine").open(url)
    assert neighbour.status == 403


def test_a6_codes_come_by_post_and_guessing_is_slowed(served, monkeypatch):
    from imio.platform.ecounter.filing import access

    clock = [100.0]
    monkeypatch.setattr(access.time, "monotonic", lambda: clock[0])
    monkeypatch.setattr(access, "throttle", type(access.throttle)())
    url = f"{served.counter.absolute_url()}/suivi"
    visitor = visit(served)
    assert visitor.open(url).status == 200
    assert visitor.open(url + "?code=CDFG-HJKL-MNPQ").status == 405
    assert visitor.post(url).status == 400
    assert visitor.post(url, {"code": "CDFG-HJKL-MNPQ"}).status == 404
    assert visitor.post(url, {"code": "x"}).status == 404
    assert visitor.post(url, {"code": "CDFG-HJKL-MNPQ"}).status == 403
    clock[0] += 2.1
    assert visitor.post(url, {"code": "CDFG-HJKL-MNPQ"}).status == 404


def test_a6_the_code_stays_the_same_after_sending(served):
    visitor = start_household(visit(served), served)
    code = visitor.page.select_one(".ecounter-code").get_text(strip=True)
    visitor.send(ME)
    visitor.send({"document_type": "residence", "reason": "school", "copies": "1"})
    visitor.send({"recovery": "counter"})
    visitor.send({"truth": "1", "privacy": "1"})
    assert code in visitor.text


def test_no_draft_exists_before_the_first_page_is_right(served):
    visitor = visit(served)
    visitor.open(served.household.absolute_url()).follow("Commencer")
    visitor.send({})
    assert visitor.errors == [
        "Pour qui demandez-vous le document : Choisissez une réponse."
    ]
    assert len(requests_of(served)) == 0


def test_a_change_of_mind_finds_the_answers_again(served):
    visitor = start_household(visit(served), served, "third_party")
    visitor.send(ME)
    visitor.send(
        {
            "third_first_name": "Jean",
            "third_last_name": "Petit",
            "third_birth_date": "1950-01-01",
            "third_address.street": "rue",
            "third_address.number": "1",
            "third_address.postcode": "5000",
            "third_address.locality": "Namur",
        }
    )
    first = visitor.url.rpartition("/page/")[0] + "/page/pour-qui"
    visitor.open(first).send({"for_whom": "me"})
    visitor.open(first).send({"for_whom": "third_party"})
    visitor.open(first.replace("pour-qui", "autre-personne"))
    assert visitor.page.select_one("[name=third_first_name]")["value"] == "Jean"


def test_the_way_back_of_a_resumed_draft_leads_to_the_page_before(served):
    first = start_household(visit(served), served)
    first.send(ME)
    code = first.page.select_one(".ecounter-code").get_text(strip=True)
    second = visit(served).open(f"{served.counter.absolute_url()}/suivi")
    second.send({"code": code})
    assert second.title == "Le document"
    second.follow("Retour")
    assert second.title == "Vos coordonnées"


def test_a_draft_given_up_is_deleted_once_it_is_confirmed(served):
    citizen = start_household(visit(served, "citoyen"), served)
    (brain,) = requests_of(served)
    address = f"{served.counter.absolute_url()}/demande/{brain.UID}/abandonner"
    visit(served, "voisine").post(address)
    visit(served).post(address)
    assert len(requests_of(served)) == 1
    citizen.follow("Abandonner cette demande")
    assert citizen.title == "Abandonner cette demande ?"
    citizen.post(address)
    assert len(requests_of(served)) == 1
    citizen.open(address).send()
    assert "rien n'en est gardé" in citizen.page.get_text()
    assert not requests_of(served)


def test_a_request_that_was_sent_is_not_given_up(served):
    citizen = fill_household(visit(served), served)
    citizen.send({"truth": "1", "privacy": "1"})
    citizen.open(citizen.url.replace("confirmation", "abandonner"))
    assert citizen.title == "Votre demande est envoyée"
    assert len(requests_of(served)) == 1
