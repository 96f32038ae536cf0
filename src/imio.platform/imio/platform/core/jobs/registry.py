"""The jobs that add-ons declare."""

from collections.abc import Callable
from dataclasses import dataclass
from imio.platform.core.jobs.errors import UnknownJob

#: As whom a job runs: the person whose request asked for it, or the system.
REQUESTER = "requester"
SYSTEM = "system"

#: Seconds before each new attempt: quick at first, then over two days, so that a
#: mail server down for a week-end loses nothing.
BACK_OFF = (10, 60, 300, 1800, 7200, 21600, 43200, 86400)


@dataclass(frozen=True)
class JobSpec:
    """A declared job.

    :ivar title: what a manager reads in the list of jobs.
    :ivar back_off: seconds before the second attempt, the third, and so on.
    """

    name: str
    function: Callable
    title: str
    run_as: str = REQUESTER
    back_off: tuple[int, ...] = BACK_OFF

    def delay_after(self, attempts: int) -> int | None:
        """Seconds to wait after ``attempts`` failures; None when it is enough."""
        if attempts > len(self.back_off):
            return None
        return self.back_off[attempts - 1]


_specs: dict[str, JobSpec] = {}


def job(
    name: str,
    title: str = "",
    run_as: str = REQUESTER,
    back_off: tuple[int, ...] = BACK_OFF,
) -> Callable[[Callable], Callable]:
    """Declare the decorated ``function(site, **args)`` as the job ``name``."""

    def declare(function: Callable) -> Callable:
        _specs[name] = JobSpec(name, function, title or name, run_as, tuple(back_off))
        return function

    return declare


def spec(name: str) -> JobSpec:
    """The declared job ``name``.

    :raises UnknownJob: where no add-on declares it.
    """
    try:
        return _specs[name]
    except KeyError:
        raise UnknownJob(name) from None


def title(name: str) -> str:
    """What a manager reads for the job ``name``, even one no longer declared."""
    return _specs[name].title if name in _specs else name


def forget(name: str) -> None:
    """Undeclare a job (tests)."""
    _specs.pop(name, None)
