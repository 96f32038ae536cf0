"""G21: a regulation's publication, its versions, its notice and its end."""

from datetime import date
from datetime import datetime
from hashlib import sha256
from html import unescape
from imio.platform.core.clock import BRUSSELS
from imio.platform.deliberation.content.publication import publications_folder
from imio.platform.deliberation.errors import DeliberationError
from imio.platform.deliberation.records.publications import version_bytes
from imio.platform.deliberation.records.publications import versions
from imio.platform.deliberation.workflow.publishing import correct
from plone import api
from plone.dexterity.utils import createContentInContainer
from plone.namedfile.file import NamedBlobFile
from tests.deliberation import builders
from tests.deliberation.publishing import call
from tests.deliberation.publishing import is_refused
from tests.deliberation.publishing import status
from tests.deliberation.publishing import visit
import pytest
import requests
import transaction

MONDAY = datetime(2026, 7, 6, 10, 0, tzinfo=BRUSSELS)
TEXT = b"%PDF-1.4 premier texte Zarbiflore"
CORRECTED = b"%PDF-1.4 second texte"


def regulation(hall, title="Règlement de police", **fields):
    with api.env.adopt_roles(["Manager"]):
        return createContentInContainer(
            publications_folder(hall.council),
            "Publication",
            title=title,
            adopted_on=date(2026, 6, 22),
            file=NamedBlobFile(TEXT, filename="reglement.pdf"),
            checkConstraints=False,
            **fields,
        )


@pytest.fixture
def scene(functional):
    hall = builders.town_hall(functional["portal"])
    made = regulation(hall)
    transaction.commit()
    return {"app": functional["app"], "hall": hall, "text": made}


def publish(made, moment=MONDAY):
    with builders.at(moment):
        builders.play(made, "publish", user="secretaire")
    transaction.commit()


def test_g21_published_on_a_monday_it_binds_on_the_fifth_day(scene):
    publish(scene["text"])
    (made,) = versions(scene["text"])
    assert made.binding_day == date(2026, 7, 11)
    assert made.sha256 == sha256(TEXT).hexdigest()
    page = unescape(visit(scene["app"], scene["text"].absolute_url()).contents)
    for words in ("lundi 6 juillet 2026 à 10 h", "11 juillet 2026", made.sha256):
        assert words in page


def test_g21_an_edit_makes_a_new_version_and_the_old_one_stays_reachable(scene):
    made = scene["text"]
    publish(made)
    with builders.at(datetime(2026, 8, 3, 9, 0, tzinfo=BRUSSELS)):
        correct(made, CORRECTED, "reglement-2.pdf", "Coquille à l'article 3")
    transaction.commit()
    assert [version_bytes(made, one.number) for one in versions(made)] == [
        TEXT,
        CORRECTED,
    ]
    url = made.absolute_url()
    for number, data in ((1, TEXT), (2, CORRECTED)):
        answer = requests.get(f"{url}/@@version?number={number}", timeout=60)
        assert answer.content == data
        assert answer.headers["Content-Type"] == "application/pdf"
    page = unescape(visit(scene["app"], url).contents)
    assert "Coquille à l'article 3" in page
    assert "8 août 2026" in page


def test_g21_the_notice_holds_the_address_the_dates_and_who_signs(scene):
    publish(scene["text"])
    url = scene["text"].absolute_url()
    page = unescape(visit(scene["app"], f"{url}/@@notice").contents)
    for words in (url, "11 juillet 2026", "Claire Lambert", "Nathalie Wauters"):
        assert words in page
    code = requests.get(f"{url}/@@notice-code.svg", timeout=60)
    assert code.headers["Content-Type"].startswith("image/svg+xml")
    assert b"<svg" in code.content


def test_a_published_text_is_not_edited_in_place(scene):
    publish(scene["text"])
    url = scene["text"].absolute_url()
    for user in ("secretaire", "agent-travaux", ""):
        assert call(url, "PATCH", {"title": "Autre"}, user)[0] in (401, 403)
    assert is_refused(visit(scene["app"], f"{url}/edit", "secretaire"))


def test_a_draft_is_the_secretariats(scene):
    url = scene["text"].absolute_url()
    for user in ("", "citoyen", "agent-travaux", "echevin"):
        for page in ("", "/@@download/file", "/@@version?number=1", "/@@notice"):
            assert is_refused(visit(scene["app"], url + page, user)), (user, page)
    assert status(visit(scene["app"], url, "secretaire")) == 200


@pytest.mark.parametrize("user", ["", "citoyen", "agent-travaux", "echevin"])
def test_only_the_secretariat_publishes_and_corrects(scene, user):
    publish(scene["text"])
    council = scene["hall"].council.absolute_url()
    for url in (
        f"{scene['text'].absolute_url()}/@@new-version",
        f"{council}/@@add-publication",
    ):
        assert is_refused(visit(scene["app"], url, user))
        assert status(visit(scene["app"], url, "secretaire")) == 200


