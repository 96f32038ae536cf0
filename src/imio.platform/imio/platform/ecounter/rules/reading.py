"""From the JSON of a definition to objects, with everything wrong told at once."""

from collections.abc import Mapping
from functools import cache
from imio.platform.ecounter.rules.definition import Check
from imio.platform.ecounter.rules.definition import Choice
from imio.platform.ecounter.rules.definition import Declaration
from imio.platform.ecounter.rules.definition import Definition
from imio.platform.ecounter.rules.definition import Field
from imio.platform.ecounter.rules.definition import Option
from imio.platform.ecounter.rules.definition import Page
from imio.platform.ecounter.rules.definition import Prefill
from imio.platform.ecounter.rules.definition import Rule
from imio.platform.ecounter.rules.errors import DefinitionError
from imio.platform.ecounter.rules.errors import ExpressionError
from imio.platform.ecounter.rules.errors import Problem
from imio.platform.ecounter.rules.expression import Expression
from imio.platform.ecounter.rules.expression import read_expression
from imio.platform.ecounter.rules.lint import problems_of
from imio.platform.ecounter.rules.message import _
from imio.platform.ecounter.rules.message import in_language
from imio.platform.ecounter.rules.message import local_text
from importlib.resources import files
from jsonschema import Draft202012Validator
from typing import Any
import json


@cache
def schema() -> Mapping[str, Any]:
    """The JSON Schema of definitions."""
    source = files(__package__) / "definition.schema.json"
    return json.loads(source.read_text(encoding="utf-8"))


@cache
def _validator() -> Draft202012Validator:
    return Draft202012Validator(schema())


def read_definition(data: Mapping[str, Any]) -> Definition:
    """Read and check a definition.

    :raises DefinitionError: with every fault found: first those of shape, and when
        the shape is right those of sense (see ``lint``).
    """
    problems = [
        Problem("/".join(str(step) for step in error.absolute_path), _(error.message))
        for error in _validator().iter_errors(data)
    ]
    if problems:
        raise DefinitionError(problems)
    reader = _Reader()
    definition = reader.definition(data)
    problems = reader.problems or problems_of(definition)
    if definition.for_agent is not None:
        problems = problems or problems_of(definition.for_agent)
    if problems:
        raise DefinitionError(problems)
    return definition


class _Reader:
    def __init__(self) -> None:
        self.problems: list[Problem] = []

    def definition(self, data: Mapping[str, Any]) -> Definition:
        return Definition(
            id=data["id"],
            title=local_text(data["title"]),
            pages=tuple(self.page(each) for each in data["pages"]),
            rules=tuple(self.rule(each) for each in data.get("variables", ())),
            options=tuple(self.option(each) for each in data.get("options", ())),
            declarations=tuple(
                Declaration(each["name"], local_text(each["text"]))
                for each in data.get("declarations", ())
            ),
            digest=tuple(data.get("digest", ())),
            internal=tuple(
                self.field(each, "Données du service")
                for each in data.get("internal", ())
            ),
        )

    def expression(self, tree: Any, where: str) -> Expression | None:
        if tree is None:
            return None
        try:
            return read_expression(tree)
        except ExpressionError as error:
            self.problems.append(Problem(where, error.message))
            return None

    def rule(self, data: Mapping[str, Any]) -> Rule:
        where = data["name"]
        expression = self.expression(data["expr"], where)
        return Rule(
            where,
            expression or read_expression(None),
            self.expression(data.get("if"), where),
        )

    def option(self, data: Mapping[str, Any]) -> Option:
        return Option(
            data["name"],
            data["kind"],
            local_text(data["title"]),
            local_text(data.get("help")),
            data["default"],
        )

    def page(self, data: Mapping[str, Any]) -> Page:
        title = local_text(data["title"])
        where = in_language(title)
        return Page(
            id=data["id"],
            name=data["name"],
            title=title,
            intro=local_text(data.get("intro")),
            condition=self.expression(data.get("if"), where),
            checks=self.checks(data, where),
            fields=tuple(self.field(each, where) for each in data["fields"]),
        )

    def checks(self, data: Mapping[str, Any], where: str) -> tuple[Check, ...]:
        return tuple(
            Check(
                self.expression(each["expr"], where) or read_expression(True),
                local_text(each["message"]),
                self.expression(each.get("value"), where),
                each.get("field", ""),
            )
            for each in data.get("checks", ())
        )

    def field(self, data: Mapping[str, Any], page: str) -> Field:
        where = f"{page} › {data['name']}"
        prefill = data.get("prefill")
        return Field(
            id=data["id"],
            kind=data["kind"],
            name=data["name"],
            title=local_text(data.get("title")),
            hint=local_text(data.get("hint")),
            required=self.expression(data.get("required", False), where),
            condition=self.expression(data.get("if"), where),
            choices=tuple(
                Choice(
                    each["id"],
                    local_text(each["label"]),
                    self.expression(each.get("if"), where),
                )
                for each in data.get("choices", ())
            ),
            minimum=self.expression(data.get("min"), where),
            maximum=self.expression(data.get("max"), where),
            checks=self.checks(data, where),
            prefill=Prefill(**prefill) if prefill else None,
            limits=data.get("limits", {}),
            rows=tuple(self.field(each, where) for each in data.get("rows", ())),
            retention=data.get("retention", "strip"),
        )
