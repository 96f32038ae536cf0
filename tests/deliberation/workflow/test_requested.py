"""The council at the request of its members, and at a distance."""

from datetime import datetime
from imio.platform.core.clock import BRUSSELS
from imio.platform.core.documents import generate
from imio.platform.core.workflow.guards import verdict
from imio.platform.deliberation.documents.recipients import recipients
from imio.platform.deliberation.documents.sending import _text
from imio.platform.deliberation.records.convocations import waves
from imio.platform.deliberation.workflow.explanation import explanation
from imio.platform.deliberation.workflow.requested import held_in
from imio.platform.deliberation.workflow.requested import request_of
from imio.platform.deliberation.workflow.requested import request_words
from imio.platform.deliberation.workflow.requested import year_of
from plone import api
from tests.deliberation import builders
from tests.deliberation import convoking
from tests.deliberation.documents.test_documents import odt_text
from zope.i18n import translate
import pytest

REMOTE = {
    "mode": "hybrid",
    "mode_reason": "La salle est inondée.",
    "mode_tool": "Visio de la commune",
    "mode_connection": "https://visio.example.org/conseil code Zarbiflore",
}


@pytest.fixture
def hall(portal):
    return builders.town_hall(portal)


def council(hall, day=25, **fields):
    with convoking.on_june(1):
        made = builders.meeting(
            hall,
            datetime(2026, 6, day, 19, tzinfo=BRUSSELS),
            body=hall.council,
            **fields,
        )
        builders.play(made, "prepare")
    return made


def titles(meeting):
    return [item.title for item in builders.items(meeting)]


def fill(hall, meeting):
    with convoking.on_june(2):
        builders.present(convoking.council_point(hall, "Budget"), meeting)
        builders.present(convoking.councillors_point(hall), meeting)


def test_points_of_those_who_ask_are_pinned_with_the_reason(hall):
    meeting = council(hall, requested_by=[convoking.councillor("Peeters")])
    fill(hall, meeting)
    assert titles(meeting) == ["Aire de jeux", "Budget"]
    first = builders.items(meeting)[0]
    assert "L1122-12" in translate(explanation(meeting, first.UID()))


def test_a_request_by_too_few_pins_nothing_and_says_so(hall):
    for last_name in ("Collard", "Lambert", "Noël", "Delvaux"):
        convoking.seat_in_council(hall, last_name)
    meeting = council(hall, requested_by=[convoking.councillor("Peeters")])
    fill(hall, meeting)
    assert titles(meeting) == ["Budget", "Aire de jeux"]
    words = translate(request_words(request_of(meeting)))
    assert words.startswith("1 membres sur 7 le demandent ; il en faut 3 (un tiers")
    assert "ne suffit pas" in words


def test_after_a_year_of_few_meetings_a_quarter_is_enough(hall):
    for last_name in ("Collard", "Lambert", "Noël", "Delvaux"):
        convoking.seat_in_council(hall, last_name)
    with builders.at(datetime(2025, 5, 1, tzinfo=BRUSSELS)):
        evening = datetime(2025, 5, 28, 19, tzinfo=BRUSSELS)
        held = builders.meeting(hall, evening, body=hall.council)
        builders.play(held, "prepare")
        builders.present(convoking.council_point(hall, "Ancien"), held)
        builders.play(held, "convene")
    assert held_in(hall.council, 2025) == 0
    with builders.at(evening):
        builders.play(held, "open")
    assert held_in(hall.council, 2025) == 1
    asked = [convoking.councillor("Peeters"), convoking.councillor("Lemaire")]
    request = request_of(council(hall, requested_by=asked))
    assert (request.needed, request.is_enough) == (2, True)
    assert held_in(hall.council, 2020) is None


def test_the_years_meetings_are_counted_for_the_council_alone(hall):
    council(hall)
    with convoking.on_june(2):
        year = year_of(hall.council)
    assert (year.held, year.to_come, year.needed) == (0, 1, 10)
    assert year_of(hall.college) is None


def test_a_remote_meeting_is_not_convoked_without_its_mentions(hall):
    meeting = council(hall)
    fill(hall, meeting)
    with convoking.on_june(3):
        for name in ("mode", "mode_reason", "mode_tool"):
            setattr(meeting, name, REMOTE[name])
            assert "à distance" in translate(verdict(meeting, "convene").reason)
        meeting.mode_connection = REMOTE["mode_connection"]
        assert verdict(meeting, "convene")


def test_the_convocation_says_why_and_how_and_who_asks(hall):
    meeting = council(hall, requested_by=[convoking.councillor("Peeters")], **REMOTE)
    fill(hall, meeting)
    with convoking.on_june(3):
        builders.play(meeting, "convene")
        text = odt_text(meeting, "deliberation-convocation")
    for words in (
        "La salle est inondée.",
        "Visio de la commune",
        "Zarbiflore",
        "demandée par Nadia Peeters",
    ):
        assert words in text, words
    mail = _text(meeting, waves(meeting)[0], recipients(meeting)[0])
    assert "Zarbiflore" in mail
    with api.env.adopt_user("secretaire"):
        made = generate(meeting, "deliberation-ordre-du-jour", "odt")
    assert b"Zarbiflore" not in made.data
