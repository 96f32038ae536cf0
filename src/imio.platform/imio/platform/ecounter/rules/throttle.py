"""Slowing down who guesses: too many misses close the door for a moment."""

from collections import deque
from threading import Lock

MISSES = 2
SECONDS = 2.0
MOST_VISITORS = 5000


class Throttle:
    """Counts misses by visitor over a sliding window.

    Kept in the memory of one process: guessing is slowed by each, which is enough
    beside a code of 55 bits.
    """

    def __init__(self, misses: int = MISSES, seconds: float = SECONDS) -> None:
        self.misses = misses
        self.seconds = seconds
        self._seen: dict[str, deque[float]] = {}
        self._lock = Lock()

    def is_closed(self, visitor: str, at: float) -> bool:
        """Whether ``visitor`` has to wait at the instant ``at`` (seconds)."""
        with self._lock:
            return len(self._recent(visitor, at)) >= self.misses

    def miss(self, visitor: str, at: float) -> None:
        """Note a wrong guess."""
        with self._lock:
            if len(self._seen) >= MOST_VISITORS:
                self._forget(at)
            self._seen.setdefault(visitor, deque(maxlen=self.misses)).append(at)

    def _recent(self, visitor: str, at: float) -> list[float]:
        return [
            moment
            for moment in self._seen.get(visitor, ())
            if at - moment < self.seconds
        ]

    def _forget(self, at: float) -> None:
        for visitor in [name for name in self._seen if not self._recent(name, at)]:
            del self._seen[visitor]
