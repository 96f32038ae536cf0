"""Works that come back: declared, started once a period, shown with the other jobs.

An add-on declares one and registers it in ZCML as any other job::

    @periodic("imio.platform.deliberation.reminders", _("Rappels"), at="06:30")
    def remind(site, period):
        ...

- The server looks every minute at what is due. The job of a period has the period as
  its key, and the ledger keeps a key once: two processes, or a restart, start it once.
- It runs as the system, only in the sites where its add-on is installed.
- It is given the address from which people last used the site, for links in mails.
- Tests and scripts call the function, or ``start_due``; nothing comes back by itself
  where jobs are immediate.
"""

from collections.abc import Callable
from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from datetime import time
from imio.platform.core import clock
from imio.platform.core.jobs.ledger import JobRequest
from imio.platform.core.jobs.ledger import Ledger
from imio.platform.core.jobs.registry import job
from imio.platform.core.jobs.registry import SYSTEM
from imio.platform.core.provisioning.sites import commune_sites
from imio.platform.core.rules.periods import due_period
from imio.platform.core.rules.periods import Every


@dataclass(frozen=True)
class PeriodicSpec:
    """A declared periodic work.

    :ivar addon: dotted name of the add-on it belongs to.
    """

    name: str
    title: str
    addon: str
    every: Every
    at: time


_periodic: dict[str, PeriodicSpec] = {}


def periodic(
    name: str, title: str, at: str = "06:00", every: Every = Every.DAY
) -> Callable[[Callable], Callable]:
    """Declare the decorated ``function(site, period)`` as a work that comes back.

    :param at: hour in Brussels, ``"06:30"``.
    """

    def declare(function: Callable) -> Callable:
        addon = ".".join(function.__module__.split(".")[:3])
        hour = time.fromisoformat(at)
        _periodic[name] = PeriodicSpec(name, title, addon, every, hour)
        return job(name, title=title, run_as=SYSTEM)(function)

    return declare


def periodic_works(site) -> list[PeriodicSpec]:
    """The works that come back in a site, by name."""
    return [
        spec for _name, spec in sorted(_periodic.items()) if _is_installed(site, spec)
    ]


def forget_periodic(name: str) -> None:
    """Undeclare a work (tests)."""
    _periodic.pop(name, None)


def requests_due(sites: Iterable, ledger: Ledger, now: datetime) -> list[JobRequest]:
    """What should be started now, whether or not it was already."""
    found = []
    for site in sites:
        path = "/".join(site.getPhysicalPath())
        address = ledger.last_address(path)
        for spec in periodic_works(site) if address else ():
            period = due_period(now, spec.every, spec.at)
            if period is not None:
                found.append(
                    JobRequest(path, spec.name, period, {"period": period}, "", address)
                )
    return found


def start_due(db, ledger: Ledger) -> list[int]:
    """Write what is due in every site of ``db``; ids of the jobs that are new."""
    with closing(db.open()) as connection:
        sites = commune_sites(connection.root()["Application"])
        due = requests_due(sites, ledger, clock.now())
    ids = ledger.prepare_new(due)
    ledger.release(ids)
    return ids


def _is_installed(site, spec: PeriodicSpec) -> bool:
    setup = site.portal_setup
    version = setup.getLastVersionForProfile(f"{spec.addon}:default")
    return version != "unknown"
