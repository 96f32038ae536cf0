"""The add-on installs, and leaves nothing behind."""

from copy import deepcopy
from plone import api
from plone.app.testing import applyProfile
from plone.behavior.registration import lookup_behavior_registration
from plone.browserlayer.utils import registered_layers
from plone.dexterity.interfaces import IDexterityFTI
from zope.component import getUtility
import pytest

SECTIONS = [
    f"Section{kind}"
    for kind in (
        "Hero",
        "Tiles",
        "Today",
        "News",
        "Agenda",
        "Profiles",
        "Text",
        "Contact",
    )
]


@pytest.mark.parametrize("portal_type", ["HomePage", *SECTIONS])
def test_types_resolve_their_class_schema_and_behaviours(portal, portal_type):
    fti = getUtility(IDexterityFTI, name=portal_type)
    assert fti.lookupSchema() is not None
    assert fti.behaviors
    for name in fti.behaviors:
        assert lookup_behavior_registration(name)


def test_caching_sitemap_and_feeds_are_on(portal):
    record = api.portal.get_registry_record
    assert record("plone.caching.interfaces.ICacheSettings.enabled")
    assert record("plone.enable_sitemap")
    syndication = "plone.base.interfaces.syndication.ISiteSyndicationSettings"
    assert record(f"{syndication}.allowed")


def test_services_get_hours(portal):
    fti = getUtility(IDexterityFTI, name="Service")
    assert "imio.platform.website.contact_hours" in fti.behaviors


def footprint(portal):
    """What the add-on may change in a site, apart from content."""
    registry = portal.portal_registry
    workflow = portal.portal_workflow
    types = portal.portal_types
    permissions = {
        name: (
            sorted(r["name"] for r in portal.rolesOfPermission(name) if r["selected"]),
            bool(portal.acquiredRolesAreUsedBy(name)),
        )
        for name in (p["name"] for p in portal.permission_settings())
        if not name.startswith("imio.platform.website")
    }
    return {
        "types": sorted(types.objectIds()),
        "service": sorted(types["Service"].behaviors),
        "service_actions": [a.id for a in types["Service"].listActions()],
        "views": {
            name: tuple(types[name].view_methods) for name in ("Folder", "Organisation")
        },
        "workflows": sorted(workflow.objectIds()),
        "chains": {
            name: workflow.getChainForPortalType(name)
            for name in ("Document", "News Item", "Event", "Folder", "Image")
        },
        "registry": {
            name: deepcopy(record.value)
            for name, record in registry.records.items()
            if "website" in name or "caching" in name
        },
        "roles": sorted(portal.userdefined_roles()),
        "groups": sorted(group.getId() for group in api.group.get_groups()),
        "permissions": permissions,
        "layers": [layer.__identifier__ for layer in registered_layers()],
    }


def test_uninstalling_leaves_no_residue(portal):
    with api.env.adopt_roles(["Manager"]):
        applyProfile(portal, "imio.platform.website:uninstall")
        bare = footprint(portal)
        applyProfile(portal, "imio.platform.website:default")
        assert footprint(portal) != bare
        applyProfile(portal, "imio.platform.website:uninstall")
        after = footprint(portal)
        for part in bare:
            assert after[part] == bare[part], part
    names = [
        name
        for name in list(portal.portal_registry.records)
        if "imio.platform.website" in name or "imio-website" in name
    ]
    assert names == []
    assert "Web Editor" not in portal.valid_roles()
    assert "website_publication_workflow" not in portal.portal_workflow
    assert "Web Editor" not in api.group.get_roles(groupname="webmasters")
