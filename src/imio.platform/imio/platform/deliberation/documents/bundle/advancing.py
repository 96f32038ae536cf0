"""How far a bundle is, while the server makes it.

Its own transaction shows nothing before it ends; this lies in the process, which
runs both the job and the page. Elsewhere the page says that it is under way.
"""

from collections.abc import Callable
from collections.abc import Iterator
from contextlib import contextmanager

_steps: dict[tuple[str, str], tuple[int, int]] = {}


@contextmanager
def advance(user_id: str, meeting_uid: str) -> Iterator[Callable[[int, int], None]]:
    """``step(done, total)`` tells where the work is, as long as the block lasts."""
    key = (user_id, meeting_uid)

    def step(done: int, total: int) -> None:
        _steps[key] = (done, total)

    step(0, 0)
    try:
        yield step
    finally:
        _steps.pop(key, None)


def advanced(user_id: str, meeting_uid: str) -> tuple[int, int] | None:
    """Annexes done, of how many; ``None`` when nothing is known."""
    return _steps.get((user_id, meeting_uid))
