"""The page that runs a meeting: without script, one small POST a save."""

from html import unescape
from imio.platform.deliberation.content.officials import members_of
from imio.platform.deliberation.records.agenda import item_uids
from imio.platform.deliberation.records.ballots import last_ballot
from imio.platform.deliberation.records.presence import presence
from imio.platform.deliberation.rules.ballot import Method
from imio.platform.deliberation.rules.ballot import Tally
from imio.platform.deliberation.workflow.voting import BallotGiven
from imio.platform.deliberation.workflow.voting import record_ballot
from plone import api
from tests.deliberation import builders
from tests.deliberation.publishing import is_refused
from tests.deliberation.publishing import status
from tests.deliberation.publishing import visit
import pytest
import transaction


@pytest.fixture
def scene(functional):
    return opened(functional, lambda hall: hall.college)


def opened(functional, body_of):
    """A body in session with two points and everybody there."""
    hall = builders.town_hall(functional["portal"])
    body = body_of(hall)
    note = builders.rich("Note")
    with builders.at(builders.in_days(-9)):
        meeting = builders.meeting(hall, builders.in_days(9), body=body)
        for title in ("Trottoir", "Carnaval"):
            item = builders.validated(hall, title, body=body, synthesis_note=note)
            builders.present(item, meeting)
        builders.play(meeting, "prepare", "convene")
    builders.play(meeting, "open")
    builders.seat(meeting)
    waiting = builders.validated(hall, "Subside", body=body, synthesis_note=note)
    transaction.commit()
    return {
        "app": functional["app"],
        "meeting": meeting,
        "items": builders.items(meeting),
        "waiting": waiting,
        "url": f"{meeting.absolute_url()}/@@seance",
    }


def secretary(scene, item=0):
    uid = scene["items"][item].UID()
    return visit(scene["app"], f"{scene['url']}?item={uid}", "secretaire")


def text(page):
    """What a person reads, whatever the page writes accents as."""
    return " ".join(unescape(page.contents).split())


def press(page, action):
    page.getControl(name="action", index=_index(page, action)).click()


def _index(page, action):
    index = 0
    while page.getControl(name="action", index=index)._elem.get("value") != action:
        index += 1
    return index


def member(scene, position):
    return members_of(scene["meeting"])[position]


def test_running_a_meeting_is_for_the_secretariat(scene):
    for user in ("", "citoyen", "agent-travaux", "echevin"):
        assert is_refused(visit(scene["app"], scene["url"], user)), user
    page = visit(scene["app"], scene["url"], "secretaire")
    assert status(page) == 200
    assert "En séance" in text(page)
    assert "Quorum atteint" in text(page)


def test_all_in_favour_then_the_exceptions_names_and_proposes(scene):
    page = secretary(scene)
    page.getControl(name=f"vote-{member(scene, 1).uid}").value = ["no"]
    press(page, "vote-public")
    assert "une voix contre (Benoît Collard)" in text(page)
    assert "Issue proposée par le vote" in text(page)
    page.getControl(name="decision").value = "<p>De refaire le trottoir.</p>"
    press(page, "decide")
    transaction.begin()
    item = scene["items"][0]
    assert item.outcome == "adopted"
    assert "refaire" in item.decision.raw
    assert last_ballot(scene["meeting"], item.UID()).tally == Tally(4, 1)
    minutes = text(page).partition('id="minutes"')[2]
    assert "Par 4 voix pour et une voix contre (Benoît Collard)," in minutes
    assert "De refaire le trottoir." in minutes


def test_g11_a_secret_ballot_refused_keeps_what_was_typed(scene):
    page = secretary(scene)
    page.getControl(name="yes").value = "5"
    page.getControl(name="no").value = "2"
    press(page, "vote-secret")
    assert status(page) == 400
    assert "7 voix pour 5 votants" in text(page)
    assert page.getControl(name="no").value == "2"
    page.getControl(name="yes").value = "trois"
    press(page, "vote-secret")
    assert "nombre entier" in text(page)
    page.getControl(name="yes").value = "3"
    press(page, "vote-secret")
    assert "Au scrutin secret, par 3 voix pour et 2 voix contre" in text(page)


def test_g16_a_departure_blocks_with_its_sentence_and_an_arrival_restores(scene):
    page = secretary(scene)
    for position in (2, 3, 4):
        name = f"status-{member(scene, position).uid}"
        page.getControl(name=name).value = ["excused"]
    press(page, "presence")
    assert "Quorum non atteint" in text(page)
    assert "2 membres présents sur 5, il en faut 3" in text(page)
    assert "vote-public" not in text(page)
    press(page, "decide")
    assert status(page) == 400
    assert "quorum n'est pas atteint" in text(page)
    transaction.begin()
    assert not scene["items"][0].outcome
    page = secretary(scene, item=1)
    page.getControl(name=f"status-{member(scene, 2).uid}").value = ["present"]
    press(page, "presence")
    assert "Quorum atteint" in text(page)
    press(page, "vote-public")
    assert "unanimité" in text(page)


