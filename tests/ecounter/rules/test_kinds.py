"""Kinds of questions: what is accepted, how it is kept, what is said otherwise."""

from datetime import date
from decimal import Decimal
from imio.platform.ecounter.rules.definition import Field
from imio.platform.ecounter.rules.errors import Invalid
from imio.platform.ecounter.rules.errors import InvalidParts
from imio.platform.ecounter.rules.kinds import KINDS
from imio.platform.ecounter.rules.kinds.files import examine
from imio.platform.ecounter.rules.kinds.identifiers import transfer_reference
import pytest


def normalise(kind, raw, **more):
    return KINDS[kind].normalise(Field("id", kind, "x", **more), raw)


def display(kind, value):
    return KINDS[kind].display(Field("id", kind, "x"), value)


@pytest.mark.parametrize(
    "number",
    [
        "85073003328",
        "17073003384",
        "40000095579",
        "00000100364",
        "40000100133",
        "42.01.22.051-81",
        "98.47.28-997.65",
        "01 49 07 001 85",
    ],
)
def test_a1_national_numbers_of_both_centuries_and_bis_are_accepted(number):
    digits = "".join(char for char in number if char.isdigit())
    assert normalise("niss", number) == digits


@pytest.mark.parametrize(
    "number",
    [
        "8507300332",
        "850730033281",
        "8507300332A",
        "85073003329",
        "17073003385",
        "85143003377",
        "85073203365",
    ],
)
def test_a1_wrong_national_numbers_are_refused(number):
    with pytest.raises(Invalid):
        normalise("niss", number)


def test_a_national_number_is_hidden_in_lists():
    kind, field = KINDS["niss"], Field("id", "niss", "x")
    assert kind.display(field, "85073003328") == "85.07.30-033.28"
    assert "0730" not in kind.masked(field, "85073003328").replace(".", "")


@pytest.mark.parametrize(
    ("kind", "typed", "kept"),
    [
        ("kbo", "0403019261", "0403019261"),
        ("kbo", "0419618535", "0419618535"),
        ("kbo", "BE 428759497", "0428759497"),
        ("kbo", "1000000021", "1000000021"),
        ("ogm", "+++010/8068/17183+++", "010806817183"),
        ("iban", "BE68 5390 0754 7034", "BE68539007547034"),
        ("iban", "BE71096123456769", "BE71096123456769"),
    ],
)
def test_a2_valid_identifiers_are_kept_in_one_form(kind, typed, kept):
    assert normalise(kind, typed) == kept


@pytest.mark.parametrize(
    ("kind", "typed"),
    [
        ("kbo", "BE431150351"),
        ("ogm", "010/8068/17180"),
        ("iban", "BE68539007547035"),
        ("iban", "BE6853900754703"),
        ("iban", "rien"),
    ],
)
def test_a2_wrong_identifiers_are_refused(kind, typed):
    with pytest.raises(Invalid):
        normalise(kind, typed)


def test_a2_the_check_of_a_transfer_is_97_and_not_zero():
    assert transfer_reference("0000000097") == "+++000/0000/09797+++"
    assert transfer_reference("2026000123").endswith("20+++")


@pytest.mark.parametrize(
    ("typed", "kept", "read"),
    [
        ("0475 12 34 56", "+32475123456", "0475 12 34 56"),
        ("+32 475/12.34.56", "+32475123456", "0475 12 34 56"),
        ("081 24 60 00", "+3281246000", "081 24 60 00"),
        ("0033 1 42 76 40 40", "+33142764040", "+33142764040"),
    ],
)
def test_telephone_numbers_are_written_as_people_like(typed, kept, read):
    assert normalise("phone", typed) == kept
    assert display("phone", kept) == read


@pytest.mark.parametrize("typed", ["12", "abc", "+32 0475 12 34 56 78", "0475١٢٣٤٥٦"])
def test_what_is_no_telephone_number_is_refused(typed):
    with pytest.raises(Invalid):
        normalise("phone", typed)


@pytest.mark.parametrize("typed", ["a@b", "a b@c.be", "@c.be", "a@c..be", "a@@c.be"])
def test_what_is_no_mail_address_is_refused(typed):
    with pytest.raises(Invalid):
        normalise("email", typed)


def test_money_is_exact_with_comma_or_point():
    assert normalise("amount", "1 234,5 €") == Decimal("1234.50")
    assert normalise("amount", "5.50") == Decimal("5.50")
    assert display("amount", Decimal("1234.5")) == "1 234,50 €"
    for wrong in ("1,2,3", "5.505", "NaN", "1e3", "٣"):
        with pytest.raises(Invalid):
            normalise("amount", wrong)


def test_a_date_is_read_as_the_browser_and_as_people_write_it():
    assert normalise("date", "2026-11-24") == date(2026, 11, 24)
    assert normalise("date", "24/11/2026") == date(2026, 11, 24)
    assert display("date", date(2026, 12, 1)) == "1er décembre 2026"
    with pytest.raises(Invalid, match="n'existe pas"):
        normalise("date", "30/02/2026")


@pytest.mark.parametrize("number", ["12", "12A", "12/3", "12 bis", "12-14"])
def test_house_numbers_with_letters_and_strokes_are_accepted(number):
    address = {
        "street": "rue Haute",
        "number": number,
        "postcode": "5000",
        "locality": "Namur",
    }
    assert normalise("address", address)["number"] == number


def test_each_missing_piece_of_an_address_is_named():
    with pytest.raises(InvalidParts) as caught:
        normalise("address", {"street": "rue Haute", "postcode": "50"})
    assert [problem.part for problem in caught.value.problems] == [
        "number",
        "postcode",
        "locality",
    ]


def test_a_text_of_one_megabyte_is_refused_with_its_length():
    with pytest.raises(Invalid, match="1 048 576 caractères"):
        normalise("textarea", "a" * 1024 * 1024)


PNG = b"\x89PNG\r\n\x1a\n" + b"0" * 20


def test_the_bytes_of_a_file_tell_its_type():
    field = Field("id", "file", "x")
    assert examine(field, "photo.PNG", PNG) == "image/png"
    for name, data, words in [
        ("vide.pdf", b"", "est vide"),
        ("virus.pdf", b"MZ\x90", "pas d'un type accepté"),
        ("photo.pdf", PNG, "ne correspond pas"),
        ("gros.png", PNG + b"0" * 11 * 1024 * 1024, "trop lourd"),
    ]:
        with pytest.raises(Invalid, match=words):
            examine(field, name, data)


@pytest.mark.parametrize("kind", sorted(KINDS))
@pytest.mark.parametrize("raw", [{"a": 1}, [[1]], ["x"], 3.5, True, "\x00", "x" * 9999])
def test_no_kind_ever_breaks_on_what_it_is_given(kind, raw):
    try:
        normalise(kind, raw)
    except (Invalid, InvalidParts) as error:
        assert str(error)
