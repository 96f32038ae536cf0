"""Communes are folders of data; what is wrong with one is said in a sentence."""

from imio.platform.core.provisioning import catalogue
from imio.platform.core.provisioning.errors import BrokenProfile
from imio.platform.core.provisioning.errors import UnknownCommune
import pytest

METADATA = """<?xml version="1.0" encoding="utf-8"?>
<metadata>
  <description>Val-Test</description>
  <version>1000</version>
  <dependencies>
    <dependency>profile-imio.platform.core:default</dependency>
  </dependencies>
</metadata>
"""


@pytest.fixture
def extra(tmp_path, monkeypatch):
    """A folder of profiles outside the suite, with one commune."""
    monkeypatch.setenv(catalogue.EXTRA_FOLDER_VARIABLE, str(tmp_path))
    folder = tmp_path / "val-test"
    (folder / "content").mkdir(parents=True)
    (folder / "metadata.xml").write_text(METADATA)
    return folder


def test_shipped_communes_are_found():
    found, broken = catalogue.discover()
    assert {"hautes-rives", "petit-vallon"} <= {commune.id for commune in found}
    assert broken == []


def test_the_template_is_not_a_commune():
    assert "_template" not in {commune.id for commune in catalogue.discover()[0]}


def test_shipped_communes_can_be_read_wholly():
    for commune in catalogue.discover()[0]:
        commune.check()


def test_a_commune_outside_the_suite_is_found(extra):
    commune = catalogue.get("val-test")
    assert commune.title == "Val-Test"
    assert commune.add_ons == ("imio.platform.core:default",)
    assert commune.profile_id == "imio.platform:val-test"


def test_unknown_commune_is_told_with_the_choices():
    with pytest.raises(UnknownCommune, match="hautes-rives.*petit-vallon"):
        catalogue.get("atlantide")


def test_broken_metadata_names_the_file_and_spares_the_others(extra):
    (extra / "metadata.xml").write_text("<metadata><version>1000</metadata>")
    found, broken = catalogue.discover()
    assert "hautes-rives" in {commune.id for commune in found}
    assert "metadata.xml" in str(broken[0])
    assert "val-test" in str(broken[0])


def test_broken_registry_is_found_before_anything_is_made(extra):
    (extra / "registry").mkdir()
    (extra / "registry" / "commune.xml").write_text("<registry><records>")
    with pytest.raises(BrokenProfile, match="commune.xml"):
        catalogue.get("val-test").check()


def test_broken_start_content_names_the_file(extra):
    (extra / "content" / "core.json").write_text("{")
    with pytest.raises(BrokenProfile, match="core.json"):
        catalogue.get("val-test").check()


def test_entities_of_a_profile_are_not_followed(extra, tmp_path):
    secret = tmp_path / "secret"
    secret.write_text("mot de passe")
    (extra / "metadata.xml").write_text(
        f'<!DOCTYPE m [<!ENTITY s SYSTEM "file://{secret}">]>'
        "<metadata><description>&s;</description></metadata>"
    )
    assert "mot de passe" not in catalogue.get("val-test").title
