"""Worker threads inside the server's process."""

from huey.consumer import Consumer
from imio.platform.core.jobs.queue import embedded_backend
import atexit
import logging
import os

logger = logging.getLogger(__name__)

#: Seconds that running jobs are given to end when the server stops; one that does
#: not is run again at the next start.
STOP_SECONDS = 10


class Workers:
    """huey's threads, without its hold on the process's signals."""

    def __init__(self, backend, count: int):
        self.backend = backend
        self.consumer = Consumer(
            backend.huey,
            workers=count,
            max_delay=1.0,
            check_worker_health=False,
            shutdown_timeout=STOP_SECONDS,
        )

    def start(self) -> None:
        self.backend.recover()
        self.consumer.scheduler.start()
        for _worker, thread in self.consumer.worker_threads:
            thread.start()

    def stop(self) -> None:
        self.consumer.stop(graceful=True)


_workers: Workers | None = None


def start_workers(db, count: int | None = None) -> Workers | None:
    """Run the stored jobs of ``db``; does nothing where jobs are immediate."""
    global _workers
    backend = embedded_backend()
    if backend is None or _workers is not None:
        return _workers
    backend.db = db
    _workers = Workers(backend, count or int(os.environ.get("IMIO_JOBS_WORKERS", "2")))
    _workers.start()
    atexit.register(stop_workers)
    logger.info("Jobs run from %s", backend.path)
    return _workers


def stop_workers() -> None:
    """Let running jobs end, for a few seconds, then stop."""
    global _workers
    if _workers is not None:
        stopping, _workers = _workers, None
        stopping.stop()


def on_process_starting(event) -> None:
    """The web server is about to serve: its process runs the jobs too."""
    import Zope2

    start_workers(Zope2.DB)
