"""The ledger: every job, its state and its last error, in an SQLite file.

The ledger is the truth; the queue only says which number comes next. A job lost by
the queue (crash, restart) is found again in the ledger, and one that the queue
brings twice is claimed once.
"""

from collections.abc import Iterable
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
import json
import sqlite3
import threading
import time

PREPARED = "prepared"
WAITING = "waiting"
RUNNING = "running"
RETRY = "retry"
DONE = "done"
FAILED = "failed"
CANCELLED = "cancelled"

#: States in which a job of the same key may be asked for again.
REPLACEABLE = (FAILED, CANCELLED)

SCHEMA = """
CREATE TABLE IF NOT EXISTS job (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    site TEXT NOT NULL, name TEXT NOT NULL, key TEXT NOT NULL,
    args TEXT NOT NULL, user TEXT NOT NULL, site_url TEXT NOT NULL,
    state TEXT NOT NULL, attempts INTEGER NOT NULL DEFAULT 0,
    error TEXT NOT NULL DEFAULT '',
    created REAL NOT NULL, changed REAL NOT NULL, due REAL NOT NULL,
    UNIQUE (site, name, key)
);
CREATE INDEX IF NOT EXISTS job_state ON job (state, due);
CREATE INDEX IF NOT EXISTS job_site ON job (site, name, id);
"""


@dataclass(frozen=True)
class JobRequest:
    """A job asked for: where, what, with what and by whom."""

    site: str
    name: str
    key: str
    args: dict
    user: str
    site_url: str


@dataclass(frozen=True)
class JobRecord(JobRequest):
    """A job of the ledger; instants are seconds since the epoch."""

    id: int = 0
    state: str = WAITING
    attempts: int = 0
    error: str = ""
    created: float = 0
    changed: float = 0
    due: float = 0


