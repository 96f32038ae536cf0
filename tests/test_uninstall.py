"""An add-on that is removed leaves nothing behind in the site."""

from imio.platform.core.provisioning import catalogue
from imio.platform.core.provisioning.creation import create_commune
from imio.platform.core.provisioning.directive import _register
from plone.app.testing import SITE_OWNER_NAME
from plone.browserlayer.utils import registered_layers
from plone.registry.interfaces import IRegistry
from plone.testing import zope
from Products.GenericSetup import profile_registry
from zope.component import getUtility
from zope.component.hooks import setSite
import pytest

METADATA = """<metadata><description>Val-Test</description><version>1</version>
<dependencies>{}</dependencies></metadata>"""
CACHING = "<dependency>profile-plone.app.caching:default</dependency>"
DEPENDENCY = "<dependency>profile-imio.platform.{}:default</dependency>"


@pytest.fixture
def core_site(functional, tmp_path, monkeypatch):
    """A commune with nothing but core, and Plone's own cache that may stay."""
    monkeypatch.setenv(catalogue.EXTRA_FOLDER_VARIABLE, str(tmp_path))
    (tmp_path / "val-test").mkdir()
    (tmp_path / "val-test" / "metadata.xml").write_text(
        METADATA.format(DEPENDENCY.format("core") + CACHING)
    )
    commune = catalogue.get("val-test")
    _register(commune)
    app = functional["app"]
    zope.login(app["acl_users"], SITE_OWNER_NAME)
    yield create_commune(app, "val-test", with_content=False)
    setSite(None)
    profile_registry.unregisterProfile("val-test", "imio.platform")


def actions(site) -> set[str]:
    return {
        f"{category.getId()}/{action}"
        for category in site.portal_actions.objectValues()
        for action in category.objectIds()
    }


def snapshot(site) -> dict[str, set]:
    """What a profile may add to a site, by kind."""
    catalog = site.portal_catalog
    return {
        "types": set(site.portal_types.objectIds()),
        "workflows": set(site.portal_workflow.objectIds()),
        "indexes": set(catalog.indexes()),
        "metadata": set(catalog.schema()),
        "records": set(getUtility(IRegistry).records.keys()),
        "actions": actions(site),
        "control panels": {
            panel.getId() for panel in site.portal_controlpanel.listActions()
        },
        "layers": {layer.__name__ for layer in registered_layers()},
        "tools": set(site.objectIds()),
        "roles": set(site.valid_roles()),
        "groups": set(site.portal_groups.getGroupIds()),
        "service behaviors": set(site.portal_types.Service.behaviors),
        "skins": set(site.portal_skins.objectIds()),
    }


@pytest.mark.parametrize("add_on", ["theme", "website", "ecounter", "deliberation"])
def test_removed_add_on_leaves_no_residue(core_site, add_on):
    setup = core_site.portal_setup
    before = snapshot(core_site)
    setup.runAllImportStepsFromProfile(f"profile-imio.platform.{add_on}:default")
    installed = snapshot(core_site)
    assert installed != before
    setup.runAllImportStepsFromProfile(f"profile-imio.platform.{add_on}:uninstall")
    after = snapshot(core_site)
    left = {kind: after[kind] - before[kind] for kind in before}
    lost = {kind: before[kind] - after[kind] for kind in before}
    assert {kind: names for kind, names in left.items() if names} == {}
    assert {kind: names for kind, names in lost.items() if names} == {}


@pytest.mark.parametrize("add_on", ["theme", "website", "ecounter", "deliberation"])
def test_installing_twice_changes_nothing(core_site, add_on):
    profile = f"profile-imio.platform.{add_on}:default"
    core_site.portal_setup.runAllImportStepsFromProfile(profile)
    once = snapshot(core_site)
    core_site.portal_setup.runAllImportStepsFromProfile(profile)
    assert snapshot(core_site) == once


def test_removed_web_site_leaves_the_search_as_it_was(core_site):
    setup = core_site.portal_setup
    registry = getUtility(IRegistry)
    before = set(registry["plone.types_not_searched"])
    setup.runAllImportStepsFromProfile("profile-imio.platform.website:default")
    assert "SectionHero" in registry["plone.types_not_searched"]
    setup.runAllImportStepsFromProfile("profile-imio.platform.website:uninstall")
    assert set(registry["plone.types_not_searched"]) == before
