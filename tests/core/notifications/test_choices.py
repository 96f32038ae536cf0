"""Notifications honour what each person chose."""

from html import unescape
from imio.platform.core.jobs.commit import pending_requests
from imio.platform.core.notifications import NotificationKind
from imio.platform.core.notifications import notify
from imio.platform.core.notifications.choices import choose
from imio.platform.core.notifications.interfaces import INotificationKind
from plone import api
from plone.app.testing import SITE_OWNER_NAME
from plone.testing.zope import Browser
from zope.component import getGlobalSiteManager
from zope.component import provideUtility
from zope.interface.interfaces import ComponentLookupError
import pytest
import requests
import transaction

PASSWORD = "Secret-Phrase-12"
KINDS = (
    NotificationKind("test.assigned", "Une demande m'est attribuée"),
    NotificationKind("test.digest", "Une annonce paraît", default="none"),
)


def shown(browser):
    """The page with its entities read, as its reader does."""
    return unescape(browser.contents)


@pytest.fixture
def kinds():
    for kind in KINDS:
        provideUtility(kind, INotificationKind, kind.name)
    yield
    for kind in KINDS:
        getGlobalSiteManager().unregisterUtility(kind, INotificationKind, kind.name)


def create_people():
    with api.env.adopt_roles(["Manager"]):
        for name in ("ann", "bob"):
            api.user.create(
                username=name, email=f"{name}@exemple.be", password=PASSWORD
            )


def recipients():
    return [request.args["to"] for request in pending_requests()]


def test_default_of_the_kind_holds_until_a_choice(portal, kinds):
    create_people()
    assert notify(["ann"], "test.assigned", "s", "t", "http://x") == ["ann"]
    assert notify(["ann"], "test.digest", "s", "t", "http://x") == []


def test_choice_wins_and_each_is_written_alone(portal, kinds):
    create_people()
    choose("bob", {"test.assigned": "none", "test.digest": "immediate"})
    assert notify(["ann", "bob", "ann"], "test.assigned", "s", "t", "u") == ["ann"]
    assert notify(["ann", "bob"], "test.digest", "s", "t", "u") == ["bob"]
    assert recipients() == [["ann@exemple.be"], ["bob@exemple.be"]]


def test_mail_holds_the_address_of_the_thing_and_of_the_choices(portal, kinds):
    create_people()
    notify(["ann"], "test.assigned", "s", "Du nouveau.", "http://x/demande")
    text = pending_requests()[0].args["text"]
    assert "Du nouveau." in text
    assert "http://x/demande" in text
    assert "@@mes-notifications" in text


def test_people_without_account_or_address_are_passed_over(portal, kinds):
    assert notify(["nobody"], "test.assigned", "s", "t", "u") == []


def test_unknown_kind_or_choice_is_an_error(portal, kinds):
    with pytest.raises(ComponentLookupError):
        notify(["ann"], "test.unknown", "s", "t", "u")
    with pytest.raises(ValueError):
        choose("ann", {"test.assigned": "always"})


def test_person_chooses_in_the_page(functional, kinds):
    portal = functional["portal"]
    create_people()
    transaction.commit()
    browser = Browser(portal.getPhysicalRoot())
    browser.addHeader("Authorization", f"Basic ann:{PASSWORD}")
    browser.open(f"{portal.absolute_url()}/@@mes-notifications")
    assert "ann@exemple.be" in shown(browser)
    box = browser.getControl("Une demande m'est attribuée")
    assert box.selected
    assert not browser.getControl("Une annonce paraît").selected
    box.selected = False
    browser.getControl("Enregistrer mes choix").click()
    assert "Vos choix sont enregistrés." in shown(browser)
    transaction.begin()
    with api.env.adopt_user(SITE_OWNER_NAME):
        assert notify(["ann", "bob"], "test.assigned", "s", "t", "u") == ["bob"]


def test_anonymous_has_no_choices(functional):
    url = f"{functional['portal'].absolute_url()}/@@mes-notifications"
    answer = requests.get(url, allow_redirects=False, timeout=30)
    assert answer.status_code in (302, 401)


def test_api_reads_and_writes_ones_own_choices(functional, kinds):
    portal = functional["portal"]
    create_people()
    transaction.commit()
    options = {
        "auth": ("ann", PASSWORD),
        "headers": {"Accept": "application/json"},
        "timeout": 30,
    }
    url = f"{portal.absolute_url()}/@notifications"
    wish = {"choices": {"test.assigned": "none"}}
    answer = requests.patch(url, json=wish, **options)
    assert {one["name"]: one["choice"] for one in answer.json()["items"]}[
        "test.assigned"
    ] == "none"
    refused = requests.patch(url, json={"choices": {"test.unknown": "none"}}, **options)
    assert refused.status_code == 400
    anonymous = requests.get(url, headers=options["headers"], timeout=30)
    assert anonymous.status_code == 401
