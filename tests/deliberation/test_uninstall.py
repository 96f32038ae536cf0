"""Uninstalling leaves no residue of the add-on."""

from plone import api
from plone.app.testing import applyProfile

TYPES = (
    "Deliberations",
    "DeliberativeBody",
    "Meeting",
    "AgendaItem",
    "ItemsFolder",
    "Publications",
    "Publication",
    "Advice",
)


def test_uninstalling_removes_what_installing_added(portal):
    applyProfile(portal, "imio.platform.deliberation:uninstall")
    types = api.portal.get_tool("portal_types")
    workflows = api.portal.get_tool("portal_workflow")
    catalog = api.portal.get_tool("portal_catalog")
    registry = portal.portal_registry
    assert [name for name in TYPES if name in types] == []
    assert [one for one in workflows.objectIds() if "meeting" in one] == []
    assert [one for one in workflows.objectIds() if "agenda_item" in one] == []
    assert {name for name, _chain in workflows.listChainOverrides()} & set(
        TYPES
    ) == set()
    for index in (
        "meeting_date",
        "proposing_service",
        "item_meeting",
        "item_level",
        "item_kind",
        "item_category",
        "item_privacy",
    ):
        assert index not in catalog.indexes()
    assert "meeting_date" not in catalog.schema()
    assert [name for name in registry.records if "deliberation" in name] == []
    templates = portal.get("modeles")
    kept = templates.objectIds() if templates is not None else []
    assert [one for one in kept if one.startswith("deliberation-")] == []
