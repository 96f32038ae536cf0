"""The byline names people and never shows the id of an account."""

from imio.platform.core.browser.byline.viewlet import NamedBylineViewlet
from imio.platform.core.interfaces import ICoreLayer
from plone import api
from plone.app.testing import setRoles
from plone.app.testing import TEST_USER_ID
from zope.interface import alsoProvides


def byline(portal, creator: str) -> str:
    setRoles(portal, TEST_USER_ID, ["Manager"])
    page = api.content.create(portal, "Document", f"page-{creator}", title="Page")
    page.setCreators((creator,))
    alsoProvides(page.REQUEST, ICoreLayer)
    view = api.content.get_view("plone", page, page.REQUEST)
    viewlet = NamedBylineViewlet(page, page.REQUEST, view)
    viewlet.update()
    return viewlet.render()


def test_the_administrators_id_is_not_shown(portal):
    text = byline(portal, "admin")
    assert "admin" not in text
    assert "section-byline" in text


def test_an_account_without_a_name_or_that_left_is_not_shown(portal):
    api.user.create(username="anonyme", email="a@example.org", password="Secret-1234!")
    assert "anonyme" not in byline(portal, "anonyme")
    assert "parti" not in byline(portal, "parti")


def test_a_person_is_named(portal):
    api.user.create(
        username="redacteur",
        email="r@example.org",
        password="Secret-1234!",
        properties={"fullname": "David Pirard"},
    )
    assert "David Pirard" in byline(portal, "redacteur")
