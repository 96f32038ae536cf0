"""Citizens file requests with a plain browser; agents treat them."""

from imio.platform.ecounter.library.installing import install
from plone import api as plone_api
from Products.CMFDynamicViewFTI.browserdefault import BrowserDefaultMixin
from tests.ecounter.builders import page
from tests.ecounter.builders import question
from tests.ecounter.builders import source
from tests.ecounter.visitors import Visitor
import pytest
import re
import transaction

ME = {
    "first_name": "Ada",
    "last_name": "Dupont",
    "niss": "85.07.30-033.28",
    "birth_date": "1985-07-30",
    "address.street": "rue Haute",
    "address.number": "12A",
    "address.postcode": "5000",
    "address.locality": "Namur",
    "email": "ada@example.be",
    "phone": "0475 12 34 56",
}
PNG = b"\x89PNG\r\n\x1a\n" + b"0" * 64


def visit(served, login=""):
    return Visitor(served.portal.absolute_url(), login)


def start_household(visitor, served, whom="me"):
    visitor.open(served.household.absolute_url()).follow("Commencer")
    return visitor.send({"for_whom": whom})


def fill_household(visitor, served):
    start_household(visitor, served)
    visitor.send(ME)
    visitor.send({"document_type": "household", "reason": "school", "copies": "2"})
    return visitor.send({"recovery": "online"})


def test_a17_pages_for_a_third_party_appear_only_for_a_third_party(served):
    visitor = start_household(visit(served), served, "third_party")
    assert visitor.title == "Vos coordonnées"
    visitor.send(ME)
    assert visitor.title == "L'autre personne"
    visitor = start_household(visit(served), served, "me")
    visitor.send(ME)
    assert visitor.title == "Le document"


def test_a17_the_street_is_asked_only_for_home_delivery_and_copies_are_one_to_twenty(
    served,
):
    visitor = start_household(visit(served), served)
    visitor.send(ME)
    for copies in ("0", "00", "21", "deux"):
        visitor.send(
            {"document_type": "household", "reason": "school", "copies": copies}
        )
        assert visitor.title == "Le document"
        assert len(visitor.errors) == 1
    visitor.send({"copies": "20"})
    assert "Rue et numéro" not in visitor.text
    visitor.send({"recovery": "home"})
    assert "questions de plus" in visitor.text
    assert not visitor.errors
    visitor.send({"street": "rue Haute 1", "postcode": "5000", "locality": "Namur"})
    assert visitor.title == "Vérifiez vos réponses"


def test_a18_a_request_is_filed_corrected_and_sent_without_javascript(served):
    visitor = fill_household(visit(served), served)
    assert visitor.title == "Vérifiez vos réponses"
    assert "85.07.30-033.28" in visitor.text
    visitor.follow("Modifier Le document")
    assert visitor.title == "Le document"
    visitor.send({"copies": "3"})
    assert visitor.title == "Vérifiez vos réponses"
    assert re.search(r"Nombre d'exemplaires 3\b", visitor.text)
    visitor.send()
    assert visitor.errors
    visitor.send({"truth": "1", "privacy": "1"})
    assert visitor.title == "Votre demande est envoyée"
    assert re.search(r"numéro 2\d{3}-\d{5}", visitor.text)


@pytest.fixture
def camp(served):
    """A procedure with rows to repeat and a file to join."""
    children = question(
        "children",
        "repeat",
        required=True,
        limits={"max_rows": 3},
        rows=[
            question("child", required=True),
            question("born", "date", required=True),
        ],
    )
    data = {
        "format": "https://imio.be/ns/ecounter/library/1",
        "id": "stage",
        "version": 1,
        "sheet": {"title": "Stage", "description": "Stage.", "category": "family"},
        "definition": source(
            page("parent", question("last_name", required=True)),
            page("children", children),
            page("sheet", question("sheet", "file", required=True)),
            digest=["last_name"],
        ),
    }
    with plone_api.env.adopt_roles(["Manager"]):
        procedure = install(served.counter, data, served.services["population"])
    transaction.commit()
    return procedure


