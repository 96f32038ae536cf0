"""Is it open now, and when does it open next."""

from datetime import date
from datetime import datetime
from datetime import time
from datetime import timedelta
from datetime import UTC
from hypothesis import given
from hypothesis import strategies as st
from imio.platform.website.rules import wording
from imio.platform.website.rules.schedule import BRUSSELS
from imio.platform.website.rules.schedule import Closure
from imio.platform.website.rules.schedule import closure_reason
from imio.platform.website.rules.schedule import coming_closures
from imio.platform.website.rules.schedule import Day
from imio.platform.website.rules.schedule import next_opening
from imio.platform.website.rules.schedule import Schedule
from imio.platform.website.rules.schedule import Span
from imio.platform.website.rules.schedule import spans_on
from imio.platform.website.rules.schedule import State
from imio.platform.website.rules.schedule import status
import pytest

TUESDAY = date(2021, 9, 14)


def every_day(*spans, comment=""):
    day = Day(
        tuple(Span(time.fromisoformat(a), time.fromisoformat(b)) for a, b in spans),
        comment,
    )
    return Schedule(week=(day,) * 7)


def said(schedule, clock, day=TUESDAY):
    at = datetime.combine(day, time.fromisoformat(clock), BRUSSELS)
    return wording.sentence(status(schedule, at), at).replace("\u00a0", " ")


FULL = every_day(("08:30", "12:00"), ("13:00", "17:00"))
MORNING = every_day(("08:30", "12:00"))
AFTERNOON = every_day(("13:00", "17:00"))
CONTINUOUS = every_day(("08:30", "17:00"))


@pytest.mark.parametrize(
    "schedule, clock, expected",
    [
        (FULL, "08:00", "Fermé, ouvre à 8 h 30"),
        (FULL, "10:00", "Ouvert jusqu'à 12 h"),
        (FULL, "12:00", "Pause de midi, rouvre à 13 h"),
        (FULL, "16:59", "Ouvert jusqu'à 17 h"),
        (FULL, "18:00", "Fermé, ouvre demain à 8 h 30"),
        (MORNING, "07:30", "Fermé, ouvre à 8 h 30"),
        (MORNING, "12:00", "Fermé, ouvre demain à 8 h 30"),
        (AFTERNOON, "13:00", "Ouvert jusqu'à 17 h"),
        (AFTERNOON, "17:00", "Fermé, ouvre demain à 13 h"),
        (CONTINUOUS, "12:20", "Ouvert jusqu'à 17 h"),
        (Schedule(), "12:20", "Fermé"),
    ],
)
def test_w1_open_now(schedule, clock, expected):
    assert said(schedule, clock) == expected


def test_w1_the_comment_of_the_day_is_told():
    at = datetime(2021, 9, 14, 12, 20, tzinfo=BRUSSELS)
    on_appointment = every_day(("08:30", "17:00"), comment="Sur rendez-vous l'été")
    assert status(on_appointment, at).comment == "Sur rendez-vous l'été"
    only_comment = every_day(comment="Sur rendez-vous")
    answer = status(only_comment, at)
    assert (answer.state, answer.comment) == (State.CLOSED, "Sur rendez-vous")


def test_a_weekend_is_jumped_and_the_day_named():
    open_day = FULL.week[0]
    office = Schedule(week=(open_day,) * 5 + (Day(),) * 2)
    assert said(office, "17:00", date(2021, 9, 17)) == "Fermé, ouvre lundi à 8 h 30"


def test_an_exceptional_closure_says_why_and_until_when():
    christmas = Schedule(
        week=FULL.week,
        closures=(Closure(date(2026, 12, 24), date(2027, 1, 3), "congés"),),
    )
    assert said(christmas, "10:00", date(2026, 12, 24)) == (
        "Fermé exceptionnellement (congés), ouvre le lundi 4 janvier 2027 à 8 h 30"
    )


def test_a_holiday_closes():
    holidays = {date(2026, 11, 11): "Armistice"}.get
    office = Schedule(week=FULL.week, holidays=holidays)
    assert said(office, "10:00", date(2026, 11, 11)) == (
        "Fermé exceptionnellement (Armistice), ouvre demain à 8 h 30"
    )


def test_coming_closures_leave_out_a_holiday_on_a_day_without_hours():
    holidays = {date(2026, 11, 1): "Toussaint", date(2026, 11, 11): "Armistice"}.get
    office = Schedule(
        week=(FULL.week[0],) * 5 + (Day(),) * 2,
        closures=(
            Closure(date(2026, 11, 16), date(2026, 11, 16), "Formation"),
            Closure(date(2026, 10, 1), date(2026, 10, 2), "Passée"),
        ),
        holidays=holidays,
    )
    coming = coming_closures(office, date(2026, 10, 28))
    assert [closure.reason for closure in coming] == ["Armistice", "Formation"]


@pytest.mark.parametrize(
    "instant",
    [
        # Clocks go back at 1:00 UTC on 25 October 2026, forward on 28 March 2027.
        datetime(2026, 10, 25, 7, 29, tzinfo=UTC),
        datetime(2027, 3, 28, 6, 29, tzinfo=UTC),
    ],
)
def test_wall_clock_rules_on_the_days_the_clock_moves(instant):
    assert not status(FULL, instant).is_open
    assert status(FULL, instant + timedelta(minutes=1)).is_open


clocks = st.times().map(lambda value: value.replace(second=0, microsecond=0))


@st.composite
def week_days(draw):
    edges = sorted(draw(st.lists(clocks, min_size=0, max_size=4, unique=True)))
    pairs = zip(edges[::2], edges[1::2], strict=False)
    return Day(tuple(Span(a, b) for a, b in pairs))


@st.composite
def schedules(draw):
    start = draw(st.dates(date(2026, 1, 1), date(2027, 12, 1)))
    length = timedelta(days=draw(st.integers(0, 20)))
    return Schedule(
        week=tuple(draw(week_days()) for _ in range(7)),
        closures=(Closure(start, start + length, "Congés"),),
        holidays={start - timedelta(days=2): "Fête locale"}.get,
    )


instants = st.datetimes(
    datetime(2026, 1, 1), datetime(2027, 12, 1), timezones=st.just(BRUSSELS)
)


@given(schedules(), instants)
def test_status_agrees_with_the_hours_of_the_day(schedule, at):
    local = at.astimezone(BRUSSELS)
    inside = any(
        span.opens <= local.time() < span.closes
        for span in spans_on(schedule, local.date())
    )
    answer = status(schedule, at)
    assert answer.is_open == inside
    if answer.is_open:
        assert not status(schedule, answer.until).is_open or any(
            span.opens == answer.until.time()
            for span in spans_on(schedule, answer.until.date())
        )
    assert wording.sentence(answer, at)


@given(schedules(), instants)
def test_next_opening_is_later_and_opens_a_day_that_is_not_closed(schedule, at):
    opening = next_opening(schedule, at)
    if opening is None:
        return
    assert opening.replace(tzinfo=None) > at.replace(tzinfo=None)
    assert closure_reason(schedule, opening.date()) is None
    assert any(s.opens == opening.time() for s in spans_on(schedule, opening.date()))
