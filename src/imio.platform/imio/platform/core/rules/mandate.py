"""Mandates: wording of titles, and who holds what at a date.

Titles are gendered and an interim is marked « f.f. » (faisant fonction); deeds
name the office held on their day, so every question takes a date.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from imio.platform.i18n import _

#: Mark of an interim, after the title.
INTERIM_MARK = "f.f."


class Gender(StrEnum):
    """Gender that a title agrees with; ``NEUTRAL`` when the person wants none."""

    FEMININE = "F"
    MASCULINE = "M"
    NEUTRAL = "X"


@dataclass(frozen=True)
class FunctionTitle:
    """An office's titles.

    :param prefix_masculine: article written before the title, with its space or
        apostrophe: ``"le "``, ``"l'"``.
    """

    key: str
    masculine: str
    feminine: str
    plural: str
    prefix_masculine: str = "le "
    prefix_feminine: str = "la "
    prefix_plural: str = "les "

    def neutral(self) -> str:
        """Both forms where they differ: ``"Échevin / Échevine"``."""
        if self.masculine == self.feminine:
            return self.masculine
        return f"{self.masculine} / {self.feminine}"


@dataclass(frozen=True)
class MandateRecord:
    """A function held by a person from ``start`` to ``end``, both days included."""

    uid: str
    person_uid: str
    person_name: str
    gender: str
    function: str
    start: date
    end: date | None = None
    is_interim: bool = False
    body: str = ""
    service_uid: str = ""
    political_group: str = ""
    rank: int = 100
    user_id: str = ""


def wording(
    title: FunctionTitle,
    gender: str,
    is_interim: bool = False,
    with_prefix: bool = False,
) -> str:
    """Title of the office agreed with ``gender``: ``"la Bourgmestre f.f."``."""
    if gender == Gender.FEMININE:
        prefix, text = title.prefix_feminine, title.feminine
    elif gender == Gender.MASCULINE:
        prefix, text = title.prefix_masculine, title.masculine
    else:
        prefix, text = "", title.neutral()
    words = f"{prefix if with_prefix else ''}{text}"
    return f"{words} {INTERIM_MARK}" if is_interim else words


def plural_wording(title: FunctionTitle, with_prefix: bool = False) -> str:
    """Title of the office for several holders: ``"les Échevins"``."""
    return f"{title.prefix_plural if with_prefix else ''}{title.plural}"


def dates_problem(start: date | None, end: date | None) -> str:
    """What is wrong with a mandate's dates, as a sentence; empty when nothing is."""
    if start is not None and end is not None and end < start:
        return _("La date de fin précède la date de début.")
    return ""


def is_active(mandate: MandateRecord, day: date) -> bool:
    """Whether the mandate runs on ``day``; its first and last day count."""
    return mandate.start <= day and (mandate.end is None or day <= mandate.end)


def overlap(first: MandateRecord, second: MandateRecord) -> bool:
    """Whether some day belongs to both mandates."""
    return (second.end is None or first.start <= second.end) and (
        first.end is None or second.start <= first.end
    )


def conflicts(
    mandate: MandateRecord, others: Iterable[MandateRecord]
) -> list[MandateRecord]:
    """Other mandates that give the same person the same office on the same day.

    The titular and the interim of one office run together on purpose, and so do
    several échevins: only a doubled line of one person is a conflict.
    """
    return [
        other
        for other in others
        if other.uid != mandate.uid
        and other.person_uid == mandate.person_uid
        and other.function == mandate.function
        and (other.body, other.service_uid) == (mandate.body, mandate.service_uid)
        and overlap(mandate, other)
    ]


def precedence(mandate: MandateRecord) -> tuple[int, date, str]:
    """Sort key: rank, then seniority, then name."""
    return (mandate.rank, mandate.start, mandate.person_name)


def active_on(
    mandates: Iterable[MandateRecord],
    day: date,
    function: str | None = None,
    body: str | None = None,
    service_uid: str | None = None,
) -> list[MandateRecord]:
    """Mandates that run on ``day``, in order of precedence."""
    return sorted(
        (
            mandate
            for mandate in mandates
            if is_active(mandate, day)
            and function in (None, mandate.function)
            and body in (None, mandate.body)
            and service_uid in (None, mandate.service_uid)
        ),
        key=precedence,
    )


def holder_on(
    mandates: Iterable[MandateRecord],
    day: date,
    function: str,
    body: str | None = None,
    service_uid: str | None = None,
) -> MandateRecord | None:
    """Who exercises ``function`` on ``day``: the latest interim, else the titular."""
    running = active_on(mandates, day, function, body, service_uid)
    interims = [mandate for mandate in running if mandate.is_interim]
    if interims:
        return max(interims, key=lambda mandate: mandate.start)
    return running[0] if running else None
