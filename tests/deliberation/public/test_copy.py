"""Asking for a copy, and what search engines read of the public pages."""

from html import unescape
from imio.platform.core.commune.interfaces import PREFIX
from plone import api
from tests.deliberation import builders
from tests.deliberation import sitting
from tests.deliberation.publishing import is_refused
from tests.deliberation.publishing import status
from tests.deliberation.publishing import visit
from tests.deliberation.sitting import CANARY
from tests.deliberation.sitting import MASKED
from tests.deliberation.sitting import PUBLIC
import gzip
import json
import pytest
import requests
import transaction

ASKED = {"nom": "Ann Dubois", "courriel": "ann@exemple.be", "message": "Merci."}


@pytest.fixture
def made(functional):
    made = sitting.sitting(functional["portal"])
    sitting.lead(made, "decisions_published")
    api.portal.set_registry_record(f"{PREFIX}.email", "commune@exemple.be")
    transaction.commit()
    made.app = functional["app"]
    return made


@pytest.fixture
def sent(monkeypatch):
    """The mails asked for."""
    mails = []

    def keep(to, subject, text, **others):
        mails.append({"to": list(to), "subject": subject, "text": text, **others})

    monkeypatch.setattr(
        "imio.platform.deliberation.browser.public.copy.send_mail", keep
    )
    return mails


def ask(made, **fields):
    return requests.post(
        f"{made.shown.absolute_url()}/@@demander-copie",
        data={**ASKED, **fields},
        allow_redirects=False,
        timeout=60,
    )


def test_anybody_asks_for_a_copy_of_a_public_decision(made, sent):
    assert "@@demander-copie" in visit(made.app, made.shown.absolute_url()).contents
    form = visit(made.app, f"{made.shown.absolute_url()}/@@demander-copie")
    assert status(form) == 200
    assert "L1122-29" in form.contents
    answer = ask(made)
    assert answer.status_code == 303
    (mail,) = sent
    assert mail["to"] == ["commune@exemple.be"]
    assert PUBLIC in mail["subject"]
    assert "ann@exemple.be" in mail["text"]
    assert made.shown.absolute_url() in mail["text"]
    # A machine that fills everything is answered, and not heard.
    assert ask(made, site="https://spam.example").status_code == 303
    assert len(sent) == 1


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"nom": ""}, "Écrivez votre nom"),
        ({"courriel": "ann"}, "adresse électronique complète"),
        ({"courriel": "ann@exemple.be\nBcc: x@y.be"}, "adresse électronique complète"),
        ({"message": "a" * 2001}, "trop long"),
    ],
)
def test_what_is_missing_is_said_and_nothing_typed_is_lost(
    made, sent, fields, sentence
):
    answer = ask(made, **fields)
    page = unescape(answer.text)
    assert answer.status_code == 400
    assert sentence in page
    if "nom" not in fields:
        assert 'value="Ann Dubois"' in page
    assert sent == []


def test_no_copy_is_asked_of_what_is_not_public(made, sent):
    url = f"{made.hidden.absolute_url()}/@@demander-copie"
    assert is_refused(visit(made.app, url))
    assert status(visit(made.app, url, "secretaire")) == 404
    answer = requests.post(
        url, data=ASKED, auth=("secretaire", builders.PASSWORD), timeout=60
    )
    assert answer.status_code == 404
    assert sent == []


def linked_data(page: str) -> dict:
    start = page.index('<script type="application/ld+json">')
    text = page[start : page.index("</script>", start)].partition(">")[2]
    assert CANARY not in text
    assert MASKED not in text
    return json.loads(text)


def test_search_engines_read_the_public_meetings_and_decisions(made):
    meeting = linked_data(visit(made.app, made.url).contents)
    assert meeting["@type"] == "Event"
    assert meeting["organizer"]["name"] == "Conseil communal"
    decision = linked_data(visit(made.app, made.shown.absolute_url()).contents)
    assert decision["@type"] == "Legislation"
    assert decision["name"] == PUBLIC
    assert decision["abstract"] == "Une note avec […]."
    # A closed point tells engines nothing, even to the secretariat.
    hidden = visit(made.app, made.hidden.absolute_url(), "secretaire").contents
    assert "application/ld+json" not in hidden


def test_g19_the_sitemap_lists_the_public_decision_alone(made):
    answer = requests.get(
        f"{made.hall.portal.absolute_url()}/sitemap.xml.gz?page=1", timeout=60
    )
    text = gzip.decompress(answer.content).decode()
    assert made.shown.absolute_url() in text
    assert made.url in text
    assert made.hidden.absolute_url() not in text
    assert made.hidden_annex.absolute_url() not in text
