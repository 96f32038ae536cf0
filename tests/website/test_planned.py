"""A planned page is read by nobody before its day, nor after its end."""

from DateTime import DateTime
from datetime import timedelta
from imio.platform.core.clock import now
from plone import api
from plone.namedfile import NamedBlobImage
from tests.website.builders import EDITOR
from tests.website.builders import make_people
from tests.website.builders import make_site
from tests.website.builders import PASSWORD
from tests.website.builders import REVIEWER
from tests.website.builders import STRANGER
from tests.website.test_images import PICTURE
import pytest
import requests
import transaction

AHEAD = DateTime((now() + timedelta(days=3)).isoformat())
BEHIND = DateTime((now() - timedelta(days=3)).isoformat())
SECRET = "Nouveau directeur general"


@pytest.fixture(params=["early", "late"])
def planned(functional, request):
    portal = functional["portal"]
    make_people()
    make_site(portal)
    with api.env.adopt_roles(["Manager"]):
        item = api.content.create(
            portal["vivre"], "News Item", id="nouvelle", title=SECRET, description="."
        )
        item.image = NamedBlobImage(PICTURE.read_bytes(), filename="ecole.jpg")
        api.content.transition(item, "publish")
        if request.param == "early":
            item.setEffectiveDate(AHEAD)
        else:
            item.setExpirationDate(BEHIND)
        item.reindexObject()
    transaction.commit()
    return item


@pytest.mark.parametrize("user", ["", STRANGER])
@pytest.mark.parametrize("path", ["", "/view", "/@@images/image", "/@breadcrumbs"])
@pytest.mark.parametrize("accept", ["text/html", "application/json"])
def test_a_visitor_finds_nothing_out_of_time(planned, user, path, accept):
    answer = requests.get(
        planned.absolute_url() + path,
        headers={"Accept": accept},
        auth=(user, PASSWORD) if user else None,
        timeout=60,
    )
    assert answer.status_code == 404
    assert SECRET not in answer.text


@pytest.mark.parametrize("user", [EDITOR, REVIEWER])
def test_who_prepares_it_reads_it_and_is_told_when(planned, user):
    answer = requests.get(planned.absolute_url(), auth=(user, PASSWORD), timeout=60)
    assert answer.status_code == 200
    assert SECRET in answer.text
    assert "Les visiteurs " in answer.text