def test_a_withdrawn_text_leaves_its_reason_and_nothing_else(scene):
    made = scene["text"]
    publish(made)
    builders.play(
        made, "unpublish", user="secretaire", comment="Annulé par le Conseil d'État"
    )
    transaction.commit()
    url = made.absolute_url()
    page = unescape(visit(scene["app"], url).contents)
    assert "Annulé par le Conseil d'État" in page
    assert "reglement.pdf" not in page
    for suffix in ("@@version?number=1", "@@download/file", "@@notice", ""):
        for accept in ("application/json", "text/html"):
            answer = requests.get(
                f"{url}/{suffix}", headers={"Accept": accept}, timeout=60
            )
            assert b"Zarbiflore" not in answer.content, suffix
    assert version_bytes(made, 1) == TEXT


def test_withdrawing_asks_a_reason(scene):
    publish(scene["text"])
    with pytest.raises(DeliberationError, match="pourquoi"):
        builders.play(scene["text"], "unpublish", user="secretaire", comment=" ")


def test_a_text_that_replaces_another_supersedes_it_once_published(scene):
    former = scene["text"]
    publish(former)
    following = regulation(scene["hall"], "Règlement 2027", replaces=former.UID())
    assert api.content.get_state(former) == "published"
    publish(following)
    assert api.content.get_state(former) == "superseded"
    found = visit(scene["app"], former.absolute_url())
    page = unescape(found.contents)
    assert following.absolute_url() in page
    assert requests.get(f"{former.absolute_url()}/@@version?number=1", timeout=60).ok


def test_a_tax_rule_waits_for_the_supervision(scene):
    made = regulation(scene["hall"], "Taxe", document_type="tax_regulation")
    with pytest.raises(AssertionError, match="tutelle"):
        builders.play(made, "publish", user="secretaire")
    made.supervisory_decision = "Approuvé"
    builders.play(made, "publish", user="secretaire")
    assert len(versions(made)) == 1


@pytest.mark.parametrize(
    ("data", "reason", "sentence"),
    [
        (b"", "Coquille", "PDF"),
        (b"MZ programme", "Coquille", "PDF"),
        (CORRECTED, "", "change"),
        (TEXT, "Coquille", "exactement"),
    ],
)
def test_a_bad_correction_changes_nothing(scene, data, reason, sentence):
    publish(scene["text"])
    with pytest.raises(DeliberationError, match=sentence):
        correct(scene["text"], data, "x.pdf", reason)
    assert len(versions(scene["text"])) == 1


def test_the_list_shows_the_public_what_is_published_only(scene):
    regulation(scene["hall"], "Projet Quintessor")
    publish(scene["text"])
    url = publications_folder(scene["hall"].council).absolute_url()
    page = unescape(visit(scene["app"], url).contents)
    assert "Règlement de police" in page
    assert "Quintessor" not in page
    assert "Quintessor" in visit(scene["app"], url, "secretaire").contents


def test_the_list_tells_what_is_in_force_on_a_day(scene):
    former = regulation(scene["hall"], "Règlement des marchés")
    publish(former)
    text = scene["text"]
    text.replaces = former.UID()
    text.in_force_on = date(2026, 9, 1)
    publish(text, datetime(2026, 8, 3, 10, 0, tzinfo=BRUSSELS))
    with builders.at(datetime(2026, 8, 4, 10, 0, tzinfo=BRUSSELS)):
        regulation(scene["hall"], "Règlement en projet")
    transaction.commit()
    url = f"{scene['hall'].council.absolute_url()}/reglements"
    page = unescape(visit(scene["app"], f"{url}?le=2026-08-15").contents)
    in_force, _half, rest = page.partition("Publiés, pas encore en vigueur")
    assert "Règlement des marchés" in in_force
    assert "du 11 juillet 2026 au 1er septembre 2026 exclu" in in_force
    assert "Règlement de police" in rest
    assert "Règlement en projet" not in page
    page = unescape(visit(scene["app"], f"{url}?le=2026-09-01").contents)
    in_force, _half, rest = page.partition("Remplacés ou abrogés")
    assert "Règlement de police" in in_force
    assert "Règlement des marchés" in rest
    page = unescape(visit(scene["app"], f"{url}?texte=MARCHES").contents)
    assert former.absolute_url() in page
    assert text.absolute_url() not in page
    page = unescape(visit(scene["app"], f"{url}?nature=ordinance").contents)
    assert "ne répond à cette recherche" in page
    wrong = visit(scene["app"], f"{url}?le=31/31&texte=police")
    assert status(wrong) == 400
    assert "Écrivez une date qui existe" in unescape(wrong.contents)
    assert 'value="police"' in wrong.contents
    staff = unescape(visit(scene["app"], url, "secretaire").contents)
    assert "Règlement en projet" in staff
