"""G22: a decision as a row of open data."""

from datetime import date
from imio.platform.deliberation.rules.scdl import cells
from imio.platform.deliberation.rules.scdl import COLUMNS
from imio.platform.deliberation.rules.scdl import DecisionRow
from imio.platform.deliberation.rules.scdl import is_matter_code
from imio.platform.deliberation.rules.scdl import VoteFigures
import pytest


def row(**fields):
    return DecisionRow(
        "Hautes-Rives", "id-1", date(2026, 6, 25), "Objet", "u", **fields
    )


def test_g22_the_votes_of_a_council_of_43():
    made = dict(
        zip(COLUMNS, cells(row(vote=VoteFigures(43, 40, 25, 10, 5))), strict=True)
    )
    votes = [made[name] for name in COLUMNS if name.startswith("VOTE_")]
    assert votes == [43, 40, 25, 10, 5]
    assert made["DELIB_DATE"] == "2026-06-25"
    assert made["COLL_SIRET"] == ""


def test_a_point_without_a_vote_leaves_its_figures_empty():
    made = dict(zip(COLUMNS, cells(row()), strict=True))
    assert {made[name] for name in COLUMNS if name.startswith("VOTE_")} == {""}


@pytest.mark.parametrize(
    ("code", "good"),
    [("8.4", True), ("9.10", True), ("84", False), ("8.", False), ("8.123", False)],
)
def test_g22_a_matter_has_its_part(code, good):
    assert is_matter_code(code) is good
    if not good:
        with pytest.raises(ValueError, match="matter"):
            row(matter=code)
