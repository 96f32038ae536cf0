"""What a visitor asks of the search of decisions, whatever an address says."""

from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field
from datetime import date
from enum import StrEnum
from urllib.parse import urlencode
import re

#: Longest search that is looked for; the rest is cut.
MAX_WORDS = 200


class What(StrEnum):
    """Which points are looked for."""

    ALL = ""
    DECISIONS = "decisions"
    PROJECTS = "projets"


@dataclass(frozen=True)
class DecisionQuery:
    """One search; what could not be understood is in ``errors``, by field.

    :param body: id of a body, empty for all of them.
    :param kind: nature of the point.
    :param service: uid of the proposing service.
    :param category: name of a category: two bodies may have one of the same name.
    :param errors: ``"date"`` where a day is none, ``"order"`` where the period ends
        before it starts.
    """

    words: str = ""
    body: str = ""
    year: int | None = None
    kind: str = ""
    service: str = ""
    category: str = ""
    since: date | None = None
    until: date | None = None
    what: What = What.ALL
    errors: Mapping[str, str] = field(default_factory=dict)

    @property
    def is_empty(self) -> bool:
        """Whether nothing was asked, so that everything is listed."""
        return not self.as_query()

    def covers(self, day: date) -> bool:
        """Whether a day lies in the year and the period asked for."""
        if self.year is not None and day.year != self.year:
            return False
        if self.since is not None and day < self.since:
            return False
        return self.until is None or day <= self.until

    def as_query(self) -> str:
        """The same search as the query of an address, what is not asked left out."""
        pairs = (
            ("texte", self.words),
            ("organe", self.body),
            ("annee", self.year or ""),
            ("nature", self.kind),
            ("service", self.service),
            ("categorie", self.category),
            ("du", self.since or ""),
            ("au", self.until or ""),
            ("quoi", self.what),
        )
        return urlencode([(name, str(value)) for name, value in pairs if value])


def decision_query(form: Mapping[str, object]) -> DecisionQuery:
    """The search in a submitted form."""
    errors: dict[str, str] = {}
    since = _day(form, "du", errors)
    until = _day(form, "au", errors)
    if since and until and until < since:
        errors["au"] = "order"
    year = _text(form, "annee")
    what = _text(form, "quoi")
    return DecisionQuery(
        words=" ".join(_text(form, "texte").split())[:MAX_WORDS],
        body=_text(form, "organe"),
        year=int(year) if re.fullmatch(r"[0-9]{4}", year) else None,
        kind=_text(form, "nature"),
        service=_text(form, "service"),
        category=_text(form, "categorie"),
        since=since,
        until=until,
        what=What(what) if what in set(What) else What.ALL,
        errors=errors,
    )


def _text(form: Mapping[str, object], name: str) -> str:
    found = form.get(name, "")
    return found.strip() if isinstance(found, str) else ""


def _day(form: Mapping[str, object], name: str, errors: dict[str, str]) -> date | None:
    typed = _text(form, name)
    if not typed:
        return None
    try:
        if re.fullmatch(r"\d{1,2}/\d{1,2}/\d{4}", typed, re.ASCII):
            day, month, year = typed.split("/")
            return date(int(year), int(month), int(day))
        return date.fromisoformat(typed)
    except ValueError:
        errors[name] = "date"
        return None
