"""Attendance tokens on their page, in their files and through the API."""

from html import unescape
from imio.platform.core import clock
from io import BytesIO
from tests.deliberation import builders
from tests.deliberation.publishing import call
from tests.deliberation.publishing import is_refused
from tests.deliberation.publishing import status
from tests.deliberation.publishing import visit
from zipfile import ZipFile
import csv
import pytest
import transaction


@pytest.fixture
def scene(functional):
    """A council held today, its last member excused."""
    hall = builders.town_hall(functional["portal"])
    with builders.at(builders.in_days(-9)):
        meeting = builders.meeting(hall, builders.in_days(9), body=hall.council)
        note = builders.rich("Note")
        item = builders.validated(
            hall, "Trottoir", body=hall.council, synthesis_note=note
        )
        builders.present(item, meeting)
        builders.play(meeting, "prepare", "convene")
    builders.play(meeting, "open")
    builders.seat(meeting, absent=1)
    item.outcome = "noted"
    builders.play(item, "decide")
    builders.play(meeting, "close")
    transaction.commit()
    return {"app": functional["app"], "body": hall.council, "meeting": meeting}


def page(scene, query="", user="secretaire"):
    return visit(scene["app"], f"{scene['body'].absolute_url()}/@@jetons{query}", user)


def test_tokens_are_for_the_secretariat(scene):
    service = f"{scene['body'].absolute_url()}/@attendance-tokens"
    for user in ("", "citoyen", "agent-travaux", "echevin"):
        assert is_refused(page(scene, user=user)), user
        assert is_refused(page(scene, "?format=ods", user)), user
        assert call(service, user=user)[0] in (401, 403), user
    assert status(page(scene)) == 200
    assert call(service, user="secretaire")[0] == 200


def test_the_page_and_its_files_say_the_same(scene):
    found = page(scene, "?amount=100,50")
    assert "Jean Henrotte" in found.contents
    assert "201,00" in found.contents
    found.getLink("Télécharger en CSV").click()
    assert found.headers["content-type"].startswith("text/csv")
    content = found.contents
    text = content if isinstance(content, str) else content.decode("utf-8")
    rows = list(csv.DictReader(text.lstrip("\ufeff").splitlines(), delimiter=";"))
    tokens = {row["Membre"]: row["Jetons"] for row in rows}
    assert sorted(tokens.values()) == ["0", "1", "2"]
    assert tokens["Jean Henrotte"] == "2"
    service = f"{scene['body'].absolute_url()}/@attendance-tokens?amount=100.50"
    answer = call(service, user="secretaire")[1]
    assert {one["name"]: str(one["tokens"]) for one in answer["items"]} == tokens
    assert max(one["amount"] for one in answer["items"]) == "201.00"


def test_the_ods_holds_the_totals_and_what_they_rest_on(scene):
    found = page(scene, "?format=ods")
    body = found.contents
    raw = body if isinstance(body, bytes) else body.encode("latin-1")
    with ZipFile(BytesIO(raw)) as archive:
        assert archive.namelist()[0] == "mimetype"
        content = archive.read("content.xml").decode()
    assert 'table:name="Jetons"' in content
    assert 'table:name="Séances"' in content
    assert clock.today().isoformat() in content


@pytest.mark.parametrize(
    ("query", "word"),
    [
        ("?start=demain", "Écrivez une date"),
        ("?start=2026-12-31&end=2026-01-01", "finit avant"),
        ("?amount=beaucoup", "montant"),
        ("?amount=-5", "montant"),
        ("?amount=NaN", "montant"),
    ],
)
def test_what_cannot_be_counted_is_refused_and_kept_in_the_form(scene, query, word):
    found = page(scene, query)
    assert status(found) == 400
    assert word in unescape(found.contents)
    service = f"{scene['body'].absolute_url()}/@attendance-tokens{query}"
    code, answer = call(service, user="secretaire")
    assert code == 400
    assert word in answer["message"]


def test_a_period_without_sitting_says_so(scene):
    found = page(scene, "?start=2020-01-01&end=2020-12-31")
    assert "Aucune séance tenue" in unescape(found.contents)
