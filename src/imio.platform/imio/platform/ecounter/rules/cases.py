"""Test cases that travel with a procedure, run before a version is published.

A case says what somebody answers and what must follow: the pages she is shown, what
is refused, what is kept. Who changes a procedure later is told what she breaks.
"""

from collections.abc import Iterable
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field
from dataclasses import replace
from datetime import date
from datetime import datetime
from datetime import time
from imio.platform.ecounter.rules.definition import Definition
from imio.platform.ecounter.rules.errors import Problem
from imio.platform.ecounter.rules.evaluation import evaluate_all
from imio.platform.ecounter.rules.evaluation import Outcome
from imio.platform.ecounter.rules.facts import Facts
from imio.platform.ecounter.rules.message import _
from imio.platform.ecounter.rules.message import Message
from typing import Any


@dataclass(frozen=True)
class Case:
    """One case.

    :param on: the day on which the answers are given.
    :param options: values for the procedure's options; its defaults for the others.
    :param pages: names of the pages shown, in order; not checked when empty.
    :param refused: words of the sentence told, by path of the answer refused; what is
        not named here must be right.
    :param kept: values kept, by name; ``None`` where nothing may be kept.
    """

    title: str
    on: date
    answers: Mapping[str, Any]
    options: Mapping[str, Any] = field(default_factory=dict)
    postal_codes: tuple[str, ...] = ()
    pages: tuple[str, ...] = ()
    refused: Mapping[str, str] = field(default_factory=dict)
    kept: Mapping[str, Any] = field(default_factory=dict)


def read_cases(rows: Iterable[Mapping[str, Any]]) -> tuple[Case, ...]:
    """Cases from their JSON, whose shape has been checked."""
    return tuple(
        Case(
            title=row["title"],
            on=date.fromisoformat(row["on"]),
            answers=row["answers"],
            options=row.get("options", {}),
            postal_codes=tuple(row.get("postal_codes", ())),
            pages=tuple(row.get("pages", ())),
            refused=row.get("refused", {}),
            kept=row.get("kept", {}),
        )
        for row in rows
    )


def failures(
    definition: Definition, cases: Iterable[Case], facts: Facts
) -> list[Problem]:
    """What does not happen as the cases say; empty when all of them hold.

    :param facts: gives the calendar; the day, the options and the commune are each
        case's.
    """
    return [
        Problem(case.title, message)
        for case in cases
        for message in _differences(case, _played(definition, case, facts))
    ]


def _played(definition: Definition, case: Case, facts: Facts) -> Outcome:
    given = replace(
        facts,
        now=datetime.combine(case.on, time(10), facts.now.tzinfo),
        options={**definition.default_options, **case.options},
        commune={"postal_codes": list(case.postal_codes)},
    )
    return evaluate_all(definition, case.answers, given)


def _differences(case: Case, outcome: Outcome) -> Iterable[Message]:
    shown = tuple(each.page.name for each in outcome.pages)
    if case.pages and shown != case.pages:
        yield _("les pages montrées sont ${pages}.", pages=", ".join(shown))
    told = {error.path: str(error.message) for error in outcome.errors}
    for path, sentence in told.items():
        if path not in case.refused:
            yield _(
                "« ${path} » est refusé : ${sentence}", path=path, sentence=sentence
            )
    for path, words in case.refused.items():
        if path not in told:
            yield _("« ${path} » devrait être refusé.", path=path)
        elif words not in told[path]:
            yield _(
                "« ${path} » est refusé pour une autre raison : ${sentence}",
                path=path,
                sentence=told[path],
            )
    for name, value in case.kept.items():
        found = _plain(outcome.values.get(name, outcome.computed.get(name)))
        if found != value:
            yield _("« ${name} » vaut ${value}.", name=name, value=found)


def _plain(value: Any) -> Any:
    """A value as JSON writes it."""
    if value is None or isinstance(value, bool | int | str):
        return value
    if isinstance(value, list | tuple):
        return [_plain(each) for each in value]
    if isinstance(value, Mapping):
        return {name: _plain(each) for name, each in value.items()}
    return str(value)
