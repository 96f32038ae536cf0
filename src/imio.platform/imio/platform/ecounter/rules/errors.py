"""What goes wrong in a definition or in an answer."""

from dataclasses import dataclass
from imio.platform.ecounter.rules.message import Message


class Invalid(Exception):
    """An answer is refused; ``part`` names the piece of it at fault, if any."""

    def __init__(self, message: Message, part: str = "") -> None:
        super().__init__(str(message))
        self.message = message
        self.part = part


class InvalidParts(Exception):
    """Several pieces of one answer are refused."""

    def __init__(self, problems: list[Invalid]) -> None:
        super().__init__("; ".join(str(problem) for problem in problems))
        self.problems = problems


class ExpressionError(Exception):
    """An expression is not one of the closed language."""

    def __init__(self, message: Message) -> None:
        super().__init__(str(message))
        self.message = message


@dataclass(frozen=True)
class Problem:
    """One fault of a definition: where, and what to do about it."""

    where: str
    message: Message

    def __str__(self) -> str:
        return f"{self.where} : {self.message}" if self.where else str(self.message)


class DefinitionError(Exception):
    """A definition cannot be used; ``problems`` tells why."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = problems


@dataclass(frozen=True)
class FieldError:
    """What is wrong with one answer.

    ``path`` is the name of the input: ``name``, ``address.street``, ``rows-0.name``.
    """

    page: str
    path: str
    message: Message
