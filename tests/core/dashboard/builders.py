"""What tests of dashboards begin with."""

from plone import api
from plone.app.testing import setRoles
from plone.app.testing import TEST_USER_ID
from zope.component import getMultiAdapter
from zope.interface import alsoProvides

from imio.platform.core.interfaces import ICoreLayer


def make_pages(portal, *titles):
    """Pages of the site made by the test user, who then is an editor."""
    setRoles(portal, TEST_USER_ID, ["Manager"])
    pages = [api.content.create(portal, "Document", title=title) for title in titles]
    setRoles(portal, TEST_USER_ID, ["Member", "Editor"])
    return pages


def dashboard(context, name="contenus", method="GET", **form):
    """The dashboard ``name`` as asked by ``form``; write ``f.type`` as ``f_type``."""
    request = context.REQUEST.clone()
    alsoProvides(request, ICoreLayer)
    request.method = method
    request.form.clear()
    request.form.update({key.replace("f_", "f."): form[key] for key in form})
    return getMultiAdapter((context, request), name=name)
