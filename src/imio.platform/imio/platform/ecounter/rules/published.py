"""The answers of a definition as JSON Schema, for those who write programs."""

from collections.abc import Iterable
from collections.abc import Mapping
from imio.platform.ecounter.rules.definition import Definition
from imio.platform.ecounter.rules.definition import Field
from imio.platform.ecounter.rules.kinds import KINDS
from imio.platform.ecounter.rules.message import in_language
from typing import Any


def answer_schema(definition: Definition, language: str = "fr") -> dict[str, Any]:
    """JSON Schema (2020-12) of the answers.

    ``required`` lists what is always asked; ``x-condition`` and ``x-required`` hold
    the expressions that decide the rest: the server evaluates them at submission.
    """
    properties: dict[str, Any] = {}
    required: list[str] = []
    for page in definition.pages:
        for field in page.fields:
            if not KINDS[field.kind].asks:
                continue
            properties[field.name] = field_schema(field, language)
            if page.condition is not None:
                properties[field.name]["x-page-condition"] = page.condition.source
            if _is_always_asked(page.condition, field):
                required.append(field.name)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:uuid:{definition.id}",
        "title": in_language(definition.title, language),
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": False,
    }


def field_schema(field: Field, language: str) -> dict[str, Any]:
    """JSON Schema of one answer."""
    schema: dict[str, Any] = {
        **KINDS[field.kind].json_type,
        "title": in_language(field.title, language),
        "x-kind": field.kind,
    }
    if field.limit("without_number", False):
        schema["required"] = [part for part in schema["required"] if part != "number"]
    if field.hint:
        schema["description"] = in_language(field.hint, language)
    if field.choices:
        ids = [choice.id for choice in field.choices]
        if field.kind == "choices":
            schema["items"] = {"type": "string", "enum": ids}
        else:
            schema["enum"] = ids
        schema["x-labels"] = {
            choice.id: in_language(choice.label, language) for choice in field.choices
        }
    if field.rows:
        schema["items"] = _rows(field.rows, language)
    longest = getattr(KINDS[field.kind], "longest", None)
    if longest:
        schema["maxLength"] = field.limit("max_length", longest)
    if field.condition is not None:
        schema["x-condition"] = field.condition.source
    if field.required is not None and not isinstance(field.required.source, bool):
        schema["x-required"] = field.required.source
    return schema


def _rows(fields: Iterable[Field], language: str) -> Mapping[str, Any]:
    fields = [field for field in fields if KINDS[field.kind].asks]
    return {
        "type": "object",
        "properties": {field.name: field_schema(field, language) for field in fields},
        "additionalProperties": False,
    }


def _is_always_asked(page_condition: Any, field: Field) -> bool:
    return (
        page_condition is None
        and field.condition is None
        and field.required is not None
        and field.required.source is True
    )
