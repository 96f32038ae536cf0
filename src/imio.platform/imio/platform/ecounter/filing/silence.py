"""Requests that are loaded, not filed: nobody is written to."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

_silent: ContextVar[bool] = ContextVar("ecounter_silent", default=False)


@contextmanager
def silence() -> Iterator[None]:
    """Send no mail while requests of the past or of an example are made."""
    token = _silent.set(True)
    try:
        yield
    finally:
        _silent.reset(token)


def is_silent() -> bool:
    return _silent.get()
