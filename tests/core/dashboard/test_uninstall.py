"""Uninstalling takes lists, work and calendar away with what they registered."""

from plone import api
from plone.app.testing import applyProfile
import pytest


@pytest.fixture
def uninstalled(portal):
    applyProfile(portal, "imio.platform.core:uninstall")
    return portal


def test_links_of_the_personal_menu_are_gone(uninstalled):
    actions = uninstalled.portal_actions.user.objectIds()
    assert not {"my-work", "contents-dashboard"} & set(actions)


def test_registry_records_are_gone(uninstalled):
    records = api.portal.get_tool("portal_registry").records
    left = [
        name
        for name in records
        if name.startswith("imio.platform.calendar")
        or name.startswith("plone.bundles/imio-platform-dashboard")
    ]
    assert left == []


def test_control_panel_is_gone(uninstalled):
    panels = {a.getId() for a in uninstalled.portal_controlpanel.listActions()}
    assert "legal-calendar" not in panels
