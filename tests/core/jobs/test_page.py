"""@@travaux-en-cours and @@courriels-sortants: for administrators alone."""

from html import unescape
from imio.platform.core.jobs import enqueue
from imio.platform.core.jobs import job
from imio.platform.core.jobs.queue import backend
from imio.platform.core.jobs.registry import forget
from imio.platform.core.mail import Attachment
from imio.platform.core.mail import send_mail
from plone import api
from plone.app.testing import SITE_OWNER_NAME
from plone.app.testing import SITE_OWNER_PASSWORD
from plone.app.testing import TEST_USER_NAME
from plone.app.testing import TEST_USER_PASSWORD
from plone.testing.zope import Browser
import pytest
import requests
import transaction

PAGES = ("@@travaux-en-cours", "@@courriels-sortants")


def shown(browser):
    """The page with its entities read, as its reader does."""
    return unescape(browser.contents)


@pytest.fixture
def site(functional, tmp_path, monkeypatch):
    monkeypatch.setenv("IMIO_MAIL_FOLDER", str(tmp_path / "mail"))
    return functional["portal"]


@pytest.fixture
def failing_job():
    calls = []

    @job("test.page", title="Travail d'essai", back_off=())
    def run(site):
        calls.append(1)
        if len(calls) == 1:
            raise RuntimeError("panne passagère")

    yield calls
    forget("test.page")


def manager_browser(site):
    browser = Browser(site.getPhysicalRoot())
    browser.addHeader("Authorization", f"Basic {SITE_OWNER_NAME}:{SITE_OWNER_PASSWORD}")
    return browser


def test_only_administrators_see_the_pages(site):
    for page in PAGES:
        url = f"{site.absolute_url()}/{page}"
        statuses = [
            requests.get(url, auth=auth, allow_redirects=False, timeout=30).status_code
            for auth in (
                None,
                (TEST_USER_NAME, TEST_USER_PASSWORD),
                (SITE_OWNER_NAME, SITE_OWNER_PASSWORD),
            )
        ]
        assert statuses[2] == 200
        assert all(status in (302, 401, 403) for status in statuses[:2])


def test_failed_job_is_shown_with_its_reason_and_tried_again(site, failing_job):
    enqueue("test.page")
    transaction.commit()
    browser = manager_browser(site)
    browser.open(f"{site.absolute_url()}/@@travaux-en-cours")
    assert "Travail d'essai" in shown(browser)
    assert "panne passagère" in shown(browser)
    browser.getControl(name="action", index=0).click()
    assert "Le travail est relancé." in shown(browser)
    assert len(failing_job) == 2
    assert "panne passagère" not in shown(browser)


def test_failed_job_can_be_given_up(site, failing_job):
    enqueue("test.page")
    transaction.commit()
    browser = manager_browser(site)
    browser.open(f"{site.absolute_url()}/@@travaux-en-cours?etat=failed")
    browser.getControl(name="action", index=1).click()
    record = backend(site).ledger.records("/plone")[0]
    assert record.state == "cancelled"


def test_post_without_the_forms_token_does_nothing(site, failing_job):
    enqueue("test.page")
    transaction.commit()
    requests.post(
        f"{site.absolute_url()}/@@travaux-en-cours",
        data={"action": "retry", "job": "1"},
        auth=(SITE_OWNER_NAME, SITE_OWNER_PASSWORD),
        timeout=30,
    )
    assert len(failing_job) == 1


def test_sent_mail_is_listed_with_its_text_but_not_its_files(site):
    with api.env.adopt_user(SITE_OWNER_NAME):
        send_mail(
            ["ann@exemple.be"],
            "Objet à lire",
            "Le texte du courriel",
            attachments=[Attachment("plan.pdf", "application/pdf", b"%PDF-secret")],
        )
    transaction.commit()
    browser = manager_browser(site)
    browser.open(f"{site.absolute_url()}/@@courriels-sortants")
    for words in ("Objet à lire", "Le texte du courriel", "ann@exemple.be", "plan.pdf"):
        assert words in shown(browser)
    assert "attachments" not in backend(site).ledger.records("/plone")[0].args
