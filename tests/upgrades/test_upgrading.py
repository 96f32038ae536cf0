"""A site of an earlier release is brought to what today's code expects."""

from imio.platform.core.provisioning.errors import UpgradeFailed
from imio.platform.core.provisioning.upgrading import pending_upgrades
from imio.platform.core.provisioning.upgrading import upgrade_site
from imio.platform.deliberation.upgrades.v1001 import definitions
import pytest
import transaction

OURS = ("core", "theme", "website", "ecounter", "deliberation")


def version(site, profile_id):
    return site.portal_setup.getLastVersionForProfile(profile_id)


def test_the_old_site_has_upgrades_pending(released):
    assert "imio.platform.deliberation:default" in pending_upgrades(released)


def test_every_add_on_ends_at_the_version_of_its_profile(upgraded):
    setup = upgraded.portal_setup
    for name in OURS:
        profile_id = f"imio.platform.{name}:default"
        wanted = setup.getVersionForProfile(profile_id)
        assert ".".join(version(upgraded, profile_id)) == wanted, name
    assert pending_upgrades(upgraded) == []


def test_upgrading_again_does_nothing(upgraded):
    told = []
    assert upgrade_site(upgraded, told.append) is False
    assert told == []


def test_the_content_is_still_there_and_found(upgraded, released):
    def paths(site):
        brains = site.portal_catalog.unrestrictedSearchResults()
        return {brain.getPath() for brain in brains}

    assert paths(released) <= paths(upgraded)


def test_types_and_workflows_are_those_of_a_new_site(upgraded, integration):
    """What an upgrade reaches and what an installation makes are the same."""
    fresh = integration["portal"]
    ours = [
        one.getId()
        for one in fresh.portal_types.objectValues()
        if str(getattr(one, "klass", "")).startswith("imio.platform")
    ]
    assert ours
    for name in ours:
        old, new = (site.portal_types[name] for site in (upgraded, fresh))
        assert old.schema == new.schema
        assert old.behaviors == new.behaviors
    for workflow in fresh.portal_workflow.objectIds():
        old, new = (site.portal_workflow.get(workflow) for site in (upgraded, fresh))
        assert set(old.states.objectIds()) == set(new.states.objectIds()), workflow
        assert set(old.transitions.objectIds()) == set(new.transitions.objectIds())


def test_permissions_indexes_and_records_are_those_of_a_new_site(upgraded, integration):
    fresh = integration["portal"]
    permissions = {
        name
        for name in vars(fresh.aq_base)
        if name.startswith("_imio_platform") and name.endswith("_Permission")
    }
    assert permissions
    assert permissions <= set(vars(upgraded.aq_base))
    assert set(fresh.valid_roles()) <= set(upgraded.valid_roles())
    assert set(fresh.portal_catalog.indexes()) <= set(upgraded.portal_catalog.indexes())
    assert set(fresh.portal_catalog.schema()) <= set(upgraded.portal_catalog.schema())
    records = {
        name for name in fresh.portal_registry.records if name.startswith("imio")
    }
    assert records <= set(upgraded.portal_registry.records)


def test_templates_are_those_of_a_new_site(upgraded, integration):
    fresh = integration["portal"]
    assert set(fresh.modeles.objectIds()) <= set(upgraded.modeles.objectIds())


def test_a_permission_that_the_commune_changed_is_kept(released):
    permission = "imio.platform.deliberation: Add meeting"
    released.manage_permission(permission, ["Manager"], acquire=0)
    definitions.upgrade(released.portal_setup)
    granted = [
        one["name"] for one in released.rolesOfPermission(permission) if one["selected"]
    ]
    assert granted == ["Manager"]


def test_a_step_that_breaks_leaves_the_site_as_it_was(released, monkeypatch):
    def broken(_setup, _profile_id):
        released.title = "à moitié"
        raise ValueError("plus de place")

    monkeypatch.setattr(definitions, "refresh_definitions", broken)
    with pytest.raises(
        UpgradeFailed, match="hautes-rives.*délibérations.*plus de place"
    ):
        upgrade_site(released, lambda step: None)
    assert released.title != "à moitié"
    assert version(released, "imio.platform.deliberation:default") == ("1000",)
    transaction.abort()
