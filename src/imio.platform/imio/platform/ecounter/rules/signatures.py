"""Types of expressions, checked when a definition is read."""

from collections.abc import Mapping
from imio.platform.ecounter.rules.errors import ExpressionError
from imio.platform.ecounter.rules.message import _
from imio.platform.ecounter.rules.operations import ANY
from imio.platform.ecounter.rules.operations import BOOLEAN
from imio.platform.ecounter.rules.operations import LIST
from imio.platform.ecounter.rules.operations import NUMBER
from imio.platform.ecounter.rules.operations import OPERATIONS
from imio.platform.ecounter.rules.operations import TEXT
from typing import Any

IN_WORDS = {
    "text": "un texte",
    "number": "un nombre",
    "bool": "oui ou non",
    "date": "une date",
    "list": "une liste",
    "any": "une valeur",
}


def fits(given: str, wanted: str) -> bool:
    """Whether a value of type ``given`` may stand where ``wanted`` is expected."""
    return ANY in (given, wanted) or given == wanted


def type_of(tree: Any, types: Mapping[str, str]) -> str:
    """Type that the expression gives, its operations checked on the way.

    :param types: type of each answer and variable that may be looked up.
    :raises ExpressionError: an operation is applied to what it cannot take.
    """
    if not isinstance(tree, Mapping):
        return _literal_type(tree)
    name, arguments = next(iter(tree.items()))
    if not isinstance(arguments, list):
        arguments = [arguments]
    operation = OPERATIONS[name]
    if name == "var":
        return types.get(arguments[0], ANY)
    if operation.takes_names:
        return operation.gives
    given = [type_of(argument, types) for argument in arguments]
    if operation.takes == "same":
        _expect(name, given[1:], given[0])
    else:
        _expect(name, given, operation.takes)
    return operation.gives


def _expect(name: str, given: list[str], wanted: str) -> None:
    for each in given:
        if not fits(each, wanted):
            raise ExpressionError(
                _(
                    "« ${name} » attend ${wanted} et reçoit ${given}.",
                    name=name,
                    wanted=IN_WORDS[wanted],
                    given=IN_WORDS[each],
                )
            )


def _literal_type(value: Any) -> str:
    if isinstance(value, bool):
        return BOOLEAN
    if isinstance(value, int | float):
        return NUMBER
    if isinstance(value, str):
        return TEXT
    if isinstance(value, list):
        return LIST
    return ANY