def test_a18_rows_and_files_are_filed_without_javascript(served, camp):
    visitor = visit(served)
    visitor.open(camp.absolute_url()).follow("Commencer")
    visitor.send({"last_name": "Dupont"})
    visitor.send()
    assert visitor.errors == ["children : Ajoutez au moins une ligne."]
    for _row in range(3):
        visitor.send(button=("_add", "children"))
    assert visitor.page.select_one("button[name=_add]") is None
    visitor.send({"children-0.child": "Zoé"}, button=("_remove", "children-2"))
    assert visitor.page.select_one("[name='children-0.child']")["value"] == "Zoé"
    visitor.send({"children-0.born": "2018-05-04", "children-1.child": "Léo"})
    assert [error.split(" : ")[1] for error in visitor.errors] == ["Écrivez une date."]
    assert visitor.errors == ["children, ligne 2 : Écrivez une date."]
    visitor.send({"children-1.born": "31/02/2020"})
    assert "n'existe pas au calendrier" in visitor.errors[0]
    visitor.send({"children-1.born": "2020-02-29"})
    visitor.send()
    assert "Joignez un fichier." in visitor.errors[0]
    visitor.send(files=[("sheet", ("fiche.png", PNG))])
    assert visitor.title == "Vérifiez vos réponses"
    assert "Léo" in visitor.text and "29 février 2020" in visitor.text
    visitor.follow("Modifier children")
    visitor.send({"children-1.child": "Léon"})
    assert visitor.title == "Vérifiez vos réponses"
    assert "Léon" in visitor.text and "fiche.png" in visitor.text
    visitor.send()
    assert visitor.title == "Votre demande est envoyée"
    (brain,) = requests_of(served)
    filed = brain._unrestrictedGetObject()
    assert [row["child"] for row in filed.answers["children"]] == ["Zoé", "Léon"]
    assert [kept.filename for kept in filed.files()] == ["fiche.png"]
    visitor.follow("Suivre la demande").follow("fiche.png")
    assert visitor.response.content == PNG


def test_a18_errors_are_told_first_and_beside_each_question(served):
    visitor = start_household(visit(served), served)
    visitor.send({"first_name": "Ada", "niss": "123", "address.street": "rue Haute"})
    shown = visitor.page
    summary = shown.select_one(".ecounter-errors")
    assert summary["role"] == "alert" and summary.has_attr("autofocus")
    for link in summary.select("a"):
        target = shown.select_one(link["href"])
        assert target is not None and target["aria-invalid"] == "true"
        described = shown.select_one(f"#{target['aria-describedby'].split()[-1]}")
        sentence = link.get_text(strip=True).split(" : ", 1)[1]
        assert sentence in described.get_text(" ", strip=True)
    assert shown.select_one("[name=first_name]")["value"] == "Ada"
    for field in shown.select(".ecounter input:not([type=hidden]), .ecounter textarea"):
        assert shown.select_one(f"label[for={field['id']}]") is not None


def requests_of(served):
    transaction.begin()
    return served.portal.portal_catalog.unrestrictedSearchResults(portal_type="Request")


def test_a_first_page_sent_twice_makes_one_request(served):
    visitor = visit(served)
    visitor.open(served.household.absolute_url()).follow("Commencer")
    form = visitor.page.select_one(".ecounter form")
    data = {
        field["name"]: field.get("value") for field in form.select("input[type=hidden]")
    }
    data["for_whom"] = "me"
    for _time in range(2):
        visitor.post(f"{served.household.absolute_url()}/commencer", data)
        assert visitor.title == "Vos coordonnées"
    assert len(requests_of(served)) == 1


def test_a_request_sent_twice_gets_one_number_and_one_mail(served):
    visitor = fill_household(visit(served), served)
    url = visitor.url
    token = visitor.page.select_one("input[name=_form]")["value"]
    for _time in range(2):
        visitor.post(url, {"_form": token, "truth": "1", "privacy": "1"})
        assert visitor.title == "Votre demande est envoyée"
    (brain,) = requests_of(served)
    assert brain.request_number.endswith("-00001")
    filed = brain._unrestrictedGetObject()
    assert [line["kind"] for line in filed.history] == ["submit"]


def report_to_photos(visitor, served):
    visitor.open(served.report.absolute_url()).follow("Commencer")
    visitor.send({"category": "road"})
    visitor.send({"issue": "pothole", "description": "Un trou."})
    visitor.send(
        {
            "place.street": "rue Basse",
            "place.postcode": "5000",
            "place.locality": "Namur",
        }
    )
    assert visitor.title == "Photos"
    return visitor


