"""Expressions: the only logic that a definition can hold.

An expression is a JSON tree. A scalar is itself; a list of scalars is a set of
choices; an object with one key applies the operation of that name to its
arguments: ``{"eq": [{"var": "for_whom"}, "third_party"]}``. The language is
closed: no attribute access, no template, no call into Python. It is read once
into nested functions, then run on each page in well under a millisecond.
"""

from collections.abc import Callable
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from imio.platform.ecounter.rules.errors import ExpressionError
from imio.platform.ecounter.rules.message import _
from imio.platform.ecounter.rules.operations import OPERATIONS
from typing import Any

MAX_DEPTH = 20
MAX_OPERATIONS = 500

Run = Callable[[Any], Any]


@dataclass(frozen=True)
class Expression:
    """An expression ready to run.

    ``names``, ``options`` and ``attributes`` are what it looks up: answers or
    variables, options of the commune, attributes of the person.
    """

    source: Any
    run: Run
    names: frozenset[str] = frozenset()
    options: frozenset[str] = frozenset()
    attributes: frozenset[str] = frozenset()

    def holds(self, environment: Any) -> bool:
        """The expression read as a condition."""
        return bool(self.run(environment))


class _Reader:
    def __init__(self) -> None:
        self.operations = 0
        self.looked_up: dict[str, set[str]] = {
            "var": set(),
            "option": set(),
            "user": set(),
        }

    def read(self, tree: Any, depth: int = 1) -> Run:
        if depth > MAX_DEPTH:
            raise ExpressionError(
                _(
                    "L'expression est trop profonde : ${max} niveaux au plus.",
                    max=MAX_DEPTH,
                )
            )
        if isinstance(tree, Mapping):
            return self._operation(tree, depth)
        value = _literal(tree)
        return lambda environment: value

    def _operation(self, tree: Mapping[str, Any], depth: int) -> Run:
        self.operations += 1
        if self.operations > MAX_OPERATIONS:
            raise ExpressionError(
                _(
                    "L'expression est trop longue : ${max} opérations au plus.",
                    max=MAX_OPERATIONS,
                )
            )
        if len(tree) != 1:
            raise ExpressionError(_("Une opération a un nom et un seul."))
        name, arguments = next(iter(tree.items()))
        operation = OPERATIONS.get(name)
        if operation is None:
            raise ExpressionError(_("L'opération « ${name} » n'existe pas.", name=name))
        if not isinstance(arguments, list):
            arguments = [arguments]
        if not operation.accepts(len(arguments)):
            raise ExpressionError(
                _("L'opération « ${name} » n'a pas le bon nombre de termes.", name=name)
            )
        if operation.takes_names:
            return self._lookup(name, operation, arguments)
        return operation.build(*(self.read(item, depth + 1) for item in arguments))

    def _lookup(self, name: str, operation: Any, arguments: list[Any]) -> Run:
        if not all(isinstance(argument, str) for argument in arguments):
            raise ExpressionError(
                _(
                    "L'opération « ${name} » attend un nom écrit en toutes lettres.",
                    name=name,
                )
            )
        family = name if name in self.looked_up else "var"
        if name not in ("date", "commune"):
            self.looked_up[family].add(arguments[0])
        return operation.build(*arguments)


def _literal(value: Any) -> Any:
    if isinstance(value, float):
        return Decimal(str(value))
    if isinstance(value, list):
        if any(isinstance(item, list | Mapping) for item in value):
            raise ExpressionError(_("Une liste ne contient que des valeurs simples."))
        return frozenset(_literal(item) for item in value)
    if value is None or isinstance(value, str | int | bool | Decimal):
        return value
    raise ExpressionError(_("Cette valeur ne peut pas figurer dans une expression."))


def read_expression(tree: Any) -> Expression:
    """Read a JSON tree.

    :raises ExpressionError: unknown operation, wrong number of terms, too deep
        (``MAX_DEPTH``) or too long (``MAX_OPERATIONS``).
    """
    reader = _Reader()
    run = reader.read(tree)
    return Expression(
        tree,
        run,
        frozenset(reader.looked_up["var"]),
        frozenset(reader.looked_up["option"]),
        frozenset(reader.looked_up["user"]),
    )
