"""The sitting on its page: suspended, closed to the public, written by two hands."""

from imio.platform.deliberation.records.ballots import ballots
from imio.platform.deliberation.records.sitting import hand
from imio.platform.deliberation.records.sitting import pauses
from tests.deliberation.browser.test_seance import member
from tests.deliberation.browser.test_seance import opened
from tests.deliberation.browser.test_seance import press
from tests.deliberation.browser.test_seance import secretary
from tests.deliberation.browser.test_seance import text
from tests.deliberation.publishing import call
from tests.deliberation.publishing import status
from tests.deliberation.publishing import visit
import pytest
import transaction


@pytest.fixture
def council(functional):
    return opened(functional, lambda hall: hall.council)


@pytest.fixture
def college(functional):
    return opened(functional, lambda hall: hall.college)


def minutes(page):
    return text(page).partition('id="minutes"')[2]


def test_a_suspended_sitting_decides_nothing_until_it_is_resumed(college):
    page = secretary(college)
    press(page, "suspend")
    assert "La séance est suspendue à" in text(page)
    press(page, "decide")
    assert status(page) == 400
    assert "La séance est suspendue : reprenez-la" in text(page)
    answer = call(
        f"{college['items'][0].absolute_url()}/@ballots",
        "POST",
        {"all_in_favour": True},
        "secretaire",
    )
    assert answer[0] == 400
    assert "suspendue" in answer[1]["message"]
    press(page, "resume")
    press(page, "vote-public")
    press(page, "decide")
    assert "La séance est suspendue à" in minutes(page)
    assert "et reprise à" in minutes(page)
    transaction.begin()
    (pause,) = pauses(college["meeting"])
    assert pause.item == college["items"][0].UID()
    assert pause.resumed_at >= pause.suspended_at


def test_the_sitting_closes_from_the_page_or_says_why_not(college):
    page = secretary(college)
    press(page, "close")
    assert status(page) == 400
    assert "n'ont pas d'issue" in text(page)
    for position in (0, 1):
        page = secretary(college, position)
        press(page, "noted")
    press(page, "close")
    assert "Séance levée à" in text(page)


def read_by_public(scene):
    item, meeting = scene["items"][0], scene["meeting"]
    pages = [visit(scene["app"], one.absolute_url()) for one in (item, meeting)]
    answer = call(f"{meeting.absolute_url()}/@agenda")[1]
    found = call(f"{scene['meeting'].aq_parent.absolute_url()}/@search?Title=Trottoir")
    return [
        "Trottoir" in pages[0].contents,
        "Trottoir" in pages[1].contents,
        "Trottoir" in str(answer),
        bool(found[1]["items"]),
    ]


def test_l1122_20_two_thirds_close_the_doors_and_the_point_leaves_the_public(council):
    assert read_by_public(council) == [True, True, True, True]
    page = secretary(council)
    page.getControl(name="doors_in_favour").value = "1"
    press(page, "close-doors")
    assert status(page) == 400
    assert "1 voix sur 3 membres présents, il en faut 2" in text(page)
    assert page.getControl(name="doors_in_favour").value == "1"
    page.getControl(name="doors_in_favour").value = "2"
    press(page, "close-doors")
    assert "Par 2 voix sur 3 membres présents" in text(page)
    assert read_by_public(council) == [False, False, False, False]
    press(page, "vote-public")
    press(page, "decide")
    assert "prononce le huis clos" in minutes(page)


def test_l1122_21_a_question_of_persons_is_closed_at_once_and_undone(council):
    page = secretary(council)
    page.getControl(name="doors_ground").value = ["persons"]
    press(page, "close-doors")
    assert "S'agissant d'une question de personnes" in text(page)
    assert read_by_public(council)[0] is False
    press(page, "open-doors")
    assert read_by_public(council) == [True, True, True, True]


def test_the_college_never_sits_in_public_and_has_no_doors_to_close(college):
    page = secretary(college)
    assert "Prononcer le huis clos" not in text(page)


def test_each_part_says_who_saved_it_and_a_vote_never_when(college):
    page = secretary(college)
    page.getControl(name=f"status-{member(college, 4).uid}").value = ["excused"]
    press(page, "presence")
    assert text(page).count("Enregistré par secretaire à") == 1
    page.getControl(name="yes").value = "3"
    page.getControl(name="no").value = "1"
    press(page, "vote-secret")
    assert "Enregistré par secretaire." in text(page)
    transaction.begin()
    uid = college["items"][0].UID()
    assert len(ballots(college["meeting"], uid)) == 1
    assert hand(college["meeting"], uid, "vote").at is None
    assert hand(college["meeting"], uid, "presence").at is not None


def test_several_members_leave_at_once_and_the_minutes_name_them(college):
    page = secretary(college)
    press(page, "noted")
    page = secretary(college, 1)
    for position in (3, 4):
        name = f"status-{member(college, position).uid}"
        page.getControl(name=name).value = ["excused"]
    press(page, "presence")
    press(page, "noted")
    assert "Luc Delvaux et Thérèse Noël quittent la séance." in minutes(page)
