"""Jobs: with the transaction, once a key, as the person who asked."""

from imio.platform.core.jobs import enqueue
from imio.platform.core.jobs import GiveUp
from imio.platform.core.jobs import job
from imio.platform.core.jobs import SYSTEM
from imio.platform.core.jobs.errors import UnknownJob
from imio.platform.core.jobs.queue import backend
from imio.platform.core.jobs.registry import forget
from imio.platform.core.jobs.testing import run_pending
from imio.platform.i18n import _
from plone import api
from plone.app.testing import login
from plone.app.testing import setRoles
from plone.app.testing import TEST_USER_ID
from plone.app.testing import TEST_USER_NAME
from ZODB.POSException import ConflictError
from zope.i18n import translate
import pytest
import transaction


@pytest.fixture
def declared():
    """Declare a job for the time of a test; returns the list of its calls."""
    names = []

    def declare(function, name="test.job", **options):
        job(name, **options)(function)
        names.append(name)

    yield declare
    for name in names:
        forget(name)


@pytest.fixture
def site(functional):
    portal = functional["portal"]
    setRoles(portal, TEST_USER_ID, ["Manager"])
    login(portal, TEST_USER_NAME)
    transaction.commit()
    return portal


def records(site):
    return backend(site).ledger.records("/".join(site.getPhysicalPath()))


def test_job_runs_after_the_commit_and_not_before(site, declared):
    calls = []
    declared(lambda site, text: calls.append(text))
    enqueue("test.job", text="a")
    assert calls == []
    transaction.commit()
    assert calls == ["a"]


def test_aborted_transaction_enqueues_nothing(site, declared):
    calls = []
    declared(lambda site: calls.append(1))
    enqueue("test.job")
    transaction.abort()
    transaction.commit()
    assert calls == []
    assert records(site) == []


def test_rolled_back_savepoint_forgets_its_jobs(site, declared):
    calls = []
    declared(lambda site, text: calls.append(text))
    enqueue("test.job", text="kept")
    savepoint = transaction.savepoint()
    enqueue("test.job", text="forgotten")
    savepoint.rollback()
    transaction.commit()
    assert calls == ["kept"]


def test_same_key_runs_once(site, declared):
    calls = []
    declared(lambda site, text: calls.append(text))
    for text in "ab":
        enqueue("test.job", key="k", text=text)
        transaction.commit()
    assert calls == ["a"]


def test_failed_job_may_be_asked_again_with_its_key(site, declared):
    calls = []

    def give_up(site):
        calls.append(1)
        raise GiveUp("Rien à faire.")

    declared(give_up)
    for _time in range(2):
        enqueue("test.job", key="k")
        transaction.commit()
    assert len(calls) == 2


def test_job_runs_as_the_person_who_asked_in_the_site(site, declared):
    seen = {}

    def look(site):
        seen["user"] = api.user.get_current().getId()
        seen["site"] = api.portal.get().getPhysicalPath()
        seen["url"] = site.absolute_url()

    declared(look)
    enqueue("test.job")
    url = site.absolute_url()
    transaction.commit()
    assert seen == {
        "user": TEST_USER_ID,
        "site": ("", "plone"),
        "url": url,
    }


def test_job_speaks_the_language_of_the_site(site, declared):
    seen = []
    declared(lambda site: seen.append(translate(_("Lettre"), context=site.REQUEST)))
    enqueue("test.job")
    transaction.commit()
    assert seen == ["Lettre"]


def test_job_writes_in_a_transaction_of_its_own(site, declared):
    def rename(site, title):
        site.title = title

    declared(rename, run_as=SYSTEM)
    enqueue("test.job", title="Écrit par un travail")
    transaction.commit()
    transaction.begin()
    assert site.title == "Écrit par un travail"


def test_conflict_is_tried_again_at_once(site, declared):
    attempts = []

    def conflicting(site):
        attempts.append(1)
        if len(attempts) < 3:
            raise ConflictError("busy")

    declared(conflicting)
    enqueue("test.job")
    transaction.commit()
    assert len(attempts) == 3
    assert records(site)[0].state == "done"


def test_error_is_recorded_and_left_for_later(site, declared):
    def failing(site):
        raise RuntimeError("panne")

    declared(failing, back_off=(30,))
    enqueue("test.job")
    transaction.commit()
    record = records(site)[0]
    assert (record.state, record.attempts) == ("retry", 1)
    assert "panne" in record.error
    assert record.due - record.changed == 30


def test_last_attempt_is_a_failure(site, declared):
    def failing(site):
        raise RuntimeError("panne")

    declared(failing, back_off=())
    enqueue("test.job")
    transaction.commit()
    assert records(site)[0].state == "failed"


def test_job_of_a_vanished_account_fails_with_the_reason(site, declared):
    declared(lambda site: None)
    with api.env.adopt_roles(["Manager"]):
        api.user.create(
            username="depart", email="d@exemple.be", password="Secret-Phrase-12"
        )
    with api.env.adopt_user("depart"):
        enqueue("test.job")
    with api.env.adopt_roles(["Manager"]):
        api.user.delete("depart")
    transaction.commit()
    assert records(site)[0].error == "Le compte « depart » n'existe plus."


def test_unknown_job_and_objects_are_refused_at_once(site, declared):
    with pytest.raises(UnknownJob):
        enqueue("test.nobody")
    declared(lambda site, page: None)
    with pytest.raises(TypeError):
        enqueue("test.job", page=site)


def test_pending_jobs_run_on_demand_without_a_commit(portal, declared):
    calls = []
    declared(lambda site, text: calls.append(text))
    for text in "ab":
        enqueue("test.job", key="k", text=text)
    assert run_pending() == 1
    assert calls == ["a"]
