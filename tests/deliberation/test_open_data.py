"""What anybody may reuse: decisions as CSV, meetings as a calendar."""

from icalendar import Calendar
from imio.platform.deliberation.rules.ballot import Method
from imio.platform.deliberation.workflow.deciding import decide
from imio.platform.deliberation.workflow.deciding import VoteGiven
from tests.deliberation import builders
import csv
import io
import pytest
import requests
import transaction

CANARY = "Zarbiflore"


@pytest.fixture
def scene(functional):
    """A council that decided one public point and one behind closed doors."""
    hall = builders.town_hall(functional["portal"])
    meeting = builders.meeting(hall, builders.in_days(12), body=hall.council)
    made = []
    for title, privacy in (("Trottinette", "public"), (f"Cas {CANARY}", "closed")):
        item = builders.validated(
            hall,
            title,
            body=hall.council,
            privacy=privacy,
            synthesis_note=builders.rich(title),
        )
        builders.present(item, meeting)
        made.append(item)
    builders.play(meeting, "prepare", "convene")
    builders.seat(meeting)
    with builders.at(meeting.date):
        builders.play(meeting, "open")
        for item in made:
            figures = {"yes": 2, "no": 1, "abstain": 0}
            with builders.api.env.adopt_roles(["Manager"]):
                decide(item, "adopted", vote=VoteGiven(Method.PUBLIC, figures))
        builders.play(meeting, "close")
    transaction.commit()
    return {"hall": hall, "meeting": meeting, "url": hall.council.absolute_url()}


def rows(scene, user="") -> list[dict]:
    auth = (user, builders.PASSWORD) if user else None
    answer = requests.get(f"{scene['url']}/@@decisions.csv", auth=auth, timeout=60)
    assert answer.status_code == 200
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    text = answer.content.decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text), delimiter=";"))


def test_g22_a_public_decision_is_a_row_once_decisions_are_published(scene):
    assert rows(scene) == []
    builders.play(scene["meeting"], "publish_decisions")
    transaction.commit()
    (row,) = rows(scene)
    assert row["DELIB_OBJET"] == "Trottinette"
    votes = [row[f"VOTE_{name}"] for name in ("EFFECTIF", "REEL", "POUR", "CONTRE")]
    assert votes == ["3", "3", "2", "1"]
    assert row["DELIB_DATE"] == f"{scene['meeting'].date:%Y-%m-%d}"


@pytest.mark.parametrize("user", ["", "citoyen", "secretaire"])
def test_g19_the_closed_point_is_in_no_open_data_whoever_asks(scene, user):
    builders.play(scene["meeting"], "publish_decisions")
    transaction.commit()
    assert CANARY not in str(rows(scene, user))


def test_the_calendar_holds_the_public_meetings_only(scene):
    builders.meeting(scene["hall"], builders.in_days(40), body=scene["hall"].council)
    transaction.commit()
    answer = requests.get(f"{scene['url']}/@@seances.ics", timeout=60)
    assert answer.headers["Content-Type"].startswith("text/calendar")
    events = Calendar.from_ical(answer.content).walk("VEVENT")
    assert [str(one["url"]) for one in events] == [scene["meeting"].absolute_url()]
    assert events[0].decoded("dtstart") == scene["meeting"].date
    assert CANARY not in answer.text