def test_g13_who_voted_stays_and_the_form_keeps_the_choice(scene):
    page = secretary(scene)
    press(page, "vote-public")
    name = f"status-{member(scene, 4).uid}"
    page.getControl(name=name).value = ["absent"]
    press(page, "presence")
    assert status(page) == 400
    assert "Thérèse Noël a voté à haute voix" in text(page)
    assert page.getControl(name=name).value == ["absent"]


def test_g13_two_states_at_once_are_refused(scene):
    uid = member(scene, 0).uid
    page = secretary(scene)
    seen = page.getControl(name="seen", index=0).value
    body = (
        f"item={scene['items'][0].UID()}&action=presence&seen={seen}"
        f"&status-{uid}=absent&status-{uid}=excused"
    )
    page.post(scene["url"], body)
    assert status(page) == 400
    assert "deux états à la fois" in text(page)


def test_two_secretaries_both_see_both_values_and_nothing_is_lost(scene):
    page = secretary(scene)
    page.getControl(name="yes").value = "4"
    page.getControl(name="no").value = "1"
    with api.env.adopt_roles(["Manager"]):
        record_ballot(scene["items"][0], BallotGiven(Method.SECRET, figures={"yes": 5}))
    transaction.commit()
    press(page, "vote-secret")
    assert status(page) == 409
    assert "Quelqu'un d'autre" in text(page)
    assert "Au scrutin secret, à l'unanimité" in text(page)
    assert page.getControl(name="yes").value == "4"
    transaction.begin()
    held = last_ballot(scene["meeting"], scene["items"][0].UID())
    assert held.tally == Tally(5)
    press(page, "vote-secret")
    transaction.begin()
    held = last_ballot(scene["meeting"], scene["items"][0].UID())
    assert held.tally == Tally(4, 1)


def test_a_decision_text_changed_meanwhile_is_shown_beside_the_one_typed(scene):
    page = secretary(scene)
    page.getControl(name="decision").value = "<p>Ma version.</p>"
    scene["items"][0].decision = builders.rich("Son autre version")
    transaction.commit()
    press(page, "decide")
    assert status(page) == 409
    assert "Son autre version" in text(page)
    assert "Ma version" in page.getControl(name="decision").value


def test_postponing_withdrawing_noting_and_taking_up_again(scene):
    for action, outcome in (
        ("postponed", "postponed"),
        ("withdrawn", "withdrawn"),
        ("noted", "noted"),
    ):
        page = secretary(scene)
        press(page, action)
        transaction.begin()
        assert scene["items"][0].outcome == outcome
        press(page, "reopen")
        assert status(page) == 400
        page.getControl(name="reopen_comment").value = "Erreur de saisie."
        press(page, "reopen")
        transaction.begin()
        assert api.content.get_state(scene["items"][0]) == "frozen"


def test_returning_to_the_service_wants_its_reason(scene):
    page = secretary(scene)
    press(page, "return")
    assert status(page) == 400
    page.getControl(name="comment").value = "Le plan manque."
    press(page, "return")
    transaction.begin()
    assert api.content.get_state(scene["items"][0]) == "returned"
    assert scene["items"][0].UID() in item_uids(scene["meeting"])


def test_nothing_is_done_by_reading(scene):
    before = presence(scene["meeting"])
    url = f"{scene['url']}?action=withdrawn&item={scene['items'][0].UID()}"
    visit(scene["app"], url, "secretaire")
    transaction.begin()
    assert not scene["items"][0].outcome
    assert presence(scene["meeting"]) == before


def test_an_urgent_point_of_the_council_wants_two_thirds_and_names_them(functional):
    scene = opened(functional, lambda hall: hall.council)
    agenda = visit(
        scene["app"], f"{scene['meeting'].absolute_url()}/@@agenda", "secretaire"
    )
    agenda.getControl(name="items").value = [scene["waiting"].UID()]
    agenda.getControl(name="present").click()
    assert "deux tiers" in text(agenda)
    page = secretary(scene)
    page.getControl(name="in_favour").value = [member(scene, 0).uid]
    press(page, "urgent")
    assert status(page) == 400
    assert "1 voix sur 3 membres présents, il en faut 2" in text(page)
    page.getControl(name="in_favour").value = [
        member(scene, 0).uid,
        member(scene, 1).uid,
    ]
    press(page, "urgent")
    transaction.begin()
    uid = scene["waiting"].UID()
    assert uid in item_uids(scene["meeting"])
    page = visit(scene["app"], f"{scene['url']}?item={uid}", "secretaire")
    assert "déclarée par 2 des 3 membres présents" in text(page)
    press(page, "vote-public")
    press(page, "decide")
    minutes = text(page).partition('id="minutes"')[2]
    assert "déclarée par 2 des 3 membres présents" in minutes
    assert member(scene, 0).person_name in minutes
