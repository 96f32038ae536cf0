"""Which questions apply, and whether the answers to them hold.

One walk, in the order of the pages, serves the form, the summary, the documents,
the exports and the API. The value of a question that does not apply is absent:
from the conditions that follow, from validation and from all that is kept.
"""

from collections.abc import Iterable
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field as dataclass_field
from imio.platform.ecounter.rules.definition import Definition
from imio.platform.ecounter.rules.definition import Field
from imio.platform.ecounter.rules.definition import Page
from imio.platform.ecounter.rules.errors import FieldError
from imio.platform.ecounter.rules.facts import Facts
from imio.platform.ecounter.rules.judgement import Judge
from imio.platform.ecounter.rules.kinds import KINDS
from typing import Any


class Environment:
    """What expressions look names up in: answers so far, then variables."""

    __slots__ = ("_computed", "_rules", "facts", "outer", "values")

    def __init__(
        self,
        facts: Facts,
        rules: Mapping[str, Any],
        values: dict[str, Any],
        outer: "Environment | None" = None,
    ) -> None:
        self.facts = facts
        self.values = values
        self.outer = outer
        self._rules = rules
        self._computed: dict[str, Any] = {}

    def look_up(self, name: str) -> Any:
        if name in self.values:
            return self.values[name]
        if self.outer is not None:
            return self.outer.look_up(name)
        if name in self._computed:
            return self._computed[name]
        rules = self._rules.get(name)
        return self._compute(name, rules) if rules else None

    def _compute(self, name: str, rules: Iterable[Any]) -> Any:
        value = None
        for rule in rules:
            if rule.condition is None or rule.condition.run(self):
                value = rule.expression.run(self)
        self._computed[name] = value
        return value

    def row(self, values: dict[str, Any]) -> "Environment":
        """The same, for the questions of one row of a group."""
        return Environment(self.facts, self._rules, values, self)


@dataclass(frozen=True)
class ShownField:
    """A question that applies, with its value and the choices it offers."""

    field: Field
    value: Any
    required: bool
    choices: tuple[str, ...] = ()
    rows: tuple[tuple["ShownField", ...], ...] = ()


@dataclass(frozen=True)
class ShownPage:
    """A page that applies and its questions that apply."""

    page: Page
    fields: tuple[ShownField, ...]

    @property
    def names(self) -> list[str]:
        return [
            shown.field.name for shown in self.fields if KINDS[shown.field.kind].asks
        ]


@dataclass
class Outcome:
    """Result of an evaluation.

    ``values`` holds the answers to the questions that apply, ``computed`` the
    variables, ``errors`` what the judged pages got wrong.
    """

    pages: list[ShownPage] = dataclass_field(default_factory=list)
    values: dict[str, Any] = dataclass_field(default_factory=dict)
    computed: dict[str, Any] = dataclass_field(default_factory=dict)
    errors: list[FieldError] = dataclass_field(default_factory=list)

    def page(self, name: str) -> ShownPage | None:
        return next((each for each in self.pages if each.page.name == name), None)

    def errors_of(self, page: str) -> list[FieldError]:
        return [error for error in self.errors if error.page == page]


def evaluate(
    definition: Definition,
    answers: Mapping[str, Any],
    facts: Facts,
    judged: Iterable[str] = (),
) -> Outcome:
    """Walk the definition.

    :param answers: canonical values by name; for the judged pages, what was typed.
    :param judged: names of the pages whose answers are normalised and checked; the
        others are taken as they are.
    """
    outcome = Outcome()
    values = outcome.values
    environment = Environment(facts, definition.rules_by_name, values)
    judged = frozenset(judged)
    for page in definition.pages:
        if page.condition is not None and not page.condition.run(environment):
            continue
        judge = (
            Judge(page, environment, outcome.errors) if page.name in judged else None
        )
        shown = tuple(_walk(page.fields, answers, environment, judge))
        if judge is not None:
            judge.page_checks()
        outcome.pages.append(ShownPage(page, shown))
    for name in definition.rules_by_name:
        outcome.computed[name] = environment.look_up(name)
    return outcome


def evaluate_all(
    definition: Definition, answers: Mapping[str, Any], facts: Facts
) -> Outcome:
    """Walk the definition and judge every page that applies."""
    return evaluate(
        definition, answers, facts, [page.name for page in definition.pages]
    )


def _walk(
    fields: Iterable[Field],
    answers: Mapping[str, Any],
    environment: Environment,
    judge: Any,
    prefix: str = "",
) -> Iterable[ShownField]:
    values = environment.values
    for field in fields:
        if field.condition is not None and not field.condition.run(environment):
            continue
        value = answers.get(field.name)
        rows: tuple[tuple[ShownField, ...], ...] = ()
        if field.rows:
            value, rows = _walk_rows(field, value, environment, judge, prefix)
        required = field.required is not None and bool(field.required.run(environment))
        if judge is not None:
            value = judge.field(field, value, required, prefix)
        if value is not None:
            values[field.name] = value
        offered = (
            tuple(
                choice.id
                for choice in field.choices
                if choice.condition is None or choice.condition.run(environment)
            )
            if field.choices
            else ()
        )
        yield ShownField(field, value, required, offered, rows)


def _walk_rows(
    field: Field, raw: Any, environment: Environment, judge: Any, prefix: str
) -> tuple[Any, tuple[tuple[ShownField, ...], ...]]:
    if not isinstance(raw, list):
        return raw, ()
    kept, shown = [], []
    for index, answers in enumerate(raw[: field.limit("max_rows", 50) + 1]):
        if not isinstance(answers, Mapping):
            return raw, ()
        within = environment.row({})
        at = f"{prefix}{field.name}-{index}."
        shown.append(
            tuple(
                _walk(field.rows, answers, within, judge and judge.within(within), at)
            )
        )
        kept.append(within.values)
    return kept, tuple(shown)
