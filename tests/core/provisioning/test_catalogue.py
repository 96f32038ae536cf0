"""Communes are folders of data; what is wrong with one is said in a sentence."""

from imio.platform.core.commune.interfaces import ICommune
from imio.platform.core.provisioning import catalogue
from imio.platform.core.provisioning.errors import BrokenProfile
from imio.platform.core.provisioning.errors import UnknownCommune
from zope.schema import getFieldNames
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


def identity(values: str) -> str:
    return (
        '<registry><records interface="imio.platform.core.commune.interfaces.ICommune" '
        f'prefix="imio.platform.commune">{values}</records></registry>'
    )


@pytest.mark.parametrize(
    "values, told",
    [
        ('<value key="nom">X</value>', "la clé « nom » n'existe pas"),
        ('<value key="ins_code">abc</value>', "« ins_code » : Un code INS compte"),
        ('<value key="postcode">12</value>', "« postcode » : Un code postal compte"),
        ('<value key="primary_colour">bleu</value>', "« primary_colour » : "),
        ('<value key="phone">12</value>', "« phone » : Ce numéro de téléphone"),
        (
            '<value key="languages"><element>zz</element></value>',
            "« languages » n'accepte pas cette valeur : zz",
        ),
        ('<value key="name"/>', "« name » n'accepte pas cette valeur"),
    ],
)
def test_an_identity_that_the_page_would_refuse_is_refused(extra, values, told):
    (extra / "registry").mkdir()
    (extra / "registry" / "commune.xml").write_text(identity(values))
    with pytest.raises(BrokenProfile) as refusal:
        catalogue.get("val-test").check()
    assert told in str(refusal.value)
    assert "registry/commune.xml" in str(refusal.value)
    assert ".." not in str(refusal.value)


def test_start_content_must_be_an_object_in_utf_8(extra):
    path = extra / "content" / "core.json"
    path.write_text("[1]")
    with pytest.raises(BrokenProfile, match="un objet JSON est attendu"):
        catalogue.get("val-test").check()
    path.write_bytes(b'{"a": "\xe9"}')
    with pytest.raises(BrokenProfile, match="UTF-8"):
        catalogue.get("val-test").check()


def test_start_content_of_an_add_on_that_is_not_asked_for(extra):
    (extra / "content" / "ecounter.json").write_text("{}")
    with pytest.raises(BrokenProfile, match="imio.platform.ecounter:default"):
        catalogue.get("val-test").check()


def test_a_commune_without_core_is_refused(extra):
    (extra / "metadata.xml").write_text("<metadata><version>1</version></metadata>")
    with pytest.raises(BrokenProfile, match="imio.platform.core:default"):
        catalogue.get("val-test").check()


def test_the_template_says_everything_a_commune_may_say():
    folder = catalogue.SHIPPED_FOLDER / "_template"
    catalogue.read(folder).check()
    text = (folder / "registry" / "commune.xml").read_text()
    assert [key for key in getFieldNames(ICommune) if key not in text] == [
        "logo",
        "favicon",
    ]
