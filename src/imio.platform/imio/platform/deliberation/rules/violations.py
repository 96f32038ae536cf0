"""How a rule says no: a code and its values, worded by the pages."""

from typing import Any


class RuleViolation(ValueError):
    """Something the rules refuse.

    :param code: stable key of the sentence shown to the person.
    :param field: name of the form field at fault, or an empty string.
    :param values: what the sentence quotes.
    """

    def __init__(self, code: str, field: str = "", **values: Any) -> None:
        super().__init__(code)
        self.code = code
        self.field = field
        self.values = values