class Ledger:
    """Jobs in one SQLite database, shared by the threads of a process."""

    def __init__(self, path: str):
        if path != ":memory:":
            Path(path).parent.mkdir(parents=True, exist_ok=True)
        self.path = path
        self._lock = threading.RLock()
        self._connection = sqlite3.connect(path, timeout=15, check_same_thread=False)
        self._connection.row_factory = sqlite3.Row
        if path != ":memory:":
            # What it holds (addresses, texts of mails) is for the service alone.
            Path(path).chmod(0o600)
            self._connection.execute("PRAGMA journal_mode=WAL")
        self._connection.executescript(SCHEMA)

    def close(self) -> None:
        with self._lock:
            self._connection.close()

    @contextmanager
    def _cursor(self):
        with self._lock, self._connection:
            yield self._connection.cursor()

    def prepare(self, requests: Iterable[JobRequest]) -> list[int]:
        """Write the requests, not yet runnable; returns the ids of the new ones."""
        ids = []
        now = time.time()
        with self._cursor() as cursor:
            for request in requests:
                cursor.execute(
                    """INSERT INTO job (site, name, key, args, user, site_url, state,
                                        created, changed, due)
                       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                       ON CONFLICT (site, name, key) DO UPDATE SET
                         args = excluded.args, user = excluded.user,
                         site_url = excluded.site_url, state = excluded.state,
                         attempts = 0, error = '', created = excluded.created,
                         changed = excluded.changed, due = excluded.due
                       WHERE job.state IN (?, ?)
                       RETURNING id""",
                    (*_values(request), PREPARED, now, now, now, *REPLACEABLE),
                )
                ids.extend(row["id"] for row in cursor.fetchall())
        return ids

    def prepare_new(self, requests: Iterable[JobRequest]) -> list[int]:
        """The same for keys never used yet, whatever became of their job."""
        ids = []
        now = time.time()
        with self._cursor() as cursor:
            for request in requests:
                cursor.execute(
                    """INSERT INTO job (site, name, key, args, user, site_url, state,
                                        created, changed, due)
                       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                       ON CONFLICT (site, name, key) DO NOTHING RETURNING id""",
                    (*_values(request), PREPARED, now, now, now),
                )
                ids.extend(row["id"] for row in cursor.fetchall())
        return ids

    def last_address(self, site: str) -> str:
        """Address from which people last asked something of a site, or empty."""
        with self._cursor() as cursor:
            cursor.execute(
                """SELECT site_url FROM job WHERE site = ? AND site_url <> ''
                   ORDER BY user <> '' DESC, id DESC LIMIT 1""",
                (site,),
            )
            row = cursor.fetchone()
        return row["site_url"] if row else ""

    def release(self, ids: Iterable[int]) -> None:
        """Make prepared jobs runnable."""
        with self._cursor() as cursor:
            cursor.executemany(
                "UPDATE job SET state = ? WHERE id = ? AND state = ?",
                [(WAITING, id_, PREPARED) for id_ in ids],
            )

    def discard(self, ids: Iterable[int]) -> None:
        """Forget prepared jobs: their transaction was aborted."""
        with self._cursor() as cursor:
            cursor.executemany(
                "DELETE FROM job WHERE id = ? AND state = ?",
                [(id_, PREPARED) for id_ in ids],
            )

    def drop(self, ids: Iterable[int]) -> None:
        """Forget jobs, whatever their state."""
        with self._cursor() as cursor:
            cursor.executemany("DELETE FROM job WHERE id = ?", [(one,) for one in ids])

    def claim(self, id_: int) -> JobRecord | None:
        """Take a waiting job for this worker; None when another has it."""
        with self._cursor() as cursor:
            cursor.execute(
                """UPDATE job SET state = ?, attempts = attempts + 1, changed = ?
                   WHERE id = ? AND state IN (?, ?) RETURNING *""",
                (RUNNING, time.time(), id_, WAITING, RETRY),
            )
            row = cursor.fetchone()
        return _record(row) if row else None

    def finish(self, id_: int, args: dict | None = None) -> None:
        """The job is done; ``args`` replaces what is kept of its arguments."""
        with self._cursor() as cursor:
            cursor.execute(
                "UPDATE job SET state = ?, error = '', changed = ? WHERE id = ?",
                (DONE, time.time(), id_),
            )
            if args is not None:
                kept = json.dumps(args, ensure_ascii=False)
                cursor.execute("UPDATE job SET args = ? WHERE id = ?", (kept, id_))

    def fail(self, id_: int, error: str, delay_seconds: float | None) -> None:
        """The job failed: again in ``delay_seconds``, or never when None."""
        now = time.time()
        state = FAILED if delay_seconds is None else RETRY
        with self._cursor() as cursor:
            cursor.execute(
                "UPDATE job SET state = ?, error = ?, changed = ?, due = ? WHERE id = ?",
                (state, error[:2000], now, now + (delay_seconds or 0), id_),
            )

    def retry_now(self, id_: int, site: str) -> bool:
        """A manager asks for a failed or delayed job again, at once."""
        return self._move(id_, site, (FAILED, CANCELLED, RETRY), WAITING)

    def cancel(self, id_: int, site: str) -> bool:
        """A manager gives up a job that does not run at this moment."""
        return self._move(id_, site, (WAITING, RETRY, FAILED), CANCELLED)

    def _move(self, id_: int, site: str, origins: tuple[str, ...], state: str) -> bool:
        now = time.time()
        marks = ", ".join("?" * len(origins))
        with self._cursor() as cursor:
            cursor.execute(
                f"""UPDATE job SET state = ?, attempts = 0, changed = ?, due = ?
                    WHERE id = ? AND site = ? AND state IN ({marks})""",
                (state, now, now, id_, site, *origins),
            )
            return cursor.rowcount == 1

    def recover(self) -> None:
        """At start: what ran when the process died waits again.

        A job whose transaction was being committed is doubtful: a manager decides.
        """
        with self._cursor() as cursor:
            cursor.execute(
                "UPDATE job SET state = ? WHERE state = ?", (WAITING, RUNNING)
            )
            cursor.execute(
                "UPDATE job SET state = ?, error = ? WHERE state = ?",
                (
                    FAILED,
                    "Le serveur s'est arrêté pendant l'enregistrement de ce travail. "
                    "Relancez-le s'il est encore utile.",
                    PREPARED,
                ),
            )

    def due(self, older_than_seconds: float = 0) -> list[int]:
        """Ids of the jobs that should run by now, oldest first."""
        with self._cursor() as cursor:
            cursor.execute(
                "SELECT id FROM job WHERE state IN (?, ?) AND due <= ? ORDER BY due",
                (WAITING, RETRY, time.time() - older_than_seconds),
            )
            return [row["id"] for row in cursor.fetchall()]

    def records(
        self, site: str, names: Iterable[str] = (), limit: int = 200
    ) -> list[JobRecord]:
        """Jobs of a site, newest first, of these names or of all."""
        names = tuple(names)
        marks = ", ".join("?" * len(names))
        narrowed = f"AND name IN ({marks})" if names else ""
        with self._cursor() as cursor:
            cursor.execute(
                f"SELECT * FROM job WHERE site = ? {narrowed} ORDER BY id DESC LIMIT ?",
                (site, *names, limit),
            )
            return [_record(row) for row in cursor.fetchall()]

    def find(self, site: str, name: str, key: str) -> JobRecord | None:
        """The job of that name and key, while it is remembered."""
        with self._cursor() as cursor:
            cursor.execute(
                "SELECT * FROM job WHERE site = ? AND name = ? AND key = ?",
                (site, name, key),
            )
            row = cursor.fetchone()
        return _record(row) if row else None

    def counts(self, site: str) -> dict[str, int]:
        """Number of jobs of a site by state."""
        with self._cursor() as cursor:
            cursor.execute(
                "SELECT state, COUNT(*) AS n FROM job WHERE site = ? GROUP BY state",
                (site,),
            )
            return {row["state"]: row["n"] for row in cursor.fetchall()}

    def record(self, id_: int) -> JobRecord | None:
        with self._cursor() as cursor:
            cursor.execute("SELECT * FROM job WHERE id = ?", (id_,))
            row = cursor.fetchone()
        return _record(row) if row else None

    def prune(self, days: int) -> None:
        """Forget what was done or cancelled more than ``days`` ago."""
        with self._cursor() as cursor:
            cursor.execute(
                "DELETE FROM job WHERE state IN (?, ?) AND changed < ?",
                (DONE, CANCELLED, time.time() - days * 86400),
            )


def _values(request: JobRequest) -> tuple[str, ...]:
    return (
        request.site,
        request.name,
        request.key,
        json.dumps(request.args, ensure_ascii=False),
        request.user,
        request.site_url,
    )


def _record(row: sqlite3.Row) -> JobRecord:
    values = dict(row)
    values["args"] = json.loads(values["args"])
    return JobRecord(**values)
