"""The agenda's cases: recurrences, whole days, the clock that moves, bad dates."""

from datetime import datetime
from datetime import timedelta
from datetime import UTC
from icalendar import Calendar
from imio.platform.core.clock import BRUSSELS
from imio.platform.website.browser.agenda import item as event_page
from imio.platform.website.interfaces import IWebsiteLayer
from imio.platform.website.start_content.pages import publish
from lxml import html
from plone import api
from plone.event.interfaces import IRecurrenceSupport
from tests.website.builders import EDITOR
from tests.website.builders import make_people
from tests.website.builders import make_site
from tests.website.builders import PASSWORD
from zope.interface import alsoProvides
import pytest
import pytz
import requests
import transaction


def utc(*parts):
    """Plone keeps the zones of pytz."""
    return pytz.utc.localize(datetime(*parts))


def local(*parts):
    return pytz.timezone("Europe/Brussels").localize(datetime(*parts))


@pytest.fixture
def agenda(portal):
    alsoProvides(portal.REQUEST, IWebsiteLayer)
    with api.env.adopt_roles(["Manager"]):
        folder = api.content.create(portal, "Folder", id="agenda", title="Agenda")
        publish(folder)
    return folder


def make_event(agenda, start, end, **options):
    with api.env.adopt_roles(["Manager"]):
        event = api.content.create(
            agenda, "Event", id="fete", title="Fête", start=start, end=end, **options
        )
        publish(event)
    return event


def words(event):
    with api.env.adopt_roles(["Anonymous"]):
        view = api.content.get_view("event_view", event, event.REQUEST)
        return " ".join(html.fromstring(view()).text_content().split())


@pytest.mark.parametrize(
    "present, start, hours, count, coming",
    [
        (
            datetime(2022, 11, 10, tzinfo=UTC),
            utc(2022, 11, 1, 12),
            1,
            5,
            3,
        ),
        (
            datetime(2026, 4, 29, tzinfo=BRUSSELS),
            local(2026, 4, 15, 10),
            2,
            6,
            4,
        ),
    ],
)
def test_w3_the_coming_dates_of_a_recurring_event_are_told(
    agenda, monkeypatch, present, start, hours, count, coming
):
    event = make_event(
        agenda,
        start,
        start + timedelta(hours=hours),
        recurrence=f"RRULE:FREQ=WEEKLY;COUNT={count}",
    )
    monkeypatch.setattr(event_page, "now", lambda: present)
    view = api.content.get_view("event_view", event, event.REQUEST)
    assert len(view.other_dates()) == coming


def test_w3_a_weekly_event_ends_at_its_last_date(agenda):
    start = utc(2022, 11, 13, 12)
    event = make_event(
        agenda,
        start,
        start + timedelta(hours=1),
        recurrence="RRULE:FREQ=WEEKLY;COUNT=5",
    )
    dates = [one.start.date() for one in IRecurrenceSupport(event).occurrences()]
    assert str(dates[-1]) == "2022-12-11"


def test_w4_three_whole_days_are_three_days(agenda):
    end = local(2026, 5, 17, 23, 59, 59)
    event = make_event(agenda, local(2026, 5, 15), end, whole_day=True)
    assert "Du 15 au 17 mai 2026" in words(event)
    assert event.end.astimezone(BRUSSELS).strftime("%d %H:%M:%S") == "17 23:59:59"


def exported(event):
    request = event.REQUEST
    api.content.get_view("ics_view", event, request)()
    return Calendar.from_ical(
        request.response.stdout.getvalue().split(b"\r\n\r\n", 1)[-1]
    )


def test_a_recurrence_keeps_its_hour_when_the_clock_moves(agenda):
    """Weekly at 19 h from 18 October 2026: summer's time ends on the 25th."""
    start = local(2026, 10, 18, 19)
    event = make_event(
        agenda,
        start,
        start + timedelta(hours=2),
        recurrence="RRULE:FREQ=WEEKLY;COUNT=3",
    )
    dates = [one.start for one in IRecurrenceSupport(event).occurrences()]
    assert {one.astimezone(BRUSSELS).hour for one in dates} == {19}
    calendar = exported(event)
    (kept,) = calendar.walk("VEVENT")
    assert kept["DTSTART"].params["TZID"] == "Europe/Brussels"
    assert kept["DTSTART"].dt.hour == 19
    (zone,) = calendar.walk("VTIMEZONE")
    rules = zone.to_tz()
    offsets = [
        rules.utcoffset(datetime(2026, month, day, 19))
        for month, day in ((10, 18), (11, 1))
    ]
    assert offsets == [timedelta(hours=2), timedelta(hours=1)]


def send(portal, **values):
    """An event sent through the API by an editor."""
    sent = {
        "@type": "Event",
        "title": "Marché",
        "start": "2026-05-01T10:00:00",
        "end": "2026-05-01T12:00:00",
        **values,
    }
    return requests.post(
        portal["vivre"].absolute_url(),
        json=sent,
        headers={"Accept": "application/json"},
        auth=(EDITOR, PASSWORD),
        timeout=60,
    )


@pytest.fixture
def served(functional):
    portal = functional["portal"]
    make_people()
    make_site(portal)
    api.portal.set_registry_record("plone.portal_timezone", "Europe/Brussels")
    transaction.commit()
    return portal


def test_w4_a_whole_day_sent_in_universal_time_is_that_day(served):
    answer = send(
        served,
        start="2026-05-15T22:00:00Z",
        end="2026-05-16T21:59:00Z",
        whole_day=True,
    )
    assert answer.status_code == 201
    page = requests.get(answer.json()["@id"], auth=(EDITOR, PASSWORD), timeout=60)
    text = " ".join(html.fromstring(page.text).text_content().split())
    assert "Samedi 16 mai 2026, toute la journée" in text
    assert "15 mai" not in text and "17 mai" not in text


@pytest.mark.parametrize(
    "values, sentence",
    [
        ({"recurrence": "RRULE:FREQ=WEEKLY;INTERVAL=0"}, "au moins 1"),
        ({"end": "2030-05-01T12:00:00"}, "plus de trois ans"),
    ],
)
def test_w6_dates_that_cannot_be_are_refused_with_the_reason(served, values, sentence):
    answer = send(served, **values)
    assert answer.status_code == 400
    assert sentence in answer.text
    transaction.begin()
    assert not served["vivre"].objectIds()
