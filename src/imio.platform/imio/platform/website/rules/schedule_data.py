"""Opening hours as they are stored and travel: plain dictionaries of text.

``{"monday": {"spans": [["08:30", "12:00"]], "comment": ""}, ...}`` and
``[{"start": "2026-12-24", "end": "2027-01-01", "reason": "Congés"}, ...]``.
"""

from collections.abc import Mapping
from collections.abc import Sequence
from datetime import date
from datetime import time
from imio.platform.website.rules.schedule import Closure
from imio.platform.website.rules.schedule import Day
from imio.platform.website.rules.schedule import DAYS
from imio.platform.website.rules.schedule import Holidays
from imio.platform.website.rules.schedule import no_holidays
from imio.platform.website.rules.schedule import Schedule
from imio.platform.website.rules.schedule import Span
from typing import Any
import re

#: A morning and an afternoon are what forms offer and what we accept.
MAX_SPANS = 2
MAX_COMMENT = 200

#: ``08:30``, and what people write: ``8h30``, ``8 h``.
CLOCK = re.compile(r"(?P<hours>[0-9]{1,2})\s?[:hH]\s?(?P<minutes>[0-9]{2})?(:00)?")

DAY_NAMES = dict(
    zip(
        DAYS,
        ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"),
        strict=True,
    )
)


class ScheduleError(ValueError):
    """What is wrong with the hours, by key: a day, or the rank of a closure."""

    def __init__(self, problems: Mapping[Any, str]):
        self.problems = dict(problems)
        super().__init__(" ".join(self.problems.values()))


def read_schedule(
    week: Any, closures: Any = (), holidays: Holidays = no_holidays
) -> Schedule:
    """The schedule that stored data describes.

    :raises ScheduleError: with every problem found, not only the first.
    """
    return Schedule(read_week(week), read_closures(closures), holidays)


def read_week(data: Any) -> tuple[Day, ...]:
    """Seven days from Monday; a missing day is one without hours.

    :raises ScheduleError: by day key.
    """
    if data is None:
        data = {}
    if not isinstance(data, Mapping):
        raise ScheduleError({"": "L'horaire doit donner les heures de chaque jour."})
    problems: dict[Any, str] = {
        str(key): f"« {key} » n'est pas un jour de la semaine."
        for key in data
        if key not in DAYS
    }
    days = []
    for key in DAYS:
        try:
            days.append(_read_day(data.get(key)))
        except ValueError as error:
            problems[key] = f"{DAY_NAMES[key].capitalize()} : {error}"
    if problems:
        raise ScheduleError(problems)
    return tuple(days)


def read_closures(data: Any) -> tuple[Closure, ...]:
    """Exceptional closures, by date.

    :raises ScheduleError: by rank, from 0.
    """
    if data is None:
        data = ()
    if isinstance(data, str | Mapping) or not isinstance(data, Sequence):
        raise ScheduleError({"": "Les fermetures doivent former une liste."})
    problems: dict[Any, str] = {}
    found = []
    for rank, row in enumerate(data):
        try:
            found.append(_read_closure(row))
        except ValueError as error:
            problems[rank] = f"Fermeture {rank + 1} : {error}"
    if problems:
        raise ScheduleError(problems)
    return tuple(sorted(found, key=lambda closure: (closure.start, closure.end)))


def week_data(week: Sequence[Day]) -> dict[str, Any]:
    """What is stored for seven days: the inverse of ``read_week``."""
    return {
        key: {
            "spans": [[_text(s.opens), _text(s.closes)] for s in day.spans],
            "comment": day.comment,
        }
        for key, day in zip(DAYS, week, strict=True)
    }


def closures_data(closures: Sequence[Closure]) -> list[dict[str, str]]:
    """What is stored for closures: the inverse of ``read_closures``."""
    return [
        {
            "start": closure.start.isoformat(),
            "end": closure.end.isoformat(),
            "reason": closure.reason,
        }
        for closure in closures
    ]


def _read_day(data: Any) -> Day:
    if data is None:
        return Day()
    if not isinstance(data, Mapping):
        raise ValueError("indiquez des heures et, au besoin, une remarque.")
    unknown = set(data) - {"spans", "comment"}
    if unknown:
        raise ValueError(f"« {sorted(unknown)[0]} » n'est pas attendu.")
    spans = data.get("spans") or []
    if not isinstance(spans, Sequence) or isinstance(spans, str):
        raise ValueError("les heures doivent former une liste.")
    if len(spans) > MAX_SPANS:
        raise ValueError("deux plages d'ouverture au plus par jour.")
    read = tuple(_read_span(span) for span in spans)
    for earlier, later in zip(read, read[1:], strict=False):
        if later.opens < earlier.closes:
            raise ValueError(
                "l'après-midi commence avant la fin de la matinée "
                f"({_text(later.opens)} est avant {_text(earlier.closes)})."
            )
    return Day(read, _read_comment(data.get("comment")))


def _read_span(data: Any) -> Span:
    if not isinstance(data, Sequence) or isinstance(data, str) or len(data) != 2:
        raise ValueError("une plage a une heure d'ouverture et une de fermeture.")
    opens, closes = (_read_time(value) for value in data)
    if closes <= opens:
        raise ValueError(
            f"la fermeture ({_text(closes)}) doit venir après "
            f"l'ouverture ({_text(opens)})."
        )
    return Span(opens, closes)


def _read_time(value: Any) -> time:
    if not value:
        raise ValueError("il manque l'heure d'ouverture ou de fermeture.")
    found = CLOCK.fullmatch(str(value).strip())
    try:
        if found is None:
            raise ValueError(value)
        return time(int(found["hours"]), int(found["minutes"] or 0))
    except ValueError:
        raise ValueError(
            f"« {value} » n'est pas une heure ; écrivez par exemple 08:30."
        ) from None


def _read_comment(value: Any) -> str:
    if value is None:
        return ""
    if not isinstance(value, str):
        raise ValueError("la remarque doit être un texte.")
    if len(value) > MAX_COMMENT:
        raise ValueError(f"la remarque dépasse {MAX_COMMENT} caractères.")
    return value.strip()


def _read_closure(data: Any) -> Closure:
    if not isinstance(data, Mapping):
        raise ValueError("indiquez la date de début, de fin et le motif.")
    start = _read_date(data.get("start"), "de début")
    end = _read_date(data.get("end"), "de fin") if data.get("end") else start
    if end < start:
        raise ValueError("la date de fin doit venir après la date de début.")
    return Closure(start, end, _read_comment(data.get("reason")))


def _read_date(value: Any, what: str) -> date:
    if not value:
        raise ValueError(f"il manque la date {what}.")
    try:
        return date.fromisoformat(str(value).strip())
    except ValueError:
        raise ValueError(
            f"« {value} » n'est pas une date ; écrivez par exemple 2026-12-24."
        ) from None


def _text(clock: time) -> str:
    return clock.strftime("%H:%M")
