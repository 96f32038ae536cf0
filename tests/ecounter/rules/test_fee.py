"""What a procedure costs."""

from decimal import Decimal
from imio.platform.ecounter.rules.fee import fee_lines
from imio.platform.ecounter.rules.fee import FeeGrid
from imio.platform.ecounter.rules.fee import is_resident
from imio.platform.ecounter.rules.fee import total
import pytest

GRID = FeeGrid(
    Decimal("5.00"),
    Decimal("10.00"),
    {"notary": Decimal("2.50")},
    {"home": Decimal("1.50")},
)


def test_a12_residents_and_others_pay_what_the_grid_says():
    assert total(fee_lines(GRID, 3, True, "notary", "home")) == Decimal("24.00")
    assert total(fee_lines(GRID, 3, False, "notary", "home")) == Decimal("39.00")


def test_a12_no_copy_is_no_request_and_a_free_one_has_no_account():
    with pytest.raises(ValueError):
        fee_lines(GRID, 0, True)
    assert fee_lines(FeeGrid(), 3, True, "school", "mail") == ()


@pytest.mark.parametrize("postcode", ["", "50", "5000,5001", "500"])
def test_a12_a_piece_of_a_postcode_makes_no_resident(postcode):
    assert not is_resident(postcode, {"5000", "5001"})
    assert is_resident(" 5001 ", {"5000", "5001"})
