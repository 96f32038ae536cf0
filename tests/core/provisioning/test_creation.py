"""A commune is made from its profile in one transaction, or not at all."""

from imio.platform.core.provisioning import catalogue
from imio.platform.core.provisioning.creation import create_commune
from imio.platform.core.provisioning.creation import install
from imio.platform.core.provisioning.errors import InvalidSiteId
from imio.platform.core.provisioning.errors import MissingAddOn
from imio.platform.core.provisioning.errors import SiteExists
from imio.platform.core.provisioning.errors import UnknownCommune
from imio.platform.core.provisioning.reapply import apply_profile
from plone import api
from plone.app.testing import SITE_OWNER_NAME
from plone.testing import zope
from Products.CMFPlone.utils import get_installer
import pytest


@pytest.fixture
def root(functional):
    """The root of a database that a test may commit to."""
    app = functional["app"]
    zope.login(app["acl_users"], SITE_OWNER_NAME)
    return app


def test_unknown_commune_makes_nothing(root):
    before = set(root.objectIds())
    with pytest.raises(UnknownCommune):
        create_commune(root, "atlantide")
    assert set(root.objectIds()) == before


def test_missing_add_on_is_named_and_nothing_is_made(root, tmp_path, monkeypatch):
    monkeypatch.setenv(catalogue.EXTRA_FOLDER_VARIABLE, str(tmp_path))
    folder = tmp_path / "val-test"
    folder.mkdir()
    (folder / "metadata.xml").write_text(
        "<metadata><version>1</version><dependencies>"
        "<dependency>profile-imio.platform.cimetiere:default</dependency>"
        "</dependencies></metadata>"
    )
    with pytest.raises(MissingAddOn, match="imio.platform.cimetiere:default"):
        create_commune(root, "val-test")
    assert "val-test" not in root.objectIds()


def test_an_id_in_use_is_refused(root):
    with pytest.raises(SiteExists, match="--site-id"):
        create_commune(root, "petit-vallon", site_id="plone")


@pytest.mark.parametrize("site_id", ["Petit Vallon", "été", "a", "-a", "1commune"])
def test_an_id_that_is_no_address_is_refused(root, site_id):
    with pytest.raises(InvalidSiteId):
        create_commune(root, "petit-vallon", site_id=site_id)


def test_a_commune_with_the_web_site_only(root):
    site = create_commune(root, "petit-vallon", with_content=False)
    installer = get_installer(site)
    setup = site.portal_setup
    assert setup.getLastVersionForProfile("imio.platform.website:default") != "unknown"
    assert setup.getLastVersionForProfile("imio.platform.ecounter:default") == "unknown"
    assert setup.getLastVersionForProfile("imio.platform:petit-vallon") != "unknown"
    assert not installer.is_product_installed("imio.platform.deliberation")
    assert api.portal.get_registry_record("plone.default_language") == "fr"
    assert "Petit-Vallon" in api.portal.get_registry_record(
        "imio.platform.commune.name"
    )


def test_start_content_that_fails_leaves_nothing(root, tmp_path, monkeypatch):
    from imio.platform.core.interfaces import IStartContent
    from zope.component import getGlobalSiteManager

    class Failing:
        order = 1

        def load(self, site, data, folder):
            raise ValueError("contenu refusé")

    monkeypatch.setenv(catalogue.EXTRA_FOLDER_VARIABLE, str(tmp_path))
    folder = tmp_path / "val-test" / "content"
    folder.mkdir(parents=True)
    (folder / "failing.json").write_text("{}")
    (folder.parent / "metadata.xml").write_text(
        "<metadata><version>1</version></metadata>"
    )
    from imio.platform.core.provisioning.directive import _register

    _register(catalogue.get("val-test"))
    utility = Failing()
    components = getGlobalSiteManager()
    components.registerUtility(utility, IStartContent, "failing")
    try:
        with pytest.raises(ValueError, match="contenu refusé"):
            create_commune(root, "val-test")
    finally:
        components.unregisterUtility(utility, IStartContent, "failing")
    assert "val-test" not in root.objectIds()


def test_installing_again_keeps_the_communes_choice(portal):
    commune = catalogue.get("petit-vallon")
    record = "imio.platform.commune.slogan"
    apply_profile(portal, commune.profile_id)
    api.portal.set_registry_record(record, "Notre propre devise")
    kept = install(portal, commune)
    assert record in kept
    assert api.portal.get_registry_record(record) == "Notre propre devise"
