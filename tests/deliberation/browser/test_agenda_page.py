"""The secretary orders an agenda, alone or with somebody else."""

from html import unescape
from imio.platform.deliberation.records.agenda import agenda
from imio.platform.deliberation.records.agenda import item_uids
from imio.platform.deliberation.records.agenda import token
from imio.platform.deliberation.rules.agenda import numbers
from imio.platform.deliberation.workflow.lookup import find_item
from imio.platform.deliberation.workflow.reordering import add_heading
from tests.deliberation import builders
from tests.deliberation.publishing import call
from tests.deliberation.publishing import status
from tests.deliberation.publishing import visit
import pytest
import transaction

CANARY = "Zarbiflore"


@pytest.fixture
def scene(functional):
    portal = functional["portal"]
    hall = builders.town_hall(portal)
    meeting = builders.meeting(hall)
    builders.play(meeting, "prepare")
    for title in ("Trottoir", "Éclairage", "Égouts"):
        builders.present(builders.validated(hall, title), meeting)
    hidden = builders.validated(hall, "Sanction", privacy="closed")
    builders.present(hidden, meeting)
    transaction.commit()
    return {"app": functional["app"], "meeting": meeting, "hall": hall}


def titles(meeting):
    transaction.begin()
    return [find_item(uid).title for uid in item_uids(meeting)]


def said(page) -> str:
    """The page as it is read, whatever its line breaks and its entities."""
    return " ".join(unescape(page.contents).split())


def page_of(scene):
    url = f"{scene['meeting'].absolute_url()}/@@agenda"
    return visit(scene["app"], url, "secretaire")


def press(page, name, uid=""):
    """Press the button ``name`` of a line, or the only one."""
    buttons = page._response.html.select(f'button[name="{name}"]')
    values = [button["value"] for button in buttons]
    page.getControl(name=name, index=values.index(uid) if uid else 0).click()


def uid_of(meeting, title):
    return next(uid for uid in item_uids(meeting) if find_item(uid).title == title)


def test_a_sub_point_by_its_button_and_back(scene):
    meeting = scene["meeting"]
    press(page_of(scene), "make_sub_point", uid_of(meeting, "Éclairage"))
    transaction.begin()
    assert numbers(agenda(meeting)) == ["1", "1.1", "2", "3"]
    press(page_of(scene), "make_point", uid_of(meeting, "Éclairage"))
    transaction.begin()
    assert numbers(agenda(meeting)) == ["1", "2", "3", "4"]


def test_a_heading_is_added_then_undone(scene):
    page = page_of(scene)
    page.getControl(name="heading").value = "Voirie"
    press(page, "add_heading")
    assert "Voirie" in said(page)
    assert "Annuler le dernier changement" in said(page)
    press(page, "undo")
    assert "annulé" in said(page)
    transaction.begin()
    assert len(agenda(scene["meeting"])) == 4
    assert "Annuler le dernier changement" not in said(page)


def test_an_empty_heading_is_refused_and_nothing_is_lost(scene):
    page = page_of(scene)
    page.getControl(name="heading").value = "x" * 201
    press(page, "add_heading")
    assert status(page) == 400
    assert "200 caractères au plus" in said(page)
    assert "x" * 201 in said(page)


def test_a_move_from_a_stale_page_is_refused(scene):
    meeting = scene["meeting"]
    mine, theirs = page_of(scene), page_of(scene)
    press(theirs, "up", uid_of(meeting, "Égouts"))
    expected = titles(meeting)
    uid = uid_of(meeting, "Trottoir")
    mine.getControl(name=f"number-{uid}").value = "3"
    press(mine, "move", uid)
    assert status(mine) == 400
    assert "a changé depuis que cette page" in said(mine)
    assert titles(meeting) == expected
    # What was typed is still there, and the page is fresh: once more works.
    assert mine.getControl(name=f"number-{uid}").value == "3"
    press(mine, "move", uid)
    assert status(mine) == 200
    assert titles(meeting)[2] == "Trottoir"


def test_sorting_is_previewed_then_confirmed(scene):
    meeting = scene["meeting"]
    moved = uid_of(meeting, "Sanction")
    url = f"{meeting.absolute_url()}/@agenda"
    assert call(url, "POST", {"move": moved, "number": "1"}, "secretaire")[0] == 200
    before = titles(meeting)
    page = visit(
        scene["app"], f"{meeting.absolute_url()}/@@agenda?preview=1", "secretaire"
    )
    assert "changeraient de numéro" in said(page)
    assert titles(meeting) == before
    press(page, "sort")
    assert titles(meeting)[-1] == "Sanction"


def test_undo_is_refused_once_somebody_changed_the_agenda(scene):
    meeting = scene["meeting"]
    url = f"{meeting.absolute_url()}/@agenda"
    uid = uid_of(meeting, "Trottoir")
    call(url, "POST", {"move": uid, "number": "3"}, "secretaire")
    with builders.api.env.adopt_roles(["Manager"]):
        other = builders.validated(scene["hall"], "Carnaval")
    transaction.commit()
    call(url, "POST", {"present": [other.UID()]}, "secretaire")
    code, answer = call(url, "POST", {"undo": True}, "secretaire")
    assert code == 400
    assert "ne peut plus être annulé" in answer["message"]


def test_the_service_does_what_the_page_does(scene):
    meeting = scene["meeting"]
    url = f"{meeting.absolute_url()}/@agenda"
    first, second = item_uids(meeting)[:2]
    code, answer = call(url, user="secretaire")
    stale = answer["token"]
    code, answer = call(url, "POST", {"sub_point": second}, "secretaire")
    assert [line["number"] for line in answer["items"]] == ["1", "1.1", "2", "3"]
    code, answer = call(url, "POST", {"point": second, "token": stale}, "secretaire")
    assert code == 400
    code, answer = call(url, "POST", {"point": second}, "secretaire")
    assert code == 200
    body = {"heading": "Travaux", "before": first}
    code, answer = call(url, "POST", body, "secretaire")
    heading = answer["items"][0]
    assert (heading["title"], heading["kind"]) == ("Travaux", "heading")
    body = {"heading": "Voirie", "rename": heading["uid"]}
    assert call(url, "POST", body, "secretaire")[1]["items"][0]["title"] == "Voirie"
    code, answer = call(url, "POST", {"move": second, "before": first}, "secretaire")
    assert answer["items"][1]["uid"] == second
    code, answer = call(url, "POST", {"sort": "preview"}, "secretaire")
    assert code == 200 and "changes" in answer
    body = {"remove_heading": heading["uid"]}
    code, answer = call(url, "POST", body, "secretaire")
    assert len(answer["items"]) == 4
    for user in ("", "citoyen", "agent-travaux", "echevin"):
        assert call(url, "POST", {"undo": True}, user)[0] in (401, 403), user


def test_g19_a_heading_over_closed_points_is_not_told(scene):
    meeting = scene["meeting"]
    closed = uid_of(meeting, "Sanction")
    with builders.api.env.adopt_roles(["Manager"]):
        add_heading(meeting, CANARY, closed)
        add_heading(meeting, "Voirie", item_uids(meeting)[0])
        builders.play(meeting, "convene")
    transaction.commit()
    url = meeting.absolute_url()
    for user in ("", "citoyen", "agent-population"):
        page = visit(scene["app"], url, user)
        assert "Voirie" in said(page), user
        assert CANARY not in said(page), user
        answer = call(f"{url}/@agenda", user=user)[1]
        assert CANARY not in str(answer), user
        assert "token" not in answer, user
    assert CANARY in said(visit(scene["app"], url, "echevin"))
    assert token(meeting)
