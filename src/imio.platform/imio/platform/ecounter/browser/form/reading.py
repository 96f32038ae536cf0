"""From the inputs of a page to answers, before anything is judged."""

from collections.abc import Iterable
from collections.abc import Mapping
from imio.platform.ecounter.rules.definition import Field
from imio.platform.ecounter.rules.kinds import KINDS
from typing import Any

MOST_ROWS = 50


def read_answers(
    fields: Iterable[Field], form: Mapping[str, Any], prefix: str = ""
) -> dict:
    """What was typed, by name; files are read apart, unknown inputs are ignored."""
    typed: dict[str, Any] = {}
    for field in fields:
        path = prefix + field.name
        kind = KINDS[field.kind]
        if not kind.asks or field.kind == "file":
            continue
        if field.rows:
            typed[field.name] = [
                read_answers(field.rows, form, f"{path}-{index}.")
                for index in range(number_of_rows(form, path))
            ]
        elif kind.parts:
            typed[field.name] = {
                part: form.get(f"{path}.{part}") for part in kind.parts
            }
        elif field.kind == "choices":
            typed[field.name] = as_list(form.get(path))
        else:
            typed[field.name] = form.get(path)
    return typed


def number_of_rows(form: Mapping[str, Any], path: str) -> int:
    """How many rows of a group the page had."""
    count = form.get(f"{path}-count")
    is_number = isinstance(count, str) and count.isascii() and count.isdigit()
    return min(int(count[:4]), MOST_ROWS + 1) if is_number else 0


def as_list(value: Any) -> list[Any]:
    if value is None or value == "":
        return []
    return list(value) if isinstance(value, list | tuple) else [value]


def with_changed_rows(
    fields: Iterable[Field], typed: dict[str, Any], form: Mapping[str, Any]
) -> bool:
    """Add or remove a row when its button was pressed.

    :returns: whether one was, in which case the page is only shown again.
    """
    for field in fields:
        if not field.rows:
            continue
        if form.get("_add") == field.name:
            typed[field.name].append({})
            return True
        removed = form.get("_remove")
        for index in range(len(typed[field.name])):
            if removed == f"{field.name}-{index}":
                del typed[field.name][index]
                return True
    return False
