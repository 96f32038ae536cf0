from imio.platform.core.rules.contacts import ContactError
from imio.platform.core.rules.contacts import international_phone
from imio.platform.core.rules.contacts import parsed_email
from imio.platform.core.rules.contacts import parsed_kbo
from imio.platform.core.rules.contacts import written_phone
import pytest


@pytest.mark.parametrize(
    ("text", "international", "written"),
    [
        ("081/12.34.56", "+3281123456", "081 12 34 56"),
        ("+32 (0)81 12 34 56", "+3281123456", "081 12 34 56"),
        ("0032 2 123 45 67", "+3221234567", "02 123 45 67"),
        ("04 221 80 00", "+3242218000", "04 221 80 00"),
        ("0475 12 34 56", "+32475123456", "0475 12 34 56"),
        ("+352 27 49 77", "+352274977", "+352274977"),
    ],
)
def test_a_number_is_dialled_and_read(text, international, written):
    assert international_phone(text) == international
    assert written_phone(text) == written


def test_w9_a_number_without_zero_or_plus_is_refused():
    with pytest.raises(ContactError):
        international_phone("12 34 56")


@pytest.mark.parametrize("text", ["", "081", "081 12 34 56 78 90", "081 AB CD EF"])
def test_what_is_no_number_is_refused(text):
    with pytest.raises(ContactError):
        written_phone(text)


def test_an_address_loses_its_spaces():
    assert parsed_email(" info@hautes-rives.be ") == "info@hautes-rives.be"


@pytest.mark.parametrize(
    "text",
    ["", "info", "info@commune", "a b@c.be", "info@-x.be", "x@y.be\nBcc: z@y.be"],
)
def test_what_is_no_address_is_refused(text):
    with pytest.raises(ContactError):
        parsed_email(text)


def test_an_enterprise_number_is_written_with_points():
    assert parsed_kbo("BE0207362937") == "0207.362.937"


@pytest.mark.parametrize("text", ["0207362938", "207", "abc"])
def test_a_wrong_enterprise_number_is_refused(text):
    with pytest.raises(ContactError):
        parsed_kbo(text)
