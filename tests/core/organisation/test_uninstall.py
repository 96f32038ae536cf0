"""Uninstalling core leaves nothing of the organisation."""

from plone import api
from plone.app.testing import applyProfile


def test_types_workflows_records_and_groups_are_gone(portal):
    with api.env.adopt_roles(["Manager"]):
        applyProfile(portal, "imio.platform.core:uninstall")
    types = {"Organisation", "Service", "Person", "Mandate"}
    assert not types & set(portal.portal_types.objectIds())
    assert not types & set(portal.portal_workflow._chains_by_type)
    workflows = {"service_workflow", "person_workflow"}
    assert not workflows & set(portal.portal_workflow.objectIds())
    kept = [
        name
        for name in portal.portal_registry.records
        if name.startswith(
            ("imio.platform.organisation", "imio.platform.mandate_function")
        )
    ]
    assert kept == []
    groups = set(portal.portal_groups.getGroupIds())
    assert not {"staff", "webmasters", "web-reviewers", "commune-managers"} & groups
