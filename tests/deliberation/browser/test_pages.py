"""Each page as the anonymous visitor, the wrong user and the right user."""

from imio.platform.deliberation.content.officials import members_of
from plone import api
from Products.CMFDynamicViewFTI.browserdefault import BrowserDefaultMixin
from tests.deliberation import builders
from tests.deliberation.publishing import is_refused
from tests.deliberation.publishing import status
from tests.deliberation.publishing import visit
import pytest
import transaction

CANARY = "Zarbiflore"


@pytest.fixture
def scene(functional):
    """A convoked college: two public points of Travaux, one behind closed doors."""
    portal = functional["portal"]
    hall = builders.town_hall(portal)
    meeting = builders.meeting(hall)
    shown = builders.validated(hall, "Trottoir", notes="Note confidentielle")
    hidden = builders.validated(
        hall,
        f"Sanction {CANARY}",
        "Population",
        privacy="closed",
        decision=builders.rich(f"Sanctionner {CANARY}"),
    )
    for item in (shown, hidden):
        builders.present(item, meeting)
    builders.play(meeting, "prepare", "convene")
    waiting = builders.validated(hall, "Carnaval")
    transaction.commit()
    return {
        "app": functional["app"],
        "hall": hall,
        "meeting": meeting,
        "shown": shown,
        "hidden": hidden,
        "waiting": waiting,
    }


@pytest.mark.parametrize("page", ["agenda", "convocation", "presence"])
def test_only_the_secretariat_runs_a_meeting(scene, page):
    url = f"{scene['meeting'].absolute_url()}/@@{page}"
    for user in ("", "citoyen", "agent-travaux", "echevin"):
        assert is_refused(visit(scene["app"], url, user)), (page, user)
    right = visit(scene["app"], url, "secretaire")
    assert status(right) == 200
    assert "deliberation-tabs" in right.contents


def test_the_public_reads_the_public_agenda(scene):
    page = visit(scene["app"], scene["meeting"].absolute_url())
    assert status(page) == 200
    assert "Trottoir" in page.contents
    assert CANARY not in page.contents
    assert "deliberation-tabs" not in page.contents
    assert "Claire Lambert" not in page.contents


def test_a_member_reads_the_closed_sitting(scene):
    page = visit(scene["app"], scene["meeting"].absolute_url(), "echevin")
    assert CANARY in page.contents
    assert "Huis clos" in page.contents


def test_an_agent_reads_no_other_services_closed_point(scene):
    page = visit(scene["app"], scene["meeting"].absolute_url(), "agent-travaux")
    assert status(page) == 200
    assert CANARY not in page.contents
    assert is_refused(
        visit(scene["app"], scene["hidden"].absolute_url(), "agent-travaux")
    )


def test_a_point_and_its_notes(scene):
    url = scene["shown"].absolute_url()
    assert is_refused(visit(scene["app"], url))
    assert is_refused(visit(scene["app"], url, "citoyen"))
    member = visit(scene["app"], url, "echevin")
    assert status(member) == 200
    assert "Note confidentielle" not in member.contents
    assert "Note confidentielle" in visit(scene["app"], url, "agent-travaux").contents


def test_drafting_is_for_those_who_serve_in_a_service(scene):
    url = f"{scene['hall'].college.absolute_url()}/@@add-point"
    for user in ("", "citoyen", "echevin"):
        assert is_refused(visit(scene["app"], url, user)), user
    page = visit(scene["app"], url, "agent-travaux")
    assert status(page) == 200
    page.getControl(name="form.widgets.title").value = "Bancs publics"
    page.getControl(name="form.buttons.save").click()
    assert status(page) == 200, page.contents[:400]
    assert "/points/" in page.url
    assert "Bancs publics" in page.contents


def test_deciding_is_for_the_secretariat(scene):
    url = f"{scene['shown'].absolute_url()}/@@decide"
    for user in ("", "citoyen", "agent-travaux", "echevin"):
        assert is_refused(visit(scene["app"], url, user)), user
    page = visit(scene["app"], url, "secretaire")
    assert status(page) == 200
    assert "pas ouverte" in page.contents


def test_the_secretary_presents_and_orders(scene):
    page = visit(
        scene["app"], f"{scene['meeting'].absolute_url()}/@@agenda", "secretaire"
    )
    page.getControl(name="items").value = [scene["waiting"].UID()]
    page.getControl(name="present").click()
    assert "Point tardif" in page.contents
    assert "Pourquoi ici" in page.contents


def test_an_empty_choice_is_said_not_done(scene):
    page = visit(
        scene["app"], f"{scene['meeting'].absolute_url()}/@@agenda", "secretaire"
    )
    page.getControl(name="present").click()
    assert status(page) == 400
    assert "Choisissez au moins un point" in page.contents


def test_presence_is_noted_and_the_quorum_shown(scene):
    url = f"{scene['meeting'].absolute_url()}/@@presence"
    page = visit(scene["app"], url, "secretaire")
    assert "Quorum non atteint" in page.contents
    for mandate in members_of(scene["meeting"]):
        page.getControl(name=f"status-{mandate.uid}").value = ["present"]
    page.getControl(name="save").click()
    assert "Quorum atteint" in page.contents


def test_body_and_root_are_public_but_show_only_what_is(scene):
    body = scene["hall"].college
    page = visit(scene["app"], body.absolute_url())
    assert status(page) == 200
    assert "Carnaval" not in page.contents
    assert CANARY not in page.contents
    assert "@@add-point" not in page.contents
    page = visit(scene["app"], body.absolute_url(), "agent-travaux")
    assert "Carnaval" in page.contents
    root = body.aq_parent
    assert "Collège communal" in visit(scene["app"], root.absolute_url()).contents


def test_planning_a_meeting_is_for_the_secretariat(scene):
    url = f"{scene['hall'].college.absolute_url()}/++add++Meeting"
    for user in ("", "citoyen", "agent-travaux", "echevin"):
        assert is_refused(visit(scene["app"], url, user)), user
    page = visit(scene["app"], url, "secretaire")
    page.getControl(name="form.widgets.date").value = "2027-01-12T13:30"
    page.getControl(name="form.buttons.save").click()
    assert status(page) == 200
    assert "12 janvier 2027" in page.contents


def test_a_college_that_publishes_nothing_shows_nothing(scene):
    hall = scene["hall"]
    hall.college.publicity = "none"
    builders.play(scene["meeting"], "back_to_prepared", "convene")
    transaction.commit()
    assert is_refused(visit(scene["app"], scene["meeting"].absolute_url()))
    assert api.content.get_state(scene["meeting"]) == "convened"


def test_work_that_waits_is_on_the_persons_page(scene):
    builders.play(builders.item(scene["hall"], "Luminaire"), "submit")
    transaction.commit()
    url = f"{scene['hall'].portal.absolute_url()}/@@mon-travail"
    assert "Luminaire" in visit(scene["app"], url, "chef-travaux").contents
    assert "Luminaire" not in visit(scene["app"], url, "agent-population").contents
    assert "Carnaval" in visit(scene["app"], url, "secretaire").contents


def test_the_page_of_a_point_draws_nothing_but_itself(scene, monkeypatch):
    """A path of a template that ends on a content would draw that content's page."""
    drawn = []
    monkeypatch.setattr(BrowserDefaultMixin, "__call__", drawn.append)
    for user in ("agent-travaux", "secretaire"):
        page = visit(scene["app"], scene["shown"].absolute_url(), user)
        assert status(page) == 200, user
        assert scene["meeting"].getId() in page.contents, user
    assert drawn == []
