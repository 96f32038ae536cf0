"""Searches that a person keeps: theirs, named, deletable, shared by address."""

from AccessControl import Unauthorized
from imio.platform.core.browser.dashboard.saved import forget_all
from imio.platform.core.browser.dashboard.saved import MAX_PER_DASHBOARD
from imio.platform.core.browser.dashboard.saved import SavedSearches
from imio.platform.core.browser.dashboard.saved import TooManySearches
from plone import api
from plone.app.testing import login
from plone.app.testing import logout
from plone.app.testing import TEST_USER_ID
from plone.app.testing import TEST_USER_NAME
from plone.protect.authenticator import createToken
from Products.statusmessages.interfaces import IStatusMessage
from tests.core.dashboard.builders import dashboard
from tests.core.dashboard.builders import folder_with
from zExceptions import Forbidden
import pytest


@pytest.fixture
def folder(portal):
    yield folder_with(portal, "Budget 2026", "Avis de travaux")
    login(portal, TEST_USER_NAME)


def post(folder, **form):
    view = dashboard(folder, http_method="POST", _authenticator=createToken(), **form)
    view()
    view.messages = [m.message for m in IStatusMessage(view.request).show()]
    return view


def links(folder, **form):
    return dashboard(folder, **form).drawing.saved_links()


def save(folder, name="Budgets", query="q=budget"):
    return post(folder, action="save-search", name=name, query=query)


def test_saved_search_is_a_link_with_its_number(folder):
    saved = save(folder)
    assert saved.request.response.getStatus() == 303
    assert saved.messages == ["La recherche « Budgets » est enregistrée."]
    (link,) = links(folder)
    assert (link.name, link.number) == ("Budgets", 1)
    assert link.url.endswith("@@contenus?q=budget")
    assert links(folder, q="budget")[0].is_current


def test_same_name_is_written_over(folder):
    save(folder)
    save(folder, name="  budgets ", query="q=avis")
    (link,) = links(folder)
    assert link.url.endswith("q=avis")


def test_saved_search_is_deleted(folder):
    save(folder)
    deleted = post(folder, action="delete-search", search=links(folder)[0].id)
    assert deleted.messages == ["La recherche « Budgets » est supprimée."]
    assert links(folder) == []


def test_page_and_unknown_parameters_are_not_kept(folder):
    save(folder, query="q=budget&page=3&format=csv&evil=1&f.nope=1")
    assert links(folder)[0].url.endswith("@@contenus?q=budget")


def test_search_without_a_name_is_refused_with_a_sentence(folder):
    refused = save(folder, name="   ")
    assert "Donnez un nom" in refused.messages[0]
    assert links(folder) == []


def test_shelf_is_bounded(portal):
    searches = SavedSearches("someone", "@@list")
    for number in range(MAX_PER_DASHBOARD):
        searches.save(f"Recherche {number}", "")
    with pytest.raises(TooManySearches):
        searches.save("Une de trop", "")
    searches.save("Recherche 1", "q=encore")


def test_each_person_has_their_own(portal, folder):
    save(folder)
    search_id = links(folder)[0].id
    api.user.create(
        email="autre@example.org",
        username="autre",
        password="un-long-mot-de-passe-8!",
        roles=("Member", "Editor"),
    )
    login(portal, "autre")
    assert links(folder) == []
    stolen = post(folder, action="delete-search", search=search_id)
    assert stolen.messages == ["Cette recherche n'existe plus."]
    login(portal, TEST_USER_NAME)
    assert [link.id for link in links(folder)] == [search_id]


def test_each_dashboard_has_its_own(portal, folder):
    save(folder)
    assert links(portal) == []


def test_anonymous_keeps_nothing(folder):
    logout()
    with pytest.raises(Unauthorized):
        save(folder)
    with pytest.raises(ValueError):
        SavedSearches("", "@@list")


def test_post_without_the_token_is_forbidden(folder):
    with pytest.raises(Forbidden):
        dashboard(
            folder, http_method="POST", action="save-search", name="X", query=""
        )()
    assert links(folder) == []


def test_get_saves_nothing(folder):
    dashboard(folder, action="save-search", name="X", query="")()
    assert links(folder) == []


def test_searches_go_with_the_account(portal, folder):
    api.user.create(
        email="autre@example.org", username="autre", password="un-long-mot-de-passe-8!"
    )
    SavedSearches("autre", "@@list").save("Mes avis", "q=avis")
    SavedSearches(TEST_USER_ID, "@@list").save("Mes avis", "q=avis")
    with api.env.adopt_roles(["Manager"]):
        api.user.delete(username="autre")
    assert SavedSearches("autre", "@@list").all() == []
    assert len(SavedSearches(TEST_USER_ID, "@@list").all()) == 1


def test_names_are_escaped(folder):
    save(folder, name="<b onmouseover=x>gras</b>")
    assert "<b onmouseover" not in dashboard(folder)()


def test_uninstalling_forgets_all(portal):
    SavedSearches(TEST_USER_ID, "@@list").save("Mes avis", "q=avis")
    forget_all()
    assert SavedSearches(TEST_USER_ID, "@@list").all() == []
