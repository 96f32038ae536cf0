from imio.platform.core.rules.ins import InsError
from imio.platform.core.rules.ins import parsed_ins
from imio.platform.core.rules.ins import parsed_postal_code
from imio.platform.core.rules.ins import PostalCodeError
from imio.platform.core.rules.ins import province
import pytest


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("25112", "Brabant wallon"),
        ("52011", "Hainaut"),
        ("58001", "Hainaut"),
        ("62063", "Liège"),
        ("81001", "Luxembourg"),
        ("92094", "Namur"),
    ],
)
def test_a_walloon_commune_is_known_by_its_province(code, name):
    assert province(parsed_ins(code)) == name


def test_spaces_are_forgiven():
    assert parsed_ins(" 92 094 ") == "92094"


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        ("9209", "digits"),
        ("920940", "digits"),
        ("92o94", "digits"),
        ("", "digits"),
        ("21004", "region"),
        ("11002", "region"),
        ("54007", "region"),
        ("94001", "region"),
        ("92000", "district"),
    ],
)
def test_what_is_no_walloon_commune_is_refused_with_a_reason(code, reason):
    with pytest.raises(InsError) as refusal:
        parsed_ins(code)
    assert refusal.value.reason == reason


def test_w9_a_postal_code_with_a_space_is_mended():
    assert parsed_postal_code("5 300") == "5300"


@pytest.mark.parametrize("text", ["", "530", "0530", "53000", "abcd"])
def test_what_is_no_postal_code_is_refused(text):
    with pytest.raises(PostalCodeError):
        parsed_postal_code(text)
