"""Templates of points, and the points that come back by themselves (G3)."""

from imio.platform.core.annexes.listing import all_annexes
from imio.platform.deliberation.workflow.templates import offered_templates
from imio.platform.deliberation.workflow.templates import propose_recurring
from plone import api
from plone.dexterity.utils import createContentInContainer
from tests.deliberation import builders
from tests.deliberation.workflow.test_categories import category
from tests.deliberation.workflow.test_following import annexed
import pytest


@pytest.fixture
def hall(portal):
    return builders.town_hall(portal)


def template(body, title="Subside", **fields):
    fields.setdefault("subject", title)
    fields.setdefault("decision", builders.rich(f"{title} : décision"))
    with api.env.adopt_roles(["Manager"]):
        return createContentInContainer(
            body, "ItemTemplate", checkConstraints=False, title=title, **fields
        )


def titles(meeting):
    return [item.title for item in builders.items(meeting)]


def test_g3_recurring_points_and_those_presented_are_in_the_services_order(hall):
    for name in ("rec1", "rec2"):
        template(
            hall.college,
            name,
            recurrence="every",
            recurring_service=hall.services["Population"],
        )
    meeting = builders.meeting(hall)
    builders.play(meeting, "prepare", user="secretaire")
    for number, service in enumerate(
        ("Travaux", "Population", "Travaux", "Population", "Travaux"), start=1
    ):
        item = builders.validated(hall, f"item-{number}", service)
        builders.present(item, meeting)
    assert titles(meeting) == [
        "rec1",
        "rec2",
        "item-2",
        "item-4",
        "item-1",
        "item-3",
        "item-5",
    ]


def test_a_recurring_point_brings_its_annexes_and_its_categorys_rules(hall):
    persons = category(hall.college, about_persons=True)
    annexed(template(hall.college, "Paie", recurrence="every", category=persons.UID()))
    meeting = builders.meeting(hall)
    builders.play(meeting, "prepare")
    (item,) = builders.items(meeting)
    assert item.proposing_service == hall.services["Secrétariat"]
    assert item.privacy == "closed"
    assert [one.title for one in all_annexes(item)] == ["Plan"]
    assert api.content.get_state(item) == "on_agenda"


def test_a_point_of_the_month_comes_once_a_month(hall):
    template(hall.college, "Caisse", recurrence="month")
    template(hall.college, "Ancien", recurrence="every", is_closed=True)
    day = builders.in_days(40).replace(day=6)
    first = builders.meeting(hall, day)
    second = builders.meeting(hall, day.replace(day=20))
    for meeting in (first, second):
        builders.play(meeting, "prepare")
    assert titles(first) == ["Caisse"]
    assert titles(second) == []


def test_opening_the_agenda_twice_adds_nothing(hall):
    template(hall.college, "Caisse", recurrence="every")
    meeting = builders.meeting(hall)
    builders.play(meeting, "prepare")
    assert propose_recurring(meeting) == []
    assert titles(meeting) == ["Caisse"]


@pytest.mark.parametrize("rank", [2, 3])
def test_g16_a_new_convocation_puts_the_same_points_and_no_other(hall, rank):
    template(hall.college, "Caisse", recurrence="every")
    meeting = builders.meeting(hall, convocation_rank=rank)
    builders.play(meeting, "prepare")
    assert titles(meeting) == []


def test_templates_are_offered_by_service(hall):
    template(hall.college, "Pour tous")
    template(hall.college, "Voirie", services=[hall.services["Travaux"]])
    template(hall.college, "Fermé", is_closed=True)
    found = offered_templates(hall.college, [hall.services["Population"]])
    assert [one.title for one in found] == ["Pour tous"]
