"""What tests of dashboards begin with."""

from imio.platform.core.interfaces import ICoreLayer
from plone import api
from plone.app.testing import setRoles
from plone.app.testing import TEST_USER_ID
from zope.component import getMultiAdapter
from zope.interface import alsoProvides
import csv
import io


def folder_with(portal, *titles):
    """A folder of pages; the test user is the editor afterwards.

    Plone's own workflow, so that the add-ons' guards have no say.
    """
    portal.portal_workflow.setChainForPortalTypes(
        ["Document", "Folder"], ("simple_publication_workflow",)
    )
    setRoles(portal, TEST_USER_ID, ["Manager"])
    folder = api.content.create(portal, "Folder", id="dossier", title="Dossier")
    for title in titles:
        api.content.create(folder, "Document", title=title)
    setRoles(portal, TEST_USER_ID, ["Member", "Editor", "Reviewer"])
    return folder


def dashboard(context, /, http_method="GET", **form):
    """@@contenus as asked by ``form``; write ``f.type`` as ``f_type``."""
    request = context.REQUEST.clone()
    alsoProvides(request, ICoreLayer)
    request.method = http_method
    request.environ["REQUEST_METHOD"] = http_method
    request.form.clear()
    for key, value in form.items():
        request.form[f"f.{key[2:]}" if key.startswith("f_") else key] = value
    return getMultiAdapter((context, request), name="contenus")


def titles(view) -> list[str]:
    return [row[0].text for row in view.drawing.rows()]


def choices(view, facet_id: str) -> dict[str, int]:
    """Numbers of a facet by token; empty if the facet is not offered."""
    return {
        choice.token: choice.number
        for box in view.drawing.facet_boxes
        if box.id == facet_id
        for choice in box.choices
    }


def csv_rows(view) -> list[list[str]]:
    text = view().decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text), delimiter=";"))


def publish(content) -> None:
    with api.env.adopt_roles(["Manager"]):
        api.content.transition(content, "publish")
