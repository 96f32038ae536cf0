"""The documents that the counter makes."""

from imio.platform.core.documents import generate
from imio.platform.core.documents.errors import UnknownTemplate
from imio.platform.core.interfaces import ICoreLayer
from imio.platform.ecounter.filing.silence import silence
from imio.platform.ecounter.interfaces import IECounterLayer
from imio.platform.ecounter.start_content.requests import file_request
from io import BytesIO
from plone import api
from xml.etree import ElementTree
from zipfile import ZipFile
from zope.interface import alsoProvides
import pytest
import re

ADDRESS = {
    "street": "rue Haute",
    "number": "12A",
    "postcode": "5000",
    "locality": "Namur",
}
ANSWERS = {
    "for_whom": "me",
    "first_name": "Ada",
    "last_name": "Dupont & Fils",
    "niss": "85073003328",
    "birth_date": "1985-07-30",
    "address": ADDRESS,
    "email": "ada@example.be",
    "document_type": "household",
    "reason": "other",
    "reason_other": "un <prêt>",
    "copies": 1,
    "recovery": "online",
}
INTERNAL = {
    "household_address": ADDRESS,
    "household_members": [
        {
            "member_name": "DUPONT Ada",
            "member_birth": "1985-07-30",
            "member_link": "reference",
        },
        {
            "member_name": "DUPONT Zoé",
            "member_birth": "2015-02-01",
            "member_link": "child",
        },
    ],
}


def text_of(document):
    root = ElementTree.fromstring(ZipFile(BytesIO(document.data)).read("content.xml"))
    return re.sub(r"\s+", " ", " ".join(root.itertext()))


@pytest.fixture
def filed(counter, http_request):
    alsoProvides(http_request, ICoreLayer, IECounterLayer)
    row = {"days_ago": 0, "answers": ANSWERS, "internal": INTERNAL}
    steps = [{"do": "take", "by": "agent"}, {"do": "accept", "by": "agent"}]
    with api.env.adopt_roles(["Manager"]), silence():
        return file_request(counter.household, {**row, "steps": steps})


def test_the_attestation_names_the_household_and_the_reason(filed):
    with api.env.adopt_user(username="agent"):
        text = text_of(generate(filed, "attestation-composition-menage", "odt"))
    for words in (
        "rue Haute 12A, 5000 Namur",
        "DUPONT Ada",
        "DUPONT Zoé",
        "1er février 2015",
        "Ada Dupont & Fils",
        "un <prêt>",
        filed.number,
    ):
        assert words in text
    assert "85.07.30" not in text


def test_the_attestation_is_made_by_agents_of_accepted_requests_only(filed, counter):
    name = "attestation-composition-menage"
    for login in ("citoyen", "agent-travaux"):
        with api.env.adopt_user(username=login), pytest.raises(UnknownTemplate):
            generate(filed, name, "odt")
    with api.env.adopt_user(username="chef"):
        api.content.transition(filed, "reopen", comment="Erreur dans le ménage.")
        with pytest.raises(UnknownTemplate):
            generate(filed, name, "odt")


def test_the_receipt_holds_every_answer_that_applies(filed):
    with api.env.adopt_roles(["Applicant"]):
        text = text_of(generate(filed, "ecounter-recapitulatif", "odt"))
    assert "85.07.30-033.28" in text
    assert "À quoi va-t-il servir" in text
    assert "Son prénom" not in text


@pytest.mark.parametrize(
    ("document", "words", "absent"),
    [
        ("residence", "est inscrite au registre", "Personne de référence"),
        (
            "household_history",
            "Historique depuis le 1er janvier 2000 : arrivée",
            "est inscrite",
        ),
        ("household", "se compose", "Historique depuis"),
    ],
)
def test_the_attestation_is_the_document_that_was_asked(
    counter, http_request, document, words, absent
):
    alsoProvides(http_request, ICoreLayer, IECounterLayer)
    row = {
        "days_ago": 0,
        "answers": {**ANSWERS, "document_type": document, "since": "2000-01-01"},
        "internal": {**INTERNAL, "household_history": "arrivée de Zoé en 2015"},
    }
    steps = [{"do": "take", "by": "agent"}, {"do": "accept", "by": "agent"}]
    with api.env.adopt_roles(["Manager"]), silence():
        filed = file_request(counter.household, {**row, "steps": steps})
    with api.env.adopt_user(username="agent"):
        text = text_of(generate(filed, "attestation-composition-menage", "odt"))
    assert words in text
    assert absent not in text
