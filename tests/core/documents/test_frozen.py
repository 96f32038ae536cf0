"""A document that was fixed once is given as it is, to those who may make it."""

from imio.platform.core.documents import generate
from imio.platform.core.documents.errors import UnknownTemplate
from imio.platform.core.documents.frozen import FrozenFile
from imio.platform.core.documents.frozen import IFrozenDocument
from plone import api
from plone.app.contenttypes.interfaces import IDocument
from zope.component import getGlobalSiteManager
import pytest

FIXED = FrozenFile("Lettre figée.pdf", b"%PDF-1.7 as it was")


class Frozen:
    def __init__(self, context):
        self.context = context

    def file(self):
        return FIXED if self.context.getId() == "figee" else None


@pytest.fixture
def frozen():
    manager = getGlobalSiteManager()
    registration = (Frozen, (IDocument,), IFrozenDocument, "core-letter")
    manager.registerAdapter(*registration)
    yield
    manager.unregisterAdapter(*registration)


def test_the_fixed_file_takes_the_place_of_a_new_pdf(portal, frozen):
    with api.env.adopt_roles(["Manager"]):
        page = api.content.create(portal, "Document", "figee", title="Figée")
        made = generate(page, "core-letter", "pdf")
        assert (made.filename, made.data) == (FIXED.filename, FIXED.data)
        assert generate(page, "core-letter", "odt").data.startswith(b"PK")
    with api.env.adopt_roles(["Anonymous"]), pytest.raises(UnknownTemplate):
        generate(page, "core-letter", "pdf")
