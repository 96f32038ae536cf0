"""Formats of reference numbers."""

from hypothesis import given
from hypothesis import strategies as st
from imio.platform.core.rules.reference import InvalidReferenceFormat
from imio.platform.core.rules.reference import parse_reference_format
import pytest


@pytest.mark.parametrize(
    "text, reference",
    [
        ("{year}/{number:05}", "2026/00042"),
        ("{number}", "42"),
        ("COL-{year2}.{number:03}", "COL-26.042"),
        ("{service} n° {number}", "travaux n° 42"),
        ("{{{number}}}", "{42}"),
        ("{number:01}", "42"),
    ],
)
def test_format_gives_the_reference(text, reference):
    parsed = parse_reference_format(text, ["service"])
    assert parsed.reference(42, 2026, service="travaux") == reference


@pytest.mark.parametrize(
    "text, said",
    [
        ("", "vide"),
        ("   ", "vide"),
        ("{year}", "{number}"),
        ("{numero}", "« {numero} » n'existe pas"),
        ("{number:05", "n'est plus compris"),
        ("{number!r}", "n'est plus compris"),
        ("{number.__class__}", "n'est plus compris"),
        ("{number[0]}", "n'est plus compris"),
        ("{number:>99999999}", "n'est plus compris"),
        ("{}{number}", "n'est plus compris"),
        ("{year:06}{number}", "seul {number}"),
        ("<b>{number}</b>", "« < »"),
        ("{number}\n", "« \n »"),
        ("x" * 101 + "{number}", "trop long"),
    ],
)
def test_wrong_format_says_why(text, said):
    with pytest.raises(InvalidReferenceFormat) as error:
        parse_reference_format(text)
    assert said in str(error.value)


def test_missing_text_and_wrong_number_are_errors():
    parsed = parse_reference_format("{service}-{number}", ["service"])
    with pytest.raises(ValueError):
        parsed.reference(1, 2026)
    with pytest.raises(ValueError):
        parsed.reference(0, 2026, service="x")


def test_year_in_the_format_is_known():
    assert parse_reference_format("{year2}-{number}").uses_year
    assert not parse_reference_format("{number}").uses_year


numbers = st.integers(1, 10**8)


@given(first=numbers, second=numbers, width=st.integers(0, 9))
def test_two_numbers_never_share_a_reference(first, second, width):
    parsed = parse_reference_format(f"{{year}}/{{number:0{width}}}")
    same = parsed.reference(first, 2026) == parsed.reference(second, 2026)
    assert same == (first == second)


@given(text=st.text(max_size=40))
def test_any_text_is_read_or_refused(text):
    try:
        parse_reference_format(text).reference(1, 2026)
    except InvalidReferenceFormat as error:
        assert str(error)
