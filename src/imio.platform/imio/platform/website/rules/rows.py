"""Rows of plain text that editors fill in: tiles, tasks, links, closures."""

from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from imio.platform.website.rules.links import link_problem
from typing import Any
from typing import Literal
import re

#: No list that people read is longer.
MAX_ROWS = 60

ICON = re.compile(r"^[a-z0-9]+(-[a-z0-9]+)*$")


@dataclass(frozen=True)
class Column:
    """One cell of a row; ``title`` is its label, translatable."""

    name: str
    title: str
    kind: Literal["text", "link", "date", "icon"] = "text"
    required: bool = False
    max_length: int = 120


class RowsError(ValueError):
    """What is wrong, by rank of the row; "" for the whole."""

    def __init__(self, problems: Mapping[Any, str]):
        self.problems = dict(problems)
        super().__init__(" ".join(self.problems.values()))


def read_rows(columns: Sequence[Column], data: Any) -> list[dict[str, str]]:
    """The rows without the blank ones, each with every column.

    :raises RowsError: with every row that is wrong, counted from 0.
    """
    if data is None:
        return []
    if isinstance(data, str | Mapping) or not isinstance(data, Sequence):
        raise RowsError({"": "Une liste est attendue."})
    if len(data) > MAX_ROWS:
        raise RowsError({"": f"Pas plus de {MAX_ROWS} lignes."})
    problems: dict[Any, str] = {}
    rows = []
    for rank, row in enumerate(data):
        try:
            cells = _read_row(columns, row)
        except ValueError as error:
            problems[rank] = f"Ligne {rank + 1} : {error}"
            continue
        if any(cells.values()):
            rows.append(cells)
    if problems:
        raise RowsError(problems)
    return rows


def _read_row(columns: Sequence[Column], row: Any) -> dict[str, str]:
    if not isinstance(row, Mapping):
        raise ValueError("chaque ligne donne ses colonnes.")
    unknown = set(row) - {column.name for column in columns}
    if unknown:
        raise ValueError(f"« {sorted(unknown)[0]} » n'est pas attendu.")
    cells = {}
    for column in columns:
        value = row.get(column.name) or ""
        if not isinstance(value, str):
            raise ValueError(f"« {column.title} » doit être un texte.")
        cells[column.name] = value.strip()
    if any(cells.values()):
        for column in columns:
            _check(column, cells[column.name])
    return cells


def _check(column: Column, value: str) -> None:
    if not value:
        if column.required:
            raise ValueError(f"remplissez « {column.title} ».")
        return
    if len(value) > column.max_length:
        raise ValueError(f"« {column.title} » dépasse {column.max_length} caractères.")
    if column.kind == "link":
        problem = link_problem(value)
        if problem:
            raise ValueError(problem)
    elif column.kind == "date":
        try:
            date.fromisoformat(value)
        except ValueError:
            raise ValueError(f"« {value} » n'est pas une date.") from None
    elif column.kind == "icon" and not ICON.match(value):
        raise ValueError(f"« {value} » n'est pas le nom d'une icône.")
