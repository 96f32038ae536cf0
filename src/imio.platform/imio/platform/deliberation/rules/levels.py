"""Validation levels between an author and the secretariat: data on the body."""

from collections.abc import Callable
from collections.abc import Sequence
from dataclasses import dataclass

#: Scope of a level held in the service that proposes the point.
SERVICE = "service"
#: Scope of a level held in the body's secretariat.
SECRETARIAT = "secretariat"


@dataclass(frozen=True)
class Level:
    """Who validates: holders of ``function`` in the service or the secretariat."""

    scope: str
    function: str

    @property
    def id(self) -> str:
        return f"{self.scope}:{self.function}"


def parse(level_id: str) -> Level:
    """The level that an id such as ``"service:manager"`` stands for."""
    scope, _colon, function = level_id.partition(":")
    return Level(scope, function)


def next_level(
    levels: Sequence[Level], current: str, is_staffed: Callable[[Level], bool]
) -> Level | None:
    """The level to come, skipping those that nobody holds.

    :param current: id of the present level, empty before the first.
    :return: ``None`` when the present level is the last one that is held.
    """
    ids = [level.id for level in levels]
    start = ids.index(current) + 1 if current in ids else 0
    return next((level for level in levels[start:] if is_staffed(level)), None)
