"""The disk is full when a page or a program wants to save something."""

from html import unescape
from plone import api
from plone.app.testing import SITE_OWNER_NAME
from plone.app.testing import SITE_OWNER_PASSWORD
from zope.component import getGlobalSiteManager
from ZPublisher.interfaces import IPubBeforeCommit
import errno
import pytest
import requests

OWNER = (SITE_OWNER_NAME, SITE_OWNER_PASSWORD)


@pytest.fixture
def full_disk():
    """What succeeds says so, and then there is no room to write it."""

    def fail(event):
        api.portal.show_message("C'est enregistré.", event.request)
        raise OSError(errno.ENOSPC, "No space left on device")

    manager = getGlobalSiteManager()
    manager.registerHandler(fail, (IPubBeforeCommit,))
    yield
    manager.unregisterHandler(fail, (IPubBeforeCommit,))


def get(portal, accept):
    return requests.get(
        portal.absolute_url(), headers={"Accept": accept}, auth=OWNER, timeout=30
    )


def test_the_page_says_what_to_do_and_nothing_that_is_false(functional, full_disk):
    answer = get(functional["portal"], "text/html")
    page = unescape(answer.text)
    assert answer.status_code == 507
    assert "le disque du serveur est plein" in page
    assert "C'est enregistré." not in page
    assert "C'est" not in answer.headers.get("Set-Cookie", "")


def test_a_program_is_told_in_french(functional, full_disk):
    answer = get(functional["portal"], "application/json")
    assert answer.status_code == 507
    assert answer.json()["message"].startswith("Le disque du serveur est plein")
    assert "traceback" not in answer.json()
