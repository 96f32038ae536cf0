"""The home page: made from a template, drawn section by section."""

from imio.platform.website.content.home_templates import create_home
from imio.platform.website.content.home_templates import home_templates
from imio.platform.website.interfaces import IWebsiteLayer
from lxml import html
from plone import api
from tests.website.builders import EDITOR
from tests.website.builders import make_people
from tests.website.builders import make_site
from tests.website.builders import STRANGER
from zExceptions import BadRequest
from zExceptions import MethodNotAllowed
from zope.interface import alsoProvides
import pytest


@pytest.fixture
def home(portal):
    alsoProvides(portal.REQUEST, IWebsiteLayer)
    make_people()
    make_site(portal)
    return portal["accueil"]


def drawn(home):
    view = api.content.get_view("home", home, home.REQUEST)
    return html.fromstring(view())


@pytest.mark.parametrize("template", home_templates(), ids=lambda t: t.id)
def test_every_shipped_template_makes_a_page(portal, template):
    with api.env.adopt_roles(["Manager"]):
        home = create_home(portal, "essai", template.id, "Accueil")
    assert list(home.objectIds()) == [section["id"] for section in template.sections]
    assert api.content.get_state(home) == "private"


def test_an_unknown_template_is_refused(portal):
    with api.env.adopt_roles(["Manager"]), pytest.raises(KeyError):
        create_home(portal, "essai", "../../etc/passwd", "Accueil")


def test_the_page_has_one_h1_and_a_heading_for_each_section(home):
    with api.env.adopt_roles(["Anonymous"]):
        page = drawn(home)
    core = page.get_element_by_id("content-core")
    assert [h.text_content() for h in core.findall(".//h1")] == [
        "Bienvenue dans notre commune"
    ]
    labelled = core.xpath(".//section/@aria-labelledby")
    assert len(labelled) == len(home.objectIds())
    for heading_id in labelled:
        assert page.get_element_by_id(heading_id).text_content().strip()


def test_what_is_open_is_told(home):
    text = drawn(home).text_content()
    assert "Population et état civil" in text
    assert "Ouvert jusqu'à" in text or "Fermé" in text or "Pause de midi" in text


def test_only_an_editor_sees_the_means_to_change_it(home):
    with api.env.adopt_user(username=STRANGER):
        assert not drawn(home).cssselect(".section-tools")
    with api.env.adopt_user(username=EDITOR):
        assert drawn(home).cssselect(".section-tools, .section-kinds")


def move(home, section, direction, method="POST"):
    request = home.REQUEST
    request.environ["REQUEST_METHOD"] = request.method = method
    request.form = {"section": section, "direction": direction}
    return api.content.get_view("move-section", home, request)()


def test_a_section_moves(home):
    before = list(home.objectIds())
    with api.env.adopt_user(username=EDITOR):
        move(home, before[1], "up")
    assert list(home.objectIds())[:2] == [before[1], before[0]]


def test_moving_wants_a_post_and_a_known_section(home):
    with pytest.raises(MethodNotAllowed):
        move(home, "en-un-clic", "up", "GET")
    with pytest.raises(BadRequest):
        move(home, "nulle-part", "up")
    with pytest.raises(BadRequest):
        move(home, "en-un-clic", "sideways")
