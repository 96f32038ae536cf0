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


def test_old_points_are_listed_with_their_service_and_nature(upgraded):
    brains = upgraded.portal_catalog.unrestrictedSearchResults(portal_type="AgendaItem")
    assert brains
    for brain in brains:
        item = brain._unrestrictedGetObject()
        assert brain.proposing_service == item.proposing_service
        assert brain.item_kind == item.kind
        assert (brain.item_meeting or "") == item.meeting
        assert brain.item_privacy == item.privacy


def test_old_points_are_found_by_the_services_that_work_on_them(upgraded):
    catalog = upgraded.portal_catalog
    for item in old_points(upgraded):
        key = f"proposes:{item.proposing_service}"
        found = catalog.unrestrictedSearchResults(item_readers=[key])
        assert item.UID() in [one.UID for one in found]


def test_old_advices_are_found_by_their_service(upgraded):
    catalog = upgraded.portal_catalog
    assert catalog.unrestrictedSearchResults(portal_type="Advice")
    for brain in catalog.unrestrictedSearchResults(portal_type="Advice"):
        service = brain._unrestrictedGetObject().adviser_service
        found = catalog.unrestrictedSearchResults(advice_service=service)
        assert brain.UID in [one.UID for one in found]
