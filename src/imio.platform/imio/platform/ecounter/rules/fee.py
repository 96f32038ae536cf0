"""What a procedure costs, in exact cents (case A12 of the acceptance list)."""

from collections.abc import Iterable
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field
from decimal import Decimal
import re

ZERO = Decimal("0.00")


@dataclass(frozen=True)
class FeeGrid:
    """A commune's prices for one procedure.

    :param base: price of one copy for a resident.
    :param base_elsewhere: price of one copy for who lives elsewhere.
    :param reasons: surcharge a copy, by reason.
    :param recovery: surcharge a request, by way of recovering the document.
    """

    base: Decimal = ZERO
    base_elsewhere: Decimal = ZERO
    reasons: Mapping[str, Decimal] = field(default_factory=dict)
    recovery: Mapping[str, Decimal] = field(default_factory=dict)


@dataclass(frozen=True)
class FeeLine:
    """One line of the account: ``quantity`` times ``unit``."""

    label: str
    quantity: int
    unit: Decimal

    @property
    def amount(self) -> Decimal:
        return self.quantity * self.unit


def is_resident(postcode: str, postcodes: Iterable[str]) -> bool:
    """Whether a postcode is one of the commune's: the whole code, never a piece."""
    return bool(re.fullmatch(r"[1-9][0-9]{3}", postcode.strip())) and (
        postcode.strip() in set(postcodes)
    )


def fee_lines(
    grid: FeeGrid, copies: int, resident: bool, reason: str = "", recovery: str = ""
) -> tuple[FeeLine, ...]:
    """The account of a request, the same however it is paid; empty when it is free.

    :raises ValueError: fewer than one copy.
    """
    if copies < 1:
        raise ValueError("at least one copy")
    lines = (
        FeeLine("copies", copies, grid.base if resident else grid.base_elsewhere),
        FeeLine("reason", copies, grid.reasons.get(reason, ZERO)),
        FeeLine("recovery", 1, grid.recovery.get(recovery, ZERO)),
    )
    return tuple(line for line in lines if line.amount)


def total(lines: Iterable[FeeLine]) -> Decimal:
    """What is to be paid."""
    return sum((line.amount for line in lines), ZERO)
