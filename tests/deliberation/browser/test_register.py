"""The register's pages and services, by role."""

from imio.platform.deliberation.records.register import acts
from imio.platform.deliberation.records.register import keep_file
from tests.deliberation import builders
from tests.deliberation.publishing import call
from tests.deliberation.publishing import is_refused
from tests.deliberation.publishing import status
from tests.deliberation.publishing import visit
from tests.deliberation.publishing import words
import pytest
import transaction


@pytest.fixture
def hall(functional):
    made = builders.town_hall(functional["portal"], publicity="titles")
    builders.approved(made, ("Trottoir", "Zone 30"))
    for act in acts(made.college):
        keep_file(made.college, act, b"%PDF-1.7 " + act.title.encode(), "acte.pdf")
    transaction.commit()
    return made


@pytest.fixture
def app(functional):
    return functional["app"]


def test_the_register_lists_searches_downloads_and_verifies(hall, app):
    url = hall.college.absolute_url()
    page = visit(app, f"{url}/@@register", "secretaire")
    for act in acts(hall.college):
        assert act.reference in words(page)
        assert act.sha256 in words(page)
    page = visit(app, f"{url}/@@register?q=trottoir", "secretaire")
    assert "Trottoir" in words(page) and "Zone 30" not in words(page)
    year = acts(hall.college)[0].year
    page = visit(app, f"{url}/@@register-act?year={year}&number=1", "echevin")
    assert page.headers["content-type"] == "application/pdf"
    page = visit(app, f"{url}/@@register-verify?year={year}", "secretaire")
    assert "aucun numéro ne manque" in words(page)


def test_the_register_is_for_the_members_and_the_secretariat(hall, app):
    year = acts(hall.college)[0].year
    pages = ("register", "register-verify", f"register-act?year={year}&number=1")
    for page in pages:
        url = f"{hall.college.absolute_url()}/@@{page}"
        for user in ("", "citoyen", "agent-travaux"):
            assert is_refused(visit(app, url, user)), (page, user)


def test_a_number_that_does_not_exist_is_not_found(hall, app):
    url = hall.college.absolute_url()
    for query in ("year=2026&number=99", "year=abc&number=-1", ""):
        page = visit(app, f"{url}/@@register-act?{query}", "secretaire")
        assert status(page) == 404, query


def test_the_services_tell_the_register_and_its_verification(hall):
    url = hall.college.absolute_url()
    code, answer = call(f"{url}/@register?q=zone", user="secretaire")
    assert code == 200
    assert [line["title"] for line in answer["items"]] == ["Zone 30"]
    code, answer = call(f"{url}/@register-verification", user="secretaire")
    assert code == 200 and answer["is_intact"] is True and answer["acts"] == 2
    for user in ("", "citoyen", "agent-travaux"):
        assert call(f"{url}/@register", user=user)[0] in (401, 403)
        assert call(f"{url}/@register-verification", user=user)[0] in (401, 403)


def test_a_meeting_approved_before_the_register_is_entered_by_the_secretary(
    hall, app, monkeypatch
):
    from imio.platform.deliberation.workflow import meeting_effects

    monkeypatch.setattr(meeting_effects, "register", lambda meeting: [])
    builders.approved(hall, ("Ancien",), hall.council)
    transaction.commit()
    monkeypatch.undo()
    url = f"{hall.council.absolute_url()}/@@register"
    page = visit(app, url, "secretaire")
    assert "ne sont pas encore au registre" in words(page)
    page.getControl("Inscrire et figer ce qui manque").click()
    transaction.begin()
    assert "Ancien" in words(page)
    assert [act.title for act in acts(hall.council)] == ["Ancien"]
