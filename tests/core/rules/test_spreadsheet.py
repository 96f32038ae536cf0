"""CSV that a spreadsheet shows and never runs."""

from hypothesis import given
from hypothesis import strategies as st
from imio.platform.core.rules.spreadsheet import as_csv
from imio.platform.core.rules.spreadsheet import FORMULA_STARTS
from imio.platform.core.rules.spreadsheet import safe_cell
import csv
import io
import pytest


@pytest.mark.parametrize(
    "text",
    ['=HYPERLINK("http://x")', "+1", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "  =1", "＝1"],
)
def test_a15_formula_is_neutralised(text):
    assert safe_cell(text) == f"'{text}"


@pytest.mark.parametrize(
    "value, cell",
    [
        (None, ""),
        (12, "12"),
        (-3.5, "-3.5"),
        ("Été", "Été"),
        (True, "True"),
        ("a=b", "a=b"),
    ],
)
def test_other_values_are_left_alone(value, cell):
    assert safe_cell(value) == cell


def test_file_opens_in_french_spreadsheets():
    data = as_csv([["Été", "x;y"], ['a"b', "l1\nl2"]])
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig")), delimiter=";"))
    assert rows == [["Été", "x;y"], ['a"b', "l1\nl2"]]


@given(st.text())
def test_no_cell_begins_like_a_formula(text):
    assert not safe_cell(text).lstrip(" ").startswith(FORMULA_STARTS)
