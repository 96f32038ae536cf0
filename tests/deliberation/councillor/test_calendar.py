"""The member's calendar at its secret address."""

from imio.platform.deliberation.records import calendar_keys
from imio.platform.deliberation.records.notebook import Notebook
from plone import api
from tests.deliberation import builders
from tests.deliberation.councillor.scene import CANARY
from tests.deliberation.councillor.scene import COUNCILLOR
from tests.deliberation.councillor.scene import FORMER
from tests.deliberation.councillor.scene import scene as made_scene
from tests.deliberation.publishing import browser
from tests.deliberation.publishing import is_refused
from tests.deliberation.publishing import status
from tests.deliberation.publishing import visit
import pytest
import transaction


@pytest.fixture
def scene(functional, monkeypatch):
    monkeypatch.setenv("IMIO_JOBS", "none")
    made = made_scene(functional["portal"])
    transaction.commit()
    return {"app": functional["app"], "portal": functional["portal"], **made}


def address(scene, user) -> str:
    """The secret address, asked for in the person's space."""
    url = f"{scene['portal'].absolute_url()}/@@mon-espace-mandataire"
    page = visit(scene["app"], url, user)
    page.getControl(name="renew").click()
    assert status(page) == 200
    return page.getControl("Adresse à donner").value


def test_the_feed_holds_the_owners_meetings_and_no_point(scene):
    feed = visit(scene["app"], address(scene, COUNCILLOR))
    assert status(feed) == 200
    assert feed.headers["Content-Type"].startswith("text/calendar")
    assert "no-store" in feed.headers["Cache-Control"]
    assert scene["council"].UID() in feed.contents
    for name in ("college", "social"):
        assert scene[name].UID() not in feed.contents
    assert CANARY not in feed.contents
    assert "Trottinettes" not in feed.contents


def test_a_cancelled_meeting_is_said_cancelled(scene):
    notebook = Notebook(COUNCILLOR)
    calendar_keys.renew(notebook)
    builders.play(scene["council"], "cancel")
    transaction.commit()
    key = calendar_keys.key_of(notebook)
    url = f"{scene['portal'].absolute_url()}/mandataire.ics?cle={key}"
    assert "STATUS:CANCELLED" in visit(scene["app"], url).contents


def test_a_renewed_address_closes_the_former_one(scene):
    former = address(scene, COUNCILLOR)
    renewed = address(scene, COUNCILLOR)
    assert former != renewed
    assert status(visit(scene["app"], former)) == 404
    assert status(visit(scene["app"], renewed)) == 200
    url = f"{scene['portal'].absolute_url()}/@@mon-espace-mandataire"
    visit(scene["app"], url, COUNCILLOR).getControl(name="withdraw").click()
    assert status(visit(scene["app"], renewed)) == 404


def test_no_key_and_a_wrong_key_open_nothing(scene):
    base = f"{scene['portal'].absolute_url()}/mandataire.ics"
    for query in ("", "?cle=", "?cle=abc", "?cle:list=a", "?cle=None", "?cle=é"):
        assert status(visit(scene["app"], base + query)) == 404, query


def test_the_address_is_asked_for_by_its_owner_alone(scene):
    url = f"{scene['portal'].absolute_url()}/@@mon-calendrier"
    assert is_refused(visit(scene["app"], url))
    page = browser(scene["app"], COUNCILLOR)
    page.open(url)
    transaction.begin()
    assert calendar_keys.key_of(Notebook(COUNCILLOR)) == ""


def test_after_the_mandate_the_feed_is_empty(scene):
    notebook = Notebook(FORMER)
    calendar_keys.renew(notebook)
    transaction.commit()
    key = calendar_keys.key_of(notebook)
    url = f"{scene['portal'].absolute_url()}/mandataire.ics?cle={key}"
    feed = visit(scene["app"], url)
    assert status(feed) == 200
    assert "BEGIN:VEVENT" not in feed.contents


def test_the_feed_of_a_removed_account_is_gone(scene):
    url = address(scene, COUNCILLOR)
    with api.env.adopt_roles(["Manager"]):
        api.user.delete(username=COUNCILLOR)
    transaction.commit()
    assert status(visit(scene["app"], url)) == 404
