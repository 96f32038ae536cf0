"""Categories and templates on their pages, as each kind of visitor."""

from html import unescape
from imio.platform.core.annexes.listing import all_annexes
from imio.platform.deliberation.content.settings import categories_of
from plone import api
from tests.deliberation import builders
from tests.deliberation.publishing import is_refused
from tests.deliberation.publishing import status
from tests.deliberation.publishing import visit
from tests.deliberation.workflow.test_categories import category
from tests.deliberation.workflow.test_following import annexed
from tests.deliberation.workflow.test_templates import template
import pytest
import transaction


@pytest.fixture
def scene(functional):
    hall = builders.town_hall(functional["portal"])
    persons = category(hall.college, "Personnel", about_persons=True)
    model = template(
        hall.college, "Modèle de subside", subject="Octroi d'un subside à l'asbl"
    )
    annexed(model)
    transaction.commit()
    return {
        "app": functional["app"],
        "hall": hall,
        "persons": persons,
        "model": model,
    }


def text(page) -> str:
    return " ".join(unescape(page.contents).split())


def test_the_settings_are_kept_by_the_secretariat(scene):
    college = scene["hall"].college.absolute_url()
    for page in ("@@point-settings", "++add++ItemCategory", "++add++ItemTemplate"):
        for user in ("", "citoyen", "agent-travaux", "echevin"):
            assert is_refused(visit(scene["app"], f"{college}/{page}", user)), page
        assert status(visit(scene["app"], f"{college}/{page}", "secretaire")) == 200
    listing = text(visit(scene["app"], f"{college}/@@point-settings", "secretaire"))
    assert "toujours à huis clos" in listing
    assert "Modèle de subside" in listing


def test_templates_are_read_by_authors_and_changed_by_the_secretariat(scene):
    url = scene["model"].absolute_url()
    for user in ("", "citoyen", "echevin"):
        assert is_refused(visit(scene["app"], url, user)), user
    assert status(visit(scene["app"], url, "agent-travaux")) == 200
    assert is_refused(visit(scene["app"], f"{url}/edit", "agent-travaux"))
    assert status(visit(scene["app"], f"{url}/edit", "secretaire")) == 200


def test_the_secretary_adds_a_category(scene):
    url = f"{scene['hall'].college.absolute_url()}/++add++ItemCategory"
    page = visit(scene["app"], url, "secretaire")
    page.getControl(name="form.widgets.title").value = "Finances"
    page.getControl(name="form.widgets.matter").value = "84"
    page.getControl(name="form.buttons.save").click()
    assert "s'écrit avec un point" in text(page)
    page.getControl(name="form.widgets.matter").value = "7.1"
    page.getControl(name="form.buttons.save").click()
    transaction.begin()
    assert "Finances" in [c.title for c in categories_of(scene["hall"].college)]


def test_an_agent_drafts_from_a_template_with_its_annexes(scene):
    college = scene["hall"].college.absolute_url()
    page = visit(scene["app"], f"{college}/@@add-point", "agent-travaux")
    page.getLink("Modèle de subside").click()
    title = page.getControl(name="form.widgets.title")
    assert title.value == "Octroi d'un subside à l'asbl"
    title.value = "Octroi d'un subside au club cycliste"
    page.getControl(name="form.buttons.save").click()
    assert status(page) == 200
    assert "club cycliste" in text(page)
    transaction.begin()
    (brain,) = api.content.find(
        portal_type="AgendaItem", Title="cycliste", unrestricted=True
    )
    item = brain._unrestrictedGetObject()
    assert item.template == scene["model"].UID()
    assert "Subside" not in item.title
    assert "décision" in item.decision.raw
    assert [one.title for one in all_annexes(item)] == ["Plan"]


def test_the_form_and_the_page_tell_what_the_law_imposes(scene):
    item = builders.item(scene["hall"], category=scene["persons"].UID())
    transaction.commit()
    page = visit(scene["app"], item.absolute_url(), "agent-travaux")
    assert "Huis clos imposé par la catégorie « Personnel »" in text(page)
    page = visit(scene["app"], f"{item.absolute_url()}/edit", "agent-travaux")
    assert "Huis clos imposé par la catégorie « Personnel »" in text(page)
    assert "form.widgets.privacy:list" not in page.contents
    page.getControl(name="form.buttons.save").click()
    assert status(page) == 200
    transaction.begin()
    assert item.privacy == "closed"


def test_a_new_point_takes_its_categorys_proposals_and_is_told(scene):
    category(scene["hall"].college, "Contentieux", default_privacy="closed")
    transaction.commit()
    url = f"{scene['hall'].college.absolute_url()}/@@add-point"
    page = visit(scene["app"], url, "agent-travaux")
    page.getControl(name="form.widgets.title").value = "Recours"
    page.getControl("Contentieux").selected = True
    page.getControl(name="form.buttons.save").click()
    assert "vient de la catégorie" in text(page)
    assert "Huis clos" in text(page)
