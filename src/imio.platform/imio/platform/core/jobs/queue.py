"""Asking for a job, and the backends that take it."""

from huey import crontab
from huey import SqliteHuey
from imio.platform.core.jobs.commit import add_request
from imio.platform.core.jobs.ledger import JobRecord
from imio.platform.core.jobs.ledger import JobRequest
from imio.platform.core.jobs.ledger import Ledger
from imio.platform.core.jobs.periodic import start_due
from imio.platform.core.jobs.registry import spec
from imio.platform.core.jobs.worker import work
from plone import api
from weakref import WeakKeyDictionary
import json
import os
import threading
import uuid

#: Days during which a finished job is shown and its key remembered.
KEPT_DAYS = 60

#: A job that waits longer than this was lost by the queue and is queued again.
LOST_AFTER_SECONDS = 60


class EmbeddedBackend:
    """Jobs in an SQLite file, run by huey's threads in the server's process."""

    def __init__(self, path: str):
        self.path = path
        self.ledger = Ledger(path)
        self.huey = SqliteHuey("imio.platform", filename=path, results=False)
        self.db = None
        self._task = self.huey.task(name="imio.platform.work")(self._work)
        self.huey.periodic_task(crontab(), name="imio.platform.sweep")(self._sweep)

    def dispatch_committed(self, txn, ids: list[int]) -> None:
        self.dispatch(ids)

    def dispatch(self, ids: list[int]) -> None:
        """Let workers run these jobs as soon as they can."""
        for job_id in ids:
            self._task(job_id)

    def recover(self) -> None:
        """At start: the queue is made anew from the ledger."""
        self.huey.storage.flush_queue()
        self.huey.storage.flush_schedule()
        self.ledger.recover()
        self.dispatch(self.ledger.due())

    def _work(self, job_id: int) -> None:
        delay = work(self.ledger, self.db, job_id)
        if delay is not None:
            self._task.schedule(args=(job_id,), delay=delay)

    def _sweep(self) -> None:
        self.dispatch(start_due(self.db, self.ledger))
        self.dispatch(self.ledger.due(LOST_AFTER_SECONDS))
        self.ledger.prune(KEPT_DAYS)


class ImmediateBackend:
    """Jobs run right after the commit, before the caller goes on.

    Each runs in a thread of its own, because the caller's transaction is still
    closing; what it wrote is seen from the caller's next transaction.
    """

    def __init__(self, db):
        self.db = db
        self.ledger = Ledger(":memory:")

    def dispatch_committed(self, txn, ids: list[int]) -> None:
        txn.addAfterCommitHook(self._after_commit, args=(ids,))

    def _after_commit(self, committed: bool, ids: list[int]) -> None:
        if committed:
            self.dispatch(ids)

    def dispatch(self, ids: list[int]) -> None:
        for job_id in ids:
            thread = threading.Thread(target=work, args=(self.ledger, self.db, job_id))
            thread.start()
            thread.join()


class SilentBackend:
    """Jobs are forgotten: filling a site with start content tells nobody."""

    def __init__(self):
        self.ledger = Ledger(":memory:")

    def dispatch_committed(self, txn, ids: list[int]) -> None:
        self.ledger.drop(ids)

    def dispatch(self, ids: list[int]) -> None:
        self.ledger.drop(ids)


_silent = SilentBackend()
_embedded: dict[str, EmbeddedBackend] = {}
_immediate: WeakKeyDictionary = WeakKeyDictionary()
_lock = threading.Lock()


def embedded_backend() -> EmbeddedBackend | None:
    """The backend named by the environment, or None where jobs are immediate."""
    path = os.environ.get("IMIO_JOBS_FILE", "")
    if os.environ.get("IMIO_JOBS") != "embedded" or not path:
        return None
    with _lock:
        if path not in _embedded:
            _embedded[path] = EmbeddedBackend(path)
        return _embedded[path]


def backend(site) -> EmbeddedBackend | ImmediateBackend | SilentBackend:
    """The backend that takes the jobs of ``site``."""
    if os.environ.get("IMIO_JOBS") == "none":
        return _silent
    found = embedded_backend()
    if found is not None:
        return found
    db = site._p_jar.db()
    with _lock:
        if db not in _immediate:
            _immediate[db] = ImmediateBackend(db)
        return _immediate[db]


def enqueue(name: str, key: str | None = None, **json_args) -> None:
    """Ask for the job ``name`` once the present transaction has committed.

    :param key: what makes the job unique among those of that name in the site; a
        job that waits, runs or was done with that key is not added again. None
        gives a new key.
    :param json_args: arguments of the job; UIDs and texts, never objects.
    :raises UnknownJob: no add-on declares the job.
    :raises TypeError: an argument is not JSON.
    """
    spec(name)
    json.dumps(json_args)
    site = api.portal.get()
    user = api.user.get_current()
    add_request(
        JobRequest(
            site="/".join(site.getPhysicalPath()),
            name=name,
            key=key or uuid.uuid4().hex,
            args=json_args,
            user=(user.getId() or "") if user is not None else "",
            site_url=site.absolute_url(),
        ),
        backend(site),
    )


def find_job(name: str, key: str) -> JobRecord | None:
    """The present site's job of that name and key, while it is remembered."""
    site = api.portal.get()
    path = "/".join(site.getPhysicalPath())
    return backend(site).ledger.find(path, name, key)
