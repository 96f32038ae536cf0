"""@@mon-travail gathers what waits from every add-on."""

from contextlib import contextmanager
from datetime import date
from datetime import datetime
from imio.platform.core.clock import BRUSSELS
from imio.platform.core.interfaces import IClock
from imio.platform.core.interfaces import ICoreLayer
from imio.platform.core.interfaces import IWorkSource
from imio.platform.core.interfaces import WorkItem
from lxml import html as lxml_html
from plone import api
from plone.app.testing import login
from plone.app.testing import logout
from plone.app.testing import setRoles
from plone.app.testing import TEST_USER_ID
from plone.app.testing import TEST_USER_NAME
from zope.component import getGlobalSiteManager
from zope.component import getMultiAdapter
from zope.interface import alsoProvides
from zope.interface import Interface
import pytest

TODAY = datetime(2026, 11, 24, 9, 0, tzinfo=BRUSSELS)


class FixedClock:
    def now(self):
        return TODAY


@pytest.fixture(autouse=True)
def clock(portal):
    registry = getGlobalSiteManager()
    usual = registry.getUtility(IClock)
    registry.registerUtility(FixedClock(), IClock)
    yield
    registry.registerUtility(usual, IClock)


@pytest.fixture(autouse=True)
def no_other_source(portal):
    """Sources of the add-ons are tested with the add-ons."""
    registry = getGlobalSiteManager()
    others = [
        registration
        for registration in registry.registeredSubscriptionAdapters()
        if registration.provided is IWorkSource
    ]
    for other in others:
        registry.unregisterSubscriptionAdapter(
            other.factory, other.required, other.provided
        )
    yield
    for other in others:
        registry.registerSubscriptionAdapter(
            other.factory, other.required, other.provided
        )


@contextmanager
def source(title, items, url=""):
    class Source:
        def __init__(self, site, request):
            self.title = title
            self.url = url

        def items(self):
            if isinstance(items, Exception):
                raise items
            return items

    registry = getGlobalSiteManager()
    registry.registerSubscriptionAdapter(Source, (Interface, Interface), IWorkSource)
    yield
    registry.unregisterSubscriptionAdapter(Source, (Interface, Interface), IWorkSource)


def work(portal):
    request = portal.REQUEST.clone()
    alsoProvides(request, ICoreLayer)
    return getMultiAdapter((portal, request), name="mon-travail")


def item(title, due=None):
    return WorkItem(title, f"http://nohost/{title}", "À traiter", TODAY, due)


def test_empty_page_says_so(portal):
    html = work(portal)()
    assert "Rien ne vous attend pour le moment." in html


def test_window_is_named_after_the_page(portal):
    page = lxml_html.fromstring(work(portal)())
    assert page.findtext(".//title").startswith("Mon travail — ")


def test_items_are_grouped_by_source(portal):
    with (
        source("Demandes", [item("Composition de ménage")], "http://nohost/guichet"),
        source("Points", [item("Budget"), item("Marché")]),
        source("Vide", []),
    ):
        view = work(portal)
        html = view()
    assert [group.title for group in view.groups] == ["Demandes", "Points"]
    assert view.number == 3
    assert "Composition de ménage" in html
    assert 'href="http://nohost/guichet"' in html
    assert "Vide" not in html


def test_late_things_are_marked_and_their_group_comes_first(portal):
    with (
        source("Points", [item("Budget", date(2026, 11, 25))]),
        source(
            "Demandes",
            [item("Rue", date(2026, 11, 23)), item("Acte", date(2026, 11, 24))],
        ),
    ):
        view = work(portal)
        html = view()
    assert [group.title for group in view.groups] == ["Demandes", "Points"]
    assert [line.is_late for line in view.groups[0].lines] == [True, False]
    assert html.count("En retard") == 1
    assert html.count("Pour aujourd'hui") == 1
    assert "Une chose est en retard." in html


def test_source_that_fails_hides_nothing_of_the_others(portal):
    with source("Points", [item("Budget")]), source("Panne", KeyError("x")):
        html = work(portal)()
    assert "Budget" in html
    assert "pas pu être affichée" in html


def test_titles_are_escaped(portal):
    with source("Points", [item("<script>alert(1)</script>")]):
        assert "<script>alert(1)" not in work(portal)()


def test_anonymous_may_not_open_it(portal):
    logout()
    assert not api.user.has_permission("imio.platform.core: View my work", obj=portal)


def test_link_is_offered_to_editors_and_members_of_a_service(portal):
    setRoles(portal, TEST_USER_ID, ["Member"])
    assert not work(portal).is_offered()
    setRoles(portal, TEST_USER_ID, ["Member", "Editor"])
    assert work(portal).is_offered()
    setRoles(portal, TEST_USER_ID, ["Member"])
    api.group.create("u1.agent")
    api.group.add_user(groupname="u1.agent", username=TEST_USER_ID)
    login(portal, TEST_USER_NAME)
    assert work(portal).is_offered()


def test_link_is_in_the_personal_menu(portal):
    setRoles(portal, TEST_USER_ID, ["Member", "Editor"])
    alsoProvides(portal.REQUEST, ICoreLayer)
    actions = portal.portal_actions.listFilteredActionsFor(portal)["user"]
    urls = {action["id"]: action["url"] for action in actions}
    assert urls["my-work"].endswith("/@@mon-travail")
    assert urls["contents-dashboard"].endswith("/@@contenus")
