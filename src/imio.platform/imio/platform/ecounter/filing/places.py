"""Where requests lie: ``requests/<year>/<bucket>``, out of everybody's sight."""

from imio.platform.core.clock import today
from plone.dexterity.utils import createContentInContainer
from Products.CMFCore.permissions import AccessContentsInformation
from Products.CMFCore.permissions import AddPortalContent
from Products.CMFCore.permissions import ListFolderContents
from Products.CMFCore.permissions import View
import secrets

FOLDER_ID = "requests"
CLOSED = ("Manager",)


def folder_for_new_request(counter):
    """A bucket of this year, drawn at random so that writers do not meet."""
    year = _folder(_root(counter), str(today().year))
    return _folder(year, secrets.token_hex(1))


def _root(counter):
    if FOLDER_ID in counter:
        return counter[FOLDER_ID]
    folder = _folder(counter, FOLDER_ID)
    for permission in (
        View,
        AccessContentsInformation,
        ListFolderContents,
        AddPortalContent,
    ):
        folder.manage_permission(permission, CLOSED, acquire=0)
    return folder


def _folder(parent, name: str):
    if name in parent:
        return parent[name]
    return createContentInContainer(
        parent, "RequestFolder", checkConstraints=False, id=name, title=name
    )
