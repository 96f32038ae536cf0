"""Dates and hours as people say them in French."""

from collections.abc import Sequence
from datetime import date
from datetime import datetime
from datetime import time
from imio.platform.website.rules.schedule import BRUSSELS
from imio.platform.website.rules.schedule import Closure
from imio.platform.website.rules.schedule import Span
from imio.platform.website.rules.schedule import State
from imio.platform.website.rules.schedule import Status

#: Keeps a number and its unit on one line.
NBSP = "\u00a0"

WEEKDAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
MONTHS = (
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
)


def hour(clock: time) -> str:
    """``16 h 30``, ``9 h``."""
    minutes = f"{NBSP}{clock.minute:02}" if clock.minute else ""
    return f"{clock.hour}{NBSP}h{minutes}"


def day(value: date, with_weekday: bool = True, year: int | None = None) -> str:
    """``mardi 24 novembre 2026``, ``1er décembre``.

    :param year: the year that goes without saying; it is left out when it is
        that of ``value``.
    """
    number = "1er" if value.day == 1 else str(value.day)
    words = [f"{number}{NBSP}{MONTHS[value.month - 1]}"]
    if with_weekday:
        words.insert(0, WEEKDAYS[value.weekday()])
    if value.year != year:
        words.append(str(value.year))
    return " ".join(words)


def days(start: date, end: date) -> str:
    """``le mardi 24 novembre 2026`` or ``du 24 novembre au 1er décembre 2026``."""
    if start == end:
        return f"le {day(start)}"
    if (start.year, start.month) == (end.year, end.month):
        first = "1er" if start.day == 1 else str(start.day)
    else:
        first = day(start, False, end.year)
    return f"du {first} au {day(end, False)}"


def spans(values: Sequence[Span]) -> str:
    """``de 8 h 30 à 12 h et de 13 h à 16 h``; "fermé" without hours."""
    if not values:
        return "fermé"
    return " et ".join(f"de {hour(s.opens)} à {hour(s.closes)}" for s in values)


def sentence(status: Status, at: datetime) -> str:
    """What is told of a service at an instant: open until when, or closed till when."""
    if status.is_open and status.until:
        return f"Ouvert jusqu'à {hour(status.until.time())}"
    if status.state is State.EXCEPTION:
        closed = "Fermé exceptionnellement"
        if status.reason:
            closed += f" ({status.reason})"
    elif status.state is State.BREAK and status.next_opening:
        return f"Pause de midi, rouvre à {hour(status.next_opening.time())}"
    elif status.state is State.BEFORE and status.next_opening:
        return f"Fermé, ouvre à {hour(status.next_opening.time())}"
    else:
        closed = "Fermé"
    if status.next_opening is None:
        return closed
    return f"{closed}, ouvre {when(status.next_opening, at)}"


def when(opening: datetime, at: datetime) -> str:
    """``demain à 8 h 30``, ``lundi à 8 h 30``, ``le lundi 4 janvier à 8 h 30``."""
    today = at.astimezone(BRUSSELS).date()
    away = (opening.date() - today).days
    if away == 0:
        name = "aujourd'hui"
    elif away == 1:
        name = "demain"
    elif away < 7:
        name = WEEKDAYS[opening.weekday()]
    else:
        name = f"le {day(opening.date(), year=today.year)}"
    return f"{name} à {hour(opening.time())}"


def closure(value: Closure) -> str:
    """``Du 24 décembre 2026 au 1er janvier 2027 : congés de fin d'année``."""
    text = days(value.start, value.end)
    text = text[0].upper() + text[1:]
    return f"{text}{NBSP}: {value.reason}" if value.reason else text


def event_time(
    start: datetime,
    end: datetime,
    whole_day: bool = False,
    open_end: bool = False,
) -> str:
    """When an event takes place, in Brussels' time.

    ``Samedi 5 décembre 2026, de 10 h à 16 h``, ``Du 3 au 5 décembre 2026``.
    """
    start, end = start.astimezone(BRUSSELS), end.astimezone(BRUSSELS)
    one_day = open_end or start.date() == end.date()
    if not one_day:
        text = days(start.date(), end.date())
    elif whole_day:
        text = f"{day(start.date())}, toute la journée"
    elif open_end or start == end:
        text = f"{day(start.date())}, à partir de {hour(start.time())}"
    else:
        text = f"{day(start.date())}, de {hour(start.time())} à {hour(end.time())}"
    return text[0].upper() + text[1:]
