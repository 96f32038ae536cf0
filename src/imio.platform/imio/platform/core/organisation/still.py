"""While nothing of the organisation changes, what was read of it may serve again.

For work that asks hundreds of times in one go, as loading start content or moving all
the points of a meeting does. Pages do not use it: they ask anew, and see what changed.
"""

from collections.abc import Callable
from collections.abc import Iterator
from contextlib import contextmanager
from threading import local
from typing import Any

_kept = local()


@contextmanager
def standing_still() -> Iterator[None]:
    """Within the block, this thread reads the organisation once; blocks may nest."""
    former = getattr(_kept, "answers", None)
    _kept.answers = {} if former is None else former
    try:
        yield
    finally:
        _kept.answers = former


def once(name: str, compute: Callable[[], list[Any]]) -> list[Any]:
    """What ``compute`` gives; within ``standing_still``, what it gave first."""
    answers = getattr(_kept, "answers", None)
    if answers is None:
        return compute()
    if name not in answers:
        answers[name] = compute()
    return list(answers[name])
