"""Asked about many objects, the security policy answers as when asked about one."""

from imio.platform.core.security.many import ManyChecks
from plone import api
from plone.app.testing import login
from plone.app.testing import logout
import pytest

PERMISSIONS = ("View", "Modify portal content", "Delete objects")


@pytest.fixture
def documents(portal):
    with api.env.adopt_roles(["Manager"]):
        folder = api.content.create(portal, "Folder", "dossier")
        for name in ("lectrice", "redactrice"):
            api.user.create(email=f"{name}@example.org", username=name)
        private = api.content.create(folder, "Document", "prive")
        shared = api.content.create(folder, "Document", "partage")
        api.user.grant_roles(username="lectrice", obj=shared, roles=["Reader"])
        published = api.content.create(folder, "Document", "publie")
        published.manage_permission("View", ["Anonymous", "Manager"], acquire=0)
        closed = api.content.create(folder, "Document", "ferme")
        closed.__ac_local_roles_block__ = True
        for document in (private, shared, closed):
            roles = ["Manager", "Editor", "Reader"]
            document.manage_permission("View", roles, acquire=0)
        api.user.grant_roles(username="redactrice", obj=folder, roles=["Editor"])
    return [private, shared, published, closed]


@pytest.mark.parametrize("user", ["", "lectrice", "redactrice"])
def test_the_answers_are_those_of_the_policy(portal, documents, user):
    login(portal, user) if user else logout()
    may = ManyChecks()
    for permission in PERMISSIONS:
        for document in documents:
            expected = bool(api.user.has_permission(permission, obj=document))
            assert may(permission, document) is expected, (permission, document)


def test_a_document_that_takes_no_role_from_its_folder_is_asked_itself(
    portal, documents
):
    login(portal, "redactrice")
    assert ManyChecks()("View", documents[0]) is True
    assert ManyChecks()("View", documents[3]) is False
