"""Days."""

from datetime import date
from datetime import datetime
from imio.platform.ecounter.rules.definition import Field
from imio.platform.ecounter.rules.errors import Invalid
from imio.platform.ecounter.rules.kinds.base import Kind
from imio.platform.ecounter.rules.message import _
from imio.platform.ecounter.rules.message import FALLBACK_LANGUAGE
from imio.platform.ecounter.rules.operations import DATE
from typing import Any
import re

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


def in_words(day: date) -> str:
    """A day as people say it: ``1er décembre 2026``."""
    number = "1er" if day.day == 1 else str(day.day)
    return f"{number} {MONTHS[day.month - 1]} {day.year}"


class Day(Kind):
    """A date, typed as the browser's date picker does or as people write it."""

    name = "date"
    gives = DATE
    input_type = "date"
    json_type = {"type": "string", "format": "date"}
    iso = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})", re.ASCII)
    written = re.compile(r"(\d{1,2})\s*[/. -]\s*(\d{1,2})\s*[/. -]\s*(\d{4})", re.ASCII)

    def normalise(self, field: Field, raw: Any) -> date | None:
        if isinstance(raw, datetime):
            return raw.date()
        if isinstance(raw, date):
            return raw
        return super().normalise(field, raw)

    def parse(self, field: Field, text: str) -> date:
        found = self.iso.fullmatch(text)
        if found:
            year, month, day = (int(part) for part in found.groups())
        else:
            found = self.written.fullmatch(text)
            if not found:
                raise Invalid(_("Écrivez une date, par exemple 24/11/2026."))
            day, month, year = (int(part) for part in found.groups())
        try:
            return date(year, month, day)
        except ValueError as error:
            raise Invalid(_("Cette date n'existe pas au calendrier.")) from error

    def display(
        self, field: Field, value: date, language: str = FALLBACK_LANGUAGE
    ) -> str:
        return in_words(value)

    def typed(self, field: Field, value: date) -> str:
        return value.isoformat()

    def to_json(self, value: date) -> str:
        return value.isoformat()
