"""Hours as they are stored, sent and typed."""

from datetime import time
from hypothesis import given
from imio.platform.website.rules.schedule_data import closures_data
from imio.platform.website.rules.schedule_data import read_closures
from imio.platform.website.rules.schedule_data import read_week
from imio.platform.website.rules.schedule_data import ScheduleError
from imio.platform.website.rules.schedule_data import week_data
from tests.website.rules.test_schedule import schedules
import pytest


@given(schedules())
def test_what_is_stored_is_read_back_whole(schedule):
    assert read_week(week_data(schedule.week)) == schedule.week
    assert read_closures(closures_data(schedule.closures)) == schedule.closures


@pytest.mark.parametrize(
    "day, message",
    [
        ({"spans": [["12:00", "08:30"]]}, "doit venir après l'ouverture"),
        ({"spans": [["08:30", "08:30"]]}, "doit venir après l'ouverture"),
        ({"spans": [["08:30", ""]]}, "il manque l'heure"),
        ({"spans": [["08:30", "midi"]]}, "« midi » n'est pas une heure"),
        ({"spans": [["08:30", "25:00"]]}, "« 25:00 » n'est pas une heure"),
        ({"spans": [["08:30"]]}, "une plage a une heure d'ouverture"),
        ({"spans": [["08:30", "12:00"], ["11:00", "16:00"]]}, "avant la fin"),
        ({"spans": [["8:30", "9:00"]] * 3}, "deux plages"),
        ({"comment": "x" * 201}, "dépasse 200 caractères"),
        ({"hours": []}, "n'est pas attendu"),
        ("08:30", "indiquez des heures"),
    ],
)
def test_a_wrong_day_is_named_with_what_is_wrong(day, message):
    with pytest.raises(ScheduleError) as caught:
        read_week({"tuesday": day})
    assert caught.value.problems["tuesday"].startswith("Mardi : ")
    assert message in caught.value.problems["tuesday"]


def test_every_wrong_day_is_told_at_once():
    wrong = {"spans": [["12:00", "08:30"]]}
    with pytest.raises(ScheduleError) as caught:
        read_week({"monday": wrong, "friday": wrong, "someday": {}})
    assert set(caught.value.problems) == {"monday", "friday", "someday"}


@pytest.mark.parametrize(
    "row, message",
    [
        ({"start": "2026-12-24", "end": "2026-12-23"}, "après la date de début"),
        ({"start": "24/12/2026"}, "n'est pas une date"),
        ({"end": "2026-12-24"}, "il manque la date de début"),
        ("Noël", "indiquez la date"),
    ],
)
def test_a_wrong_closure_is_numbered(row, message):
    with pytest.raises(ScheduleError) as caught:
        read_closures([{"start": "2026-12-01"}, row])
    assert caught.value.problems[1].startswith("Fermeture 2 : ")
    assert message in caught.value.problems[1]


@pytest.mark.parametrize("data", ["lundi", 3, [1]])
def test_what_is_no_week_is_refused(data):
    with pytest.raises(ScheduleError):
        read_week(data)


@pytest.mark.parametrize("data", ["x", 3, {"start": "2026-12-24"}])
def test_what_is_no_list_of_closures_is_refused(data):
    with pytest.raises(ScheduleError):
        read_closures(data)


@pytest.mark.parametrize(
    "text", ["8:30", "08:30", "8h30", "8 h 30", "08H30", "8:30:00"]
)
def test_an_hour_is_read_as_people_write_it(text):
    week = read_week({"monday": {"spans": [[text, "12h"]], "comment": ""}})
    (span,) = week[0].spans
    assert (span.opens, span.closes) == (time(8, 30), time(12))


@pytest.mark.parametrize("text", ["8", "830", "8h3", "h30", "24:00", "8:60", "²:00"])
def test_what_is_no_hour_is_refused(text):
    with pytest.raises(ScheduleError):
        read_week({"monday": {"spans": [[text, "12:00"]], "comment": ""}})
