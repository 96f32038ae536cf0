"""Dates and hours in French."""

from datetime import date
from datetime import datetime
from datetime import time
from imio.platform.website.rules import wording
from imio.platform.website.rules.schedule import BRUSSELS
from imio.platform.website.rules.schedule import Closure
import pytest


def plain(text):
    return text.replace("\u00a0", " ")


@pytest.mark.parametrize(
    "clock, expected", [("16:30", "16 h 30"), ("09:00", "9 h"), ("00:05", "0 h 05")]
)
def test_hours(clock, expected):
    assert plain(wording.hour(time.fromisoformat(clock))) == expected


def test_days():
    assert plain(wording.day(date(2026, 12, 1))) == "mardi 1er décembre 2026"
    assert plain(wording.day(date(2026, 12, 2), year=2026)) == "mercredi 2 décembre"
    assert plain(wording.closure(Closure(date(2026, 12, 24), date(2027, 1, 1)))) == (
        "Du 24 décembre 2026 au 1er janvier 2027"
    )


@pytest.mark.parametrize(
    "start, end, options, expected",
    [
        ((5, 10, 0), (5, 16, 0), {}, "Samedi 5 décembre 2026, de 10 h à 16 h"),
        ((3, 10, 0), (5, 16, 0), {}, "Du 3 au 5 décembre 2026"),
        (
            (5, 20, 0),
            (5, 23, 59),
            {"open_end": True},
            "Samedi 5 décembre 2026, à partir de 20 h",
        ),
        (
            (5, 0, 0),
            (5, 23, 59),
            {"whole_day": True},
            "Samedi 5 décembre 2026, toute la journée",
        ),
    ],
)
def test_event_times(start, end, options, expected):
    def instant(parts):
        return datetime(2026, 12, *parts, tzinfo=BRUSSELS)

    text = wording.event_time(instant(start), instant(end), **options)
    assert plain(text) == expected
