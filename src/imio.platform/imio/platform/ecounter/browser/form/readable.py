"""Answers as people read them: summary, follow-up, agent's page, documents."""

from dataclasses import dataclass
from imio.platform.ecounter.rules.evaluation import Outcome
from imio.platform.ecounter.rules.evaluation import ShownField
from imio.platform.ecounter.rules.kinds import KINDS
from imio.platform.ecounter.rules.message import in_language
from typing import Any


@dataclass(frozen=True)
class ReadableAnswer:
    """One answer in words; ``files`` and ``rows`` when it is made of them."""

    name: str
    title: str
    text: str = ""
    files: tuple[dict, ...] = ()
    rows: tuple[tuple["ReadableAnswer", ...], ...] = ()

    @property
    def is_empty(self) -> bool:
        return not (self.text or self.files or self.rows)

    @property
    def lines(self) -> list[str]:
        return self.text.split("\n")


@dataclass(frozen=True)
class ReadablePage:
    """One page and its answers."""

    name: str
    title: str
    answers: tuple[ReadableAnswer, ...]


def readable_pages(
    outcome: Outcome, http: Any, with_empty: bool = True
) -> list[ReadablePage]:
    """The pages of an outcome in the reader's language."""
    language = http.get("LANGUAGE", "fr")[:2] if http is not None else "fr"
    pages = []
    for shown in outcome.pages:
        answers = tuple(
            answer
            for each in shown.fields
            if KINDS[each.field.kind].asks
            and (
                not (answer := readable(each, outcome.values, language)).is_empty
                or with_empty
            )
        )
        if answers:
            title = in_language(shown.page.title, language)
            pages.append(ReadablePage(shown.page.name, title, answers))
    return pages


def readable(
    shown: ShownField, values: dict[str, Any], language: str
) -> ReadableAnswer:
    """One answer in words."""
    field = shown.field
    title = in_language(field.title, language)
    value = values.get(field.name)
    if value is None:
        return ReadableAnswer(field.name, title)
    if field.kind == "file":
        return ReadableAnswer(field.name, title, files=tuple(value))
    if field.rows:
        rows = tuple(
            tuple(
                readable(each, row, language)
                for each in cells
                if KINDS[each.field.kind].asks
            )
            for cells, row in zip(shown.rows, value, strict=False)
        )
        return ReadableAnswer(field.name, title, rows=rows)
    return ReadableAnswer(
        field.name, title, KINDS[field.kind].display(field, value, language)
    )
