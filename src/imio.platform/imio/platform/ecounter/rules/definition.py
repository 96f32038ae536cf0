"""A procedure's questions, as read from its JSON definition.

Plain immutable objects. ``reading.read_definition`` makes them and refuses what
cannot work; nothing else builds them outside the tests.
"""

from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field
from functools import cached_property
from imio.platform.ecounter.rules.expression import Expression
from imio.platform.ecounter.rules.message import LocalText
from typing import Any

#: Name of the page that holds an agent's questions.
INTERNAL = "internal"


@dataclass(frozen=True)
class Choice:
    """One possible answer; ``condition`` tells when it is offered."""

    id: str
    label: LocalText
    condition: Expression | None = None


@dataclass(frozen=True)
class Check:
    """What must hold for a page or a field, and what is said when it does not.

    ``value`` is shown in place of ``{value}`` in the message; ``field`` is the
    name of the question that the message points to.
    """

    expression: Expression
    message: LocalText
    value: Expression | None = None
    field: str = ""


@dataclass(frozen=True)
class Prefill:
    """Where a first answer comes from; a locked one cannot be changed."""

    source: str
    key: str
    locked: bool = False


@dataclass(frozen=True)
class Field:
    """One question.

    ``limits`` holds what the kind reads (``max_length``, ``decimals``,
    ``accept``, ``max_size``, ``max_files`` ...); ``minimum`` and ``maximum`` are
    expressions. ``rows`` are the questions of a repeated group.
    """

    id: str
    kind: str
    name: str
    title: LocalText = field(default_factory=dict)
    hint: LocalText = field(default_factory=dict)
    required: Expression | None = None
    condition: Expression | None = None
    choices: tuple[Choice, ...] = ()
    minimum: Expression | None = None
    maximum: Expression | None = None
    checks: tuple[Check, ...] = ()
    prefill: Prefill | None = None
    limits: Mapping[str, Any] = field(default_factory=dict)
    rows: tuple["Field", ...] = ()
    retention: str = "strip"

    def limit(self, name: str, default: Any) -> Any:
        return self.limits.get(name, default)

    def choice(self, choice_id: str) -> Choice | None:
        return next((each for each in self.choices if each.id == choice_id), None)


@dataclass(frozen=True)
class Page:
    """Questions asked together; ``name`` is its word in addresses."""

    id: str
    name: str
    title: LocalText
    intro: LocalText
    fields: tuple[Field, ...]
    condition: Expression | None = None
    checks: tuple[Check, ...] = ()


@dataclass(frozen=True)
class Rule:
    """One rule for a variable: the last that applies gives its value."""

    name: str
    expression: Expression
    condition: Expression | None = None


@dataclass(frozen=True)
class Option:
    """What a commune may set without touching the definition."""

    name: str
    kind: str
    title: LocalText
    help: LocalText
    default: Any


@dataclass(frozen=True)
class Declaration:
    """A sentence to tick before sending."""

    name: str
    text: LocalText


@dataclass(frozen=True)
class Definition:
    """All the questions of one version of a procedure.

    ``internal`` are those that an agent answers while treating the request.
    """

    id: str
    title: LocalText
    pages: tuple[Page, ...]
    rules: tuple[Rule, ...] = ()
    options: tuple[Option, ...] = ()
    declarations: tuple[Declaration, ...] = ()
    digest: tuple[str, ...] = ()
    internal: tuple[Field, ...] = ()

    def fields(self) -> Iterator[tuple[Page, Field]]:
        """Every question with its page, in order."""
        for page in self.pages:
            for each in page.fields:
                yield page, each

    @cached_property
    def fields_by_name(self) -> Mapping[str, Field]:
        return {each.name: each for _page, each in self.fields()}

    @cached_property
    def rules_by_name(self) -> Mapping[str, tuple[Rule, ...]]:
        grouped: dict[str, list[Rule]] = {}
        for rule in self.rules:
            grouped.setdefault(rule.name, []).append(rule)
        return {name: tuple(rules) for name, rules in grouped.items()}

    @cached_property
    def default_options(self) -> Mapping[str, Any]:
        return {option.name: option.default for option in self.options}

    @cached_property
    def for_agent(self) -> "Definition | None":
        """The agent's questions as a definition of one page."""
        if not self.internal:
            return None
        title = {"fr": "Données du service"}
        page = Page(INTERNAL, INTERNAL, title, {}, self.internal)
        return Definition(self.id, title, (page,), options=self.options)

    def page(self, name: str) -> Page | None:
        return next((page for page in self.pages if page.name == name), None)
