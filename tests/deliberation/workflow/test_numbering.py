"""A meeting's number and its points' references, given when it is convoked."""

from datetime import datetime
from imio.platform.core.clock import BRUSSELS
from imio.platform.deliberation.records.meeting_number import meeting_number
from imio.platform.deliberation.records.meeting_number import save_meeting_number
from imio.platform.deliberation.workflow.numbering import number_in_year
from imio.platform.deliberation.workflow.numbering import reference_of
from tests.deliberation import builders
from tests.deliberation.documents.test_documents import odt_text
from tests.deliberation.workflow.test_categories import category
import pytest


@pytest.fixture
def hall(portal):
    return builders.town_hall(portal)


def convoked(hall, year=2026, month=6, body=None, points=(), transitions=True):
    day = datetime(year, month, 25, 19, tzinfo=BRUSSELS)
    with builders.at(datetime(year, month, 1, 9, tzinfo=BRUSSELS)):
        meeting = builders.meeting(hall, day, body=body)
        for item in points or (point(hall, body=body),):
            builders.present(item, meeting)
        builders.play(meeting, "prepare")
        if transitions:
            builders.play(meeting, "convene")
    return meeting


def point(hall, title="Trottoir", **fields):
    fields.setdefault("synthesis_note", builders.rich("Note"))
    return builders.validated(hall, title, **fields)


def test_each_body_numbers_its_convoked_meetings_and_begins_again_each_year(hall):
    waiting = convoked(hall, month=1, transitions=False)
    first, second = convoked(hall, month=2), convoked(hall, month=3)
    council = convoked(hall, month=4, body=hall.council)
    following = convoked(hall, year=2027)
    found = [number_in_year(one) for one in (waiting, first, second, council)]
    assert found == ["", "1/2026", "2/2026", "1/2026"]
    assert number_in_year(following) == "1/2027"


def test_a_convocation_taken_back_keeps_its_number(hall):
    meeting = convoked(hall)
    with builders.at(datetime(2026, 6, 2, 9, tzinfo=BRUSSELS)):
        builders.play(meeting, "back_to_prepared", "convene")
    assert number_in_year(meeting) == "1/2026"
    assert number_in_year(convoked(hall, month=7)) == "2/2026"


def test_a_copy_of_a_meeting_has_no_number(hall):
    first, copy = convoked(hall), convoked(hall, month=7, transitions=False)
    save_meeting_number(copy, meeting_number(first))
    assert number_in_year(copy) == ""


def test_a_point_has_its_reference_once_the_meeting_is_convoked(hall):
    item = point(hall)
    meeting = convoked(hall, points=(item,), transitions=False)
    assert reference_of(meeting, item) == ""
    with builders.at(datetime(2026, 6, 2, 9, tzinfo=BRUSSELS)):
        builders.play(meeting, "convene")
    assert reference_of(meeting, item) == "COLLEGE/2026/01/1"


def test_a_new_format_leaves_the_references_given(hall):
    persons = category(hall.college, "Personnel", code="2.07")
    before = point(hall)
    first = convoked(hall, month=2, points=(before,))
    hall.college.item_reference_format = (
        "{annee}/{seance}/{huis_clos}/{categorie}/{point}"
    )
    opened = point(hall, "Voirie")
    closed = point(hall, "Nomination", privacy="closed", category=persons.UID())
    second = convoked(hall, month=3, points=(opened, closed))
    assert reference_of(first, before) == "COLLEGE/2026/01/1"
    assert reference_of(second, opened) == "2026/2/1"
    assert reference_of(second, closed) == "2026/2/HC/2.07/2"


def test_documents_tell_the_number_and_the_reference(hall):
    meeting = builders.held(hall)
    number = number_in_year(meeting)
    (item,) = builders.items(meeting)
    for template in ("deliberation-convocation", "deliberation-ordre-du-jour"):
        assert number in odt_text(meeting, template), template
    for template in ("deliberation-extrait", "deliberation-deliberation"):
        assert reference_of(meeting, item) in odt_text(item, template), template


def test_documents_before_the_convocation_tell_no_number(hall):
    meeting = builders.meeting(hall)
    assert "n° " not in odt_text(meeting, "deliberation-ordre-du-jour")
