"""Works that come back: at most once a period, whatever the number of processes."""

from datetime import datetime
from imio.platform.core.clock import BRUSSELS
from imio.platform.core.jobs import periodic
from imio.platform.core.jobs.ledger import FAILED
from imio.platform.core.jobs.ledger import JobRequest
from imio.platform.core.jobs.ledger import Ledger
from imio.platform.core.jobs.periodic import _periodic
from imio.platform.core.jobs.periodic import forget_periodic
from imio.platform.core.jobs.periodic import periodic_works
from imio.platform.core.jobs.periodic import requests_due
from imio.platform.core.jobs.periodic import start_due
from imio.platform.core.jobs.queue import backend
from imio.platform.core.jobs.registry import forget
from tests.core.jobs.test_page import manager_browser
from tests.core.jobs.test_page import shown
from tests.deliberation.builders import at
import pytest
import threading
import transaction

NAME = "test.periodic"
ASKED = JobRequest("/plone", "test.any", "k", {}, "agent", "http://commune.be/plone")


@pytest.fixture
def work():
    """A daily work that notes its periods; only this one is declared."""
    others = dict(_periodic)
    _periodic.clear()
    periods = []

    def run(site, period):
        periods.append((site.getId(), period))

    run.__module__ = "imio.platform.core.jobs.testing"
    periodic(NAME, "Rappels d'essai", at="06:30")(run)
    yield periods
    forget_periodic(NAME)
    forget(NAME)
    _periodic.update(others)


def on(day: int, hour: int):
    return datetime(2026, 6, day, hour, tzinfo=BRUSSELS)


def known(ledger) -> Ledger:
    """A ledger that knows the site's address."""
    ledger.release(ledger.prepare([ASKED]))
    return ledger


def test_two_processes_start_a_period_once(work, tmp_path):
    path = str(tmp_path / "jobs.sqlite")
    request = JobRequest("/plone", NAME, "2026-06-18", {"period": "2026-06-18"}, "", "")
    started = []

    def one_process():
        started.extend(Ledger(path).prepare_new([request]))

    Ledger(path)
    threads = [threading.Thread(target=one_process) for _number in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(started) == 1


def test_a_period_that_failed_is_not_started_anew(work, tmp_path):
    ledger = Ledger(str(tmp_path / "jobs.sqlite"))
    request = JobRequest("/plone", NAME, "2026-06-18", {}, "", "")
    (job_id,) = ledger.prepare_new([request])
    ledger.fail(job_id, "panne", None)
    assert ledger.prepare_new([request]) == []
    assert ledger.record(job_id).state == FAILED


def test_it_is_due_where_its_add_on_is_installed(work, portal, tmp_path):
    ledger = known(Ledger(str(tmp_path / "jobs.sqlite")))
    (due,) = requests_due([portal], ledger, on(18, 7))
    assert (due.name, due.key) == (NAME, "2026-06-18")
    assert due.site_url == "http://commune.be/plone"
    assert requests_due([portal], ledger, on(18, 6)) == []
    portal.portal_setup.unsetLastVersionForProfile("imio.platform.core:default")
    assert periodic_works(portal) == []


def test_it_waits_until_the_site_knows_its_address(work, portal, tmp_path):
    ledger = Ledger(str(tmp_path / "jobs.sqlite"))
    assert requests_due([portal], ledger, on(18, 7)) == []


def test_the_server_runs_it_once_a_day_and_the_page_shows_it(work, functional):
    portal = functional["portal"]
    queue = backend(portal)
    known(queue.ledger)
    db = portal._p_jar.db()
    for day in (18, 18, 19):
        with at(on(day, 7)):
            queue.dispatch(start_due(db, queue.ledger))
    assert work == [("plone", "2026-06-18"), ("plone", "2026-06-19")]
    transaction.begin()
    browser = manager_browser(portal)
    browser.open(f"{portal.absolute_url()}/@@travaux-en-cours")
    for words in ("Travaux périodiques", "Rappels d'essai", "06:30", "dernière fois"):
        assert words in shown(browser), words
