"""A commune is made from its profile in one transaction, or not at all."""

from imio.platform.core.provisioning import catalogue
from imio.platform.core.provisioning.creation import create_commune
from imio.platform.core.provisioning.creation import install
from imio.platform.core.provisioning.creation import update_commune
from imio.platform.core.provisioning.directive import _register
from imio.platform.core.provisioning.directive import is_registered
from imio.platform.core.provisioning.errors import BrokenProfile
from imio.platform.core.provisioning.errors import InvalidSiteId
from imio.platform.core.provisioning.errors import MissingAddOn
from imio.platform.core.provisioning.errors import OtherCommune
from imio.platform.core.provisioning.errors import SiteExists
from imio.platform.core.provisioning.errors import UnknownCommune
from imio.platform.core.provisioning.errors import UnknownSite
from imio.platform.core.provisioning.reapply import apply_profile
from plone import api
from plone.app.testing import SITE_OWNER_NAME
from plone.testing import zope
from Products.CMFPlone.utils import get_installer
from Products.GenericSetup import profile_registry
from zope.component.hooks import setSite
import pytest
import shutil


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
        "<dependency>profile-imio.platform.core:default</dependency>"
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


CORE = (
    "<metadata><version>1</version><dependencies>"
    "<dependency>profile-imio.platform.core:default</dependency>"
    "</dependencies></metadata>"
)


@pytest.fixture
def written(tmp_path, monkeypatch):
    """Writes the files of a commune ``val-test`` outside the suite, and registers it."""
    monkeypatch.setenv(catalogue.EXTRA_FOLDER_VARIABLE, str(tmp_path))

    def write(**files: str):
        for name, text in {"metadata_xml": CORE, **files}.items():
            path = tmp_path / "val-test" / _path(name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text)
        _register(catalogue.get("val-test"))

    yield write
    if is_registered("imio.platform:val-test"):
        profile_registry.unregisterProfile("val-test", "imio.platform")


def _path(name: str) -> str:
    """``registry_x_xml`` as ``registry/x.xml``."""
    *folders, stem, kind = name.split("_")
    return "/".join([*folders, f"{stem}.{kind}"])


def test_start_content_without_a_key_names_the_file_and_leaves_nothing(root, written):
    written(content_core_json='{"services": []}')
    with pytest.raises(BrokenProfile, match=r"content/core.json — « organisation »"):
        create_commune(root, "val-test")
    assert "val-test" not in root.objectIds()


def test_a_record_that_no_add_on_knows_is_named_and_nothing_is_left(root, written):
    written(
        registry_autre_xml='<registry><record name="imio.platform.truc">'
        "<value>3</value></record></registry>"
    )
    with pytest.raises(BrokenProfile, match="« imio.platform.truc » n'existe pas"):
        create_commune(root, "val-test")
    assert "val-test" not in root.objectIds()


def test_an_empty_logo_is_told_and_nothing_is_left(root, written):
    written(theme_logo_svg="")
    with pytest.raises(
        BrokenProfile, match=r"theme/ — Le fichier « logo.svg » est vide"
    ):
        create_commune(root, "val-test")
    assert "val-test" not in root.objectIds()


def test_a_site_follows_only_the_profile_it_was_made_with(root, written):
    written()
    create_commune(root, "val-test", with_content=False)
    with pytest.raises(OtherCommune, match="« val-test »"):
        update_commune(root, "petit-vallon", "val-test")
    assert update_commune(root, "val-test") == []


def test_what_is_no_site_cannot_be_updated(root):
    with pytest.raises(UnknownSite, match="--site-id"):
        update_commune(root, "petit-vallon", "acl_users")


def test_a_copy_of_the_template_makes_a_working_site(root, tmp_path, monkeypatch):
    monkeypatch.setenv(catalogue.EXTRA_FOLDER_VARIABLE, str(tmp_path))
    copy = tmp_path / "ma-commune"
    shutil.copytree(catalogue.SHIPPED_FOLDER / "_template", copy)
    for name in ("metadata.xml", "registry/commune.xml"):
        path = copy / name
        path.write_text(path.read_text().replace("Nom-de-la-Commune", "Val-Doré"))
    _register(catalogue.get("ma-commune"))
    # As in the instance's own configuration.
    root._p_jar.db().setCacheSize(30000)
    try:
        site = create_commune(root, "ma-commune")
        setup = site.portal_setup
        for add_on in ("core", "theme", "website", "ecounter", "deliberation"):
            profile = f"imio.platform.{add_on}:default"
            assert setup.getLastVersionForProfile(profile) != "unknown"
        name = api.portal.get_registry_record("imio.platform.commune.name")
        assert name == "Commune de Val-Doré"
        assert "etat-civil" in site.organisation.accueil.objectIds()
        page = site.restrictedTraverse(site.getLayout())()
        assert "Commune de Val-Doré" in page
    finally:
        setSite(None)
        profile_registry.unregisterProfile("ma-commune", "imio.platform")


def test_installing_again_keeps_the_communes_choice(portal):
    commune = catalogue.get("petit-vallon")
    record = "imio.platform.commune.slogan"
    apply_profile(portal, commune.profile_id)
    api.portal.set_registry_record(record, "Notre propre devise")
    kept = install(portal, commune)
    assert record in kept
    assert api.portal.get_registry_record(record) == "Notre propre devise"
