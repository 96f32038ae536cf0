"""References and their setting, as each kind of visitor."""

from html import unescape
from imio.platform.deliberation.rules.references import DEFAULT
from plone import api
from tests.core.organisation.builders import account
from tests.deliberation import builders
from tests.deliberation.publishing import call
from tests.deliberation.publishing import is_refused
from tests.deliberation.publishing import visit
import pytest
import transaction

WRONG = "{annee}/{seance}/{point}/{here}"


@pytest.fixture
def scene(functional):
    hall = builders.town_hall(functional["portal"])
    meeting = builders.meeting(hall, builders.in_days(10))
    shown = builders.validated(hall, "Trottoir")
    hidden = builders.validated(hall, "Sanction", "Population", privacy="closed")
    for item in (shown, hidden):
        builders.present(item, meeting)
    builders.play(meeting, "prepare", "convene")
    transaction.commit()
    return {
        "app": functional["app"],
        "hall": hall,
        "meeting": meeting,
        "shown": shown,
        "hidden": hidden,
        "year": meeting.date.year,
    }


def administrator() -> None:
    account("gestionnaire")
    api.group.add_user(groupname="Site Administrators", username="gestionnaire")
    transaction.commit()


def text(page) -> str:
    return " ".join(unescape(page.contents).split())


def test_a_reference_is_read_by_who_reads_the_point(scene):
    reference = f"COLLEGE/{scene['year']}/01/2"
    url = scene["hidden"].absolute_url()
    for user in ("secretaire", "echevin", "agent-population"):
        assert reference in text(visit(scene["app"], url, user)), user
        assert call(url, user=user)[1]["reference"] == reference, user
    for user in ("", "citoyen", "agent-travaux"):
        assert is_refused(visit(scene["app"], url, user)), user
        assert call(url, user=user)[0] in (401, 403), user


def test_a_meeting_tells_its_number(scene):
    url, number = scene["meeting"].absolute_url(), f"1/{scene['year']}"
    for user in ("secretaire", "echevin", "agent-travaux"):
        assert number in text(visit(scene["app"], url, user)), user
        assert call(url, user=user)[1]["number"] == number, user


def test_a_wrong_format_is_refused_next_to_its_field(scene):
    college = scene["hall"].college.absolute_url()
    for user in ("", "citoyen", "agent-travaux", "echevin"):
        assert is_refused(visit(scene["app"], f"{college}/edit", user)), user
    administrator()
    page = visit(scene["app"], f"{college}/edit", "gestionnaire")
    field = page.getControl(name="form.widgets.item_reference_format")
    assert field.value == DEFAULT
    field.value = WRONG
    page.getControl(name="form.buttons.save").click()
    assert "« {here} » n'existe pas. Vous pouvez employer" in text(page)
    field = page.getControl(name="form.widgets.item_reference_format")
    assert field.value == WRONG
    field.value = "CC/{annee}/{seance}/{point}"
    page.getControl(name="form.buttons.save").click()
    transaction.begin()
    assert scene["hall"].college.item_reference_format == "CC/{annee}/{seance}/{point}"


@pytest.mark.parametrize(
    ("field", "wrong", "said"),
    [
        ("item_reference_format", WRONG, "« {here} » n'existe pas"),
        ("register_format", "{number}", "Mettez aussi {year}"),
    ],
)
def test_the_service_refuses_a_wrong_format(scene, field, wrong, said):
    administrator()
    college = scene["hall"].college
    before = getattr(college, field)
    code, answer = call(college.absolute_url(), "PATCH", {field: wrong}, "gestionnaire")
    assert code == 400
    assert said in str(answer)
    transaction.begin()
    assert getattr(college, field) == before
