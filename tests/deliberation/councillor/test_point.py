"""A point's file, as one of its body's members is shown it."""

from plone import api
from tests.deliberation.councillor.scene import COUNCILLOR
from tests.deliberation.councillor.scene import scene


def test_a_point_shows_its_texts_and_its_place(portal):
    item = scene(portal)["council_public"]
    with api.env.adopt_user(COUNCILLOR):
        page = item.restrictedTraverse("@@dossier")()
    for words in ("Note Trottinettes council", "Décide Trottinettes council"):
        assert words in page
