"""The text editor speaks French, and offers no second title to a page."""

from plone import api
from plone.base.interfaces.controlpanel import ITinyMCELayoutSchema
import pytest

NAMES = ("header_styles", "block_styles", "alignment_styles")


def record(name: str):
    return api.portal.get_registry_record(f"plone.{name}")


def test_headings_begin_below_the_title_of_the_page(portal):
    assert record("header_styles") == ["Titre 2|h2", "Titre 3|h3", "Titre 4|h4"]


@pytest.mark.parametrize("name", NAMES)
def test_uninstalling_gives_plones_own_styles_back(portal, name):
    with api.env.adopt_roles(["Manager"]):
        portal.portal_setup.runImportStepFromProfile(
            "profile-imio.platform.core:uninstall", "plone.app.registry"
        )
    assert record(name) == ITinyMCELayoutSchema[name].default
