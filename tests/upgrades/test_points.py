"""The points of an earlier release know categories, templates, links and sending."""

from imio.platform.deliberation.content.settings import categories_of
from imio.platform.deliberation.content.settings import templates_of
from imio.platform.deliberation.workflow.cloning import clone
from imio.platform.deliberation.workflow.links import predecessor
from imio.platform.deliberation.workflow.links import successors
from imio.platform.deliberation.workflow.sending import targets
from plone import api
from plone.dexterity.utils import createContentInContainer


def old_points(site):
    brains = site.portal_catalog.unrestrictedSearchResults(portal_type="AgendaItem")
    return [brain._unrestrictedGetObject() for brain in brains]


def test_old_points_answer_what_is_new_of_them(upgraded):
    points = old_points(upgraded)
    assert points
    for item in points:
        assert predecessor(item) is None
        assert successors(item) == []
        assert targets(item) == []
        assert item.category is None
        assert item.external_id == ""


def test_an_old_body_takes_categories_and_templates(upgraded):
    college = upgraded["deliberations"]["college"]
    assert categories_of(college) == []
    with api.env.adopt_roles(["Manager"]):
        for portal_type in ("ItemCategory", "ItemTemplate"):
            made = createContentInContainer(
                college, portal_type, title="Personnel", subject="Objet"
            )
            workflow = upgraded.portal_workflow.getWorkflowsFor(made)[0]
            assert workflow.getId() == "body_setting_workflow"
    assert len(categories_of(college)) == 1
    assert len(templates_of(college)) == 1
    assert college.rules().insertion.criteria[-1] == "service"


def test_an_old_point_is_copied_with_a_link(upgraded):
    item = old_points(upgraded)[0]
    made = clone(item, upgraded["deliberations"]["college"], "copied")
    assert predecessor(made).UID() == item.UID()
    assert successors(item)[0].UID() == made.UID()
