"""Convocation, agenda, minutes and extract, and the mails that carry them."""

from imio.platform.core.documents import generate
from imio.platform.core.documents.errors import UnknownTemplate
from imio.platform.deliberation.records.presence import presence
from imio.platform.deliberation.records.presence import save_presence
from imio.platform.deliberation.rules.ballot import Method
from imio.platform.deliberation.rules.presence import Presence
from imio.platform.deliberation.rules.presence import Status
from imio.platform.deliberation.workflow.deciding import decide
from imio.platform.deliberation.workflow.deciding import VoteGiven
from io import BytesIO
from plone import api
from tests.deliberation import builders
from zipfile import ZipFile
import pytest


def odt_text(context, template, user="secretaire"):
    with api.env.adopt_user(user):
        made = generate(context, template, "odt")
    with ZipFile(BytesIO(made.data)) as odt:
        return odt.read("content.xml").decode("utf-8")


@pytest.fixture
def hall(portal):
    return builders.town_hall(portal)


@pytest.fixture
def convened(hall):
    meeting = builders.meeting(hall)
    for title, privacy in (("Trottoir", "public"), ("Sanction", "closed")):
        item = builders.validated(
            hall,
            title,
            privacy=privacy,
            motivation=builders.rich(f"Vu {title}"),
            decision=builders.rich(f"Décide {title}"),
        )
        builders.present(item, meeting)
    builders.play(meeting, "prepare", "convene")
    return meeting


def test_a_convocation_holds_every_point_and_who_signs(convened):
    text = odt_text(convened, "deliberation-convocation")
    for words in ("Trottoir", "Sanction", "Huis clos", "La Bourgmestre"):
        assert words in text


def test_the_public_agenda_never_holds_the_closed_sitting(convened):
    assert "Sanction" not in odt_text(convened, "deliberation-ordre-du-jour")


def test_an_agent_makes_no_convocation(convened):
    with pytest.raises(UnknownTemplate):
        odt_text(convened, "deliberation-convocation", "agent-travaux")


def test_there_are_no_minutes_before_the_meeting(convened):
    with pytest.raises(UnknownTemplate):
        odt_text(convened, "deliberation-proces-verbal")


def test_minutes_tell_texts_votes_and_movements(convened):
    with builders.at(convened.date):
        builders.play(convened, "open")
        builders.seat(convened)
        first, second = builders.items(convened)
        noted = presence(convened)
        mayor = next(iter(noted.meeting))
        away = {second.UID(): {mayor: Status.NON_ATTENDEE}}
        save_presence(convened, Presence(noted.meeting, away))
        with api.env.adopt_user("secretaire"):
            decide(first, "adopted", VoteGiven(Method.PUBLIC, {"yes": 4, "no": 1}))
            decide(second, "adopted", VoteGiven(Method.SECRET, {"yes": 4}))
        builders.play(convened, "close")
    text = odt_text(convened, "deliberation-proces-verbal")
    for words in (
        "Vu Trottoir",
        "Décide Trottoir",
        "Par 4 voix pour et une voix contre",
        "Claire Lambert ne participe pas à ce point.",
        "Au scrutin secret",
        "La séance est levée",
    ):
        assert words in text, words
    assert "Décide Trottoir" in odt_text(first, "deliberation-extrait")