def test_bad_files_are_refused_with_a_sentence_and_nothing_else_is_lost(served):
    visitor = report_to_photos(visit(served), served)
    for name, data, words in [
        ("vide.png", b"", "est vide"),
        ("programme.png", b"MZ\x90\x00", "n'est pas d'un type accepté"),
        ("photo.jpg", PNG, "ne correspond pas à son contenu"),
    ]:
        visitor.send(files=[("photos", (name, data))])
        assert words in visitor.errors[0]
    visitor.send(files=[("photos", ("un.png", PNG)), ("photos", ("vide.png", b""))])
    assert "un.png" in visitor.text and "est vide" in visitor.errors[0]
    visitor.send(files=[("photos", (f"{n}.png", PNG)) for n in range(3)])
    assert "3 fichier(s) au plus" in visitor.errors[0]
    visitor.send()
    assert visitor.title == "Voulez-vous être tenu au courant ?"
    visitor.send({"follow_up": "no"})
    assert visitor.title == "Vérifiez vos réponses"
    assert "un.png" in visitor.text and "Un trou." in visitor.text


def test_a_text_of_one_megabyte_is_refused_with_a_sentence(served, monkeypatch):
    # As the served site is configured (form-memory-limit).
    monkeypatch.setattr("ZPublisher.HTTPRequest.FORM_MEMORY_LIMIT", 20 * 2**20)
    visitor = visit(served)
    visitor.open(served.report.absolute_url()).follow("Commencer")
    visitor.send({"category": "road"})
    visitor.send({"issue": "pothole", "description": "a" * 1024 * 1024})
    assert "trop long" in visitor.errors[0]
    assert visitor.page.select_one("[value=pothole]").has_attr("checked")


def test_a3_what_is_smuggled_into_hidden_questions_is_stored_nowhere(served):
    visitor = visit(served)
    visitor.open(served.household.absolute_url()).follow("Commencer")
    visitor.send(
        {"for_whom": "me", "third_first_name": "smuggled", "unknown": "smuggled"}
    )
    visitor.send({**ME, "third_last_name": "smuggled"})
    visitor.send(
        {
            "document_type": "household",
            "since": "2020-01-01",
            "reason": "school",
            "reason_other": "smuggled",
            "copies": "1",
        }
    )
    visitor.send({"recovery": "online", "street": "smuggled"})
    visitor.send({"truth": "1", "privacy": "1"})
    (brain,) = requests_of(served)
    filed = brain._unrestrictedGetObject()
    assert "smuggled" not in str(dict(filed.answers)) + str(dict(filed.set_aside))
    assert "since" not in filed.answers


def test_a_member_is_known_and_finds_her_requests(served):
    visitor = start_household(visit(served, "citoyen"), served)
    assert visitor.page.select_one("[name=first_name]")["value"] == "Citoyen"
    assert visitor.page.select_one("[name=email]")["value"] == "citoyen@example.be"
    visitor.open(f"{served.counter.absolute_url()}/mes-demandes")
    assert "Composition de ménage" in visitor.text and "Brouillon" in visitor.text
    other = visit(served, "voisine").open(
        f"{served.counter.absolute_url()}/mes-demandes"
    )
    assert "aucune demande" in other.text


def test_a_forged_form_is_not_obeyed(served):
    visitor = start_household(visit(served), served)
    url = visitor.url
    visitor.post(url, {**ME, "_form": "x" * 40})
    (brain,) = requests_of(served)
    assert "niss" not in brain._unrestrictedGetObject().answers


def test_a_page_posted_without_saying_what_it_showed_is_judged_whole(served):
    start = f"{served.household.absolute_url()}/commencer"
    visitor = visit(served).post(start, {})
    assert visitor.errors == [
        "Pour qui demandez-vous le document : Choisissez une réponse."
    ]
    visitor.post(start, {"for_whom": "me"})
    assert visitor.title == "Vos coordonnées"


def test_a_street_of_another_commune_is_not_reported_here(served):
    record = "imio.platform.commune.postal_codes"
    plone_api.portal.set_registry_record(record, ["5000"])
    transaction.commit()
    visitor = visit(served).open(served.report.absolute_url()).follow("Commencer")
    visitor.send({"category": "cleanliness"})
    visitor.send({"issue": "dump", "description": "Des sacs."})
    place = {"place.street": "rue Neuve", "place.locality": "Bruxelles"}
    assert visitor.title == "Où est-ce ?", visitor.text
    visitor.send({**place, "place.postcode": "1000"})
    assert "n'est pas dans notre commune" in visitor.errors[0]
    visitor.send({"place.postcode": "5000"})
    assert visitor.title == "Photos"


def test_the_sheet_of_a_procedure_draws_nothing_but_itself(served, monkeypatch):
    """A path of a template that ends on a content would draw that content's page."""
    drawn = []
    monkeypatch.setattr(BrowserDefaultMixin, "__call__", drawn.append)
    visitor = visit(served).open(served.household.absolute_url())
    assert "Service responsable" in visitor.text
    assert drawn == []
