"""The embedded queue: a file, threads, and nothing lost when the process dies."""

from imio.platform.core.jobs import enqueue
from imio.platform.core.jobs import job
from imio.platform.core.jobs import server
from imio.platform.core.jobs.ledger import JobRequest
from imio.platform.core.jobs.ledger import Ledger
from imio.platform.core.jobs.queue import backend
from imio.platform.core.jobs.queue import EmbeddedBackend
from imio.platform.core.jobs.registry import forget
import os
import pytest
import threading
import time
import transaction

REQUEST = JobRequest("/plone", "test.job", "k", {}, "", "http://localhost/plone")


@pytest.fixture
def ledger(tmp_path):
    return Ledger(str(tmp_path / "jobs.sqlite"))


def released(ledger, *requests):
    ids = ledger.prepare(requests or [REQUEST])
    ledger.release(ids)
    return ids


def test_file_is_for_its_owner_alone(ledger):
    assert os.stat(ledger.path).st_mode & 0o077 == 0


def test_job_is_claimed_by_one_worker_only(ledger):
    (job_id,) = released(ledger)
    claims = []
    threads = [
        threading.Thread(target=lambda: claims.append(ledger.claim(job_id)))
        for _number in range(20)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len([claim for claim in claims if claim is not None]) == 1


def test_prepared_job_is_not_run_before_its_transaction_has_committed(ledger):
    (job_id,) = ledger.prepare([REQUEST])
    assert ledger.claim(job_id) is None
    assert ledger.due() == []


def test_job_that_ran_when_the_process_died_waits_again(ledger):
    (job_id,) = released(ledger)
    ledger.claim(job_id)
    ledger.recover()
    assert ledger.due() == [job_id]


def test_job_in_doubt_is_shown_and_left_to_a_manager(ledger):
    ledger.prepare([REQUEST])
    ledger.recover()
    (record,) = ledger.records("/plone")
    assert record.state == "failed"
    assert "Relancez-le" in record.error


def test_manager_of_another_site_cannot_touch_a_job(ledger):
    (job_id,) = released(ledger)
    assert not ledger.cancel(job_id, "/autre")
    assert ledger.cancel(job_id, "/plone")
    assert ledger.claim(job_id) is None


def test_old_jobs_are_forgotten_but_not_those_that_failed(ledger):
    first, second = released(
        ledger, REQUEST, JobRequest("/plone", "test.job", "k2", {}, "", "")
    )
    ledger.finish(first)
    ledger.fail(second, "panne", None)
    ledger.prune(days=-1)
    assert [record.id for record in ledger.records("/plone")] == [second]


def test_full_disk_refuses_the_whole_transaction(functional, monkeypatch):
    portal = functional["portal"]

    def full(requests):
        raise OSError(28, "No space left on device")

    job("test.full")(lambda site: None)
    monkeypatch.setattr(backend(portal).ledger, "prepare", full)
    portal.title = "Ne doit pas rester"
    enqueue("test.full")
    with pytest.raises(OSError):
        transaction.commit()
    transaction.abort()
    forget("test.full")
    assert portal.title != "Ne doit pas rester"


@pytest.fixture
def embedded(functional, tmp_path, monkeypatch):
    monkeypatch.setenv("IMIO_JOBS", "embedded")
    monkeypatch.setenv("IMIO_JOBS_FILE", str(tmp_path / "jobs.sqlite"))
    yield functional["portal"]
    server.stop_workers()


def wait_for(condition, seconds=15):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if condition():
            return True
        time.sleep(0.05)
    return False


def test_stored_job_runs_when_the_server_starts_and_stops_cleanly(embedded):
    portal = embedded
    done = []
    job("test.stored")(lambda site, text: done.append(text))
    enqueue("test.stored", text="écrit avant le départ")
    transaction.commit()
    assert done == []
    server.start_workers(portal._p_jar.db(), count=1)
    assert wait_for(lambda: done == ["écrit avant le départ"])
    enqueue("test.stored", text="puis pendant")
    transaction.commit()
    assert wait_for(lambda: done[1:] == ["puis pendant"])
    server.stop_workers()
    forget("test.stored")
    assert not [
        thread
        for thread in threading.enumerate()
        if thread.name.startswith(("Worker-", "Scheduler"))
    ]


def test_failed_job_is_tried_again_after_its_delay(embedded):
    portal = embedded
    attempts = []

    @job("test.retried", back_off=(1,))
    def retried(site):
        attempts.append(1)
        if len(attempts) == 1:
            raise RuntimeError("panne")

    enqueue("test.retried")
    transaction.commit()
    server.start_workers(portal._p_jar.db(), count=1)
    ledger = backend(portal).ledger
    names = ["test.retried"]
    assert wait_for(
        lambda: [one.state for one in ledger.records("/plone", names)] == ["done"]
    )
    forget("test.retried")
    assert len(attempts) == 2


def test_queue_is_made_anew_from_the_ledger(tmp_path):
    path = str(tmp_path / "jobs.sqlite")
    first = EmbeddedBackend(path)
    released(first.ledger)
    first.ledger.close()
    second = EmbeddedBackend(path)
    assert second.huey.pending_count() == 0
    second.recover()
    assert second.huey.pending_count() == 1
