"""The period and the rule that a request asks attendance tokens for."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from decimal import InvalidOperation
from imio.platform.core import clock
from imio.platform.deliberation.errors import DeliberationError
from imio.platform.i18n import _

MAXIMUM_AMOUNT = Decimal("10000")


@dataclass(frozen=True)
class Asked:
    """What to count.

    :param half_wanted: a token wants half of the points.
    :param amount: one token in euros, ``None`` when nobody said.
    """

    start: date
    end: date
    half_wanted: bool = False
    amount: Decimal | None = None


def this_year() -> Asked:
    today = clock.today()
    return Asked(date(today.year, 1, 1), date(today.year, 12, 31))


def asked(values) -> Asked:
    """What a form or a query asks for, the year's by default.

    :param values: a function that gives the text under a name.
    :raises DeliberationError: a day or an amount that is none, an end too early.
    """
    default = this_year()
    start = _day(values("start"), default.start, "start")
    end = _day(values("end"), default.end, "end")
    if end < start:
        raise DeliberationError(_("La période finit avant de commencer."), "end")
    return Asked(start, end, values("rule") == "half", _amount(values("amount")))


def _day(typed: str, default: date, field: str) -> date:
    try:
        return date.fromisoformat(typed) if typed else default
    except ValueError as error:
        raise DeliberationError(
            _("Écrivez une date, par exemple 2026-12-31."), field
        ) from error


def _amount(typed: str) -> Decimal | None:
    if not typed:
        return None
    try:
        amount = Decimal(typed.replace(",", ".").replace(" ", ""))
    except InvalidOperation:
        amount = Decimal(-1)
    if not (amount.is_finite() and 0 <= amount <= MAXIMUM_AMOUNT):
        raise DeliberationError(
            _("Écrivez le montant d'un jeton en euros, par exemple 125,50."), "amount"
        )
    return amount.quantize(Decimal("0.01"))
