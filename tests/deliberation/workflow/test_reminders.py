"""The daily work mails what comes near, once, to those whose task it is."""

from imio.platform.core.jobs.testing import run_pending
from imio.platform.core.mail import sending as mailing
from imio.platform.core.notifications.choices import choose
from imio.platform.deliberation.content.advice import advice_clock
from imio.platform.deliberation.reminders.job import remind
from imio.platform.deliberation.workflow.advices import ask
from tests.deliberation import builders
from tests.deliberation import convoking
import pytest


@pytest.fixture
def hall(portal):
    return builders.town_hall(portal)


@pytest.fixture
def mails(monkeypatch):
    taken = []
    monkeypatch.setattr(mailing, "deliver", lambda site, mail: taken.append(mail))
    return taken


def a_day(hall, mails, moment) -> list[tuple[str, str]]:
    """Who is told what on a morning."""
    run_pending()
    mails.clear()
    with moment:
        remind(hall.portal, "")
        run_pending()
    return [
        (str(mail["To"]).partition("@")[0], mail.get_content().splitlines()[0])
        for mail in mails
    ]


def prepared_council(hall):
    with convoking.on_june(1):
        meeting = builders.meeting(
            hall,
            convoking.datetime(2026, 6, 25, 19, tzinfo=convoking.BRUSSELS),
            body=hall.council,
        )
        builders.play(meeting, "prepare")
        builders.present(convoking.council_point(hall, "Budget"), meeting)
    return meeting


def test_the_secretariat_is_told_once_that_the_convocation_is_due(hall, mails):
    prepared_council(hall)
    assert a_day(hall, mails, convoking.on_june(14, 6)) == []
    expected = (
        "secretaire",
        "La convocation part au plus tard le mercredi 17 juin 2026.",
    )
    assert a_day(hall, mails, convoking.on_june(15, 6)) == [expected]
    assert a_day(hall, mails, convoking.on_june(16, 6)) == []
    late = a_day(hall, mails, convoking.on_june(18, 6))
    assert (
        "secretaire",
        "Le dernier jour utile pour convoquer, le mercredi 17 juin 2026, est passé.",
    ) in late


def test_drafts_that_are_not_online_are_told(hall, mails):
    hall.council.publicity = "titles"
    convoking.council_meeting(hall)
    told = a_day(hall, mails, convoking.on_june(17, 6))
    assert told == [
        (
            "secretaire",
            "Les projets de délibération sont en ligne au plus tard le vendredi 19 "
            "juin 2026.",
        )
    ]


def test_added_points_nobody_was_sent_are_told(hall, mails):
    meeting = convoking.council_meeting(hall)
    with convoking.on_june(18):
        builders.present(convoking.councillors_point(hall), meeting)
    assert a_day(hall, mails, convoking.on_june(18, 20)) == []
    told = a_day(hall, mails, convoking.on_june(19, 6))
    assert ["n'ont pas été envoyés" in words for _who, words in told] == [True]


def test_an_adviser_is_told_before_the_limit_then_everybody_at_the_lapse(hall, mails):
    with convoking.on_june(1):
        item = builders.validated(hall)
        advice = ask(item, hall.services["Population"])
        limit = advice_clock(advice).limit
    assert (limit.month, limit.day) == (6, 15)
    assert a_day(hall, mails, convoking.on_june(10, 6)) == []
    soon = a_day(hall, mails, convoking.on_june(11, 6))
    assert [who for who, _words in soon] == ["chef-population"]
    assert "jusqu'au lundi 15 juin 2026 inclus" in soon[0][1]
    lapsed = a_day(hall, mails, convoking.on_june(16, 6))
    people = ["chef-population", "agent-travaux", "chef-travaux", "secretaire"]
    assert sorted(who for who, _words in lapsed) == sorted(people)
    assert a_day(hall, mails, convoking.on_june(17, 6)) == []


def test_who_wants_no_reminder_gets_none(hall, mails):
    prepared_council(hall)
    choose("secretaire", {"deliberation.meeting_due": "none"})
    assert a_day(hall, mails, convoking.on_june(15, 6)) == []


def test_a_closed_point_is_not_named_in_a_reminder(hall, mails):
    with convoking.on_june(1):
        item = builders.validated(hall, "Sanction Zarbiflore", privacy="closed")
        ask(item, hall.services["Population"])
    run_pending()
    mails.clear()
    for day in (11, 16):
        with convoking.on_june(day, 6):
            remind(hall.portal, "")
            run_pending()
    assert len(mails) == 5
    assert not any("Zarbiflore" in mail.as_string() for mail in mails)
