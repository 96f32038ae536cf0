"""Whole numbers, decimal numbers and amounts of money."""

from decimal import Decimal
from decimal import InvalidOperation
from imio.platform.ecounter.rules.definition import Field
from imio.platform.ecounter.rules.errors import Invalid
from imio.platform.ecounter.rules.kinds.base import Kind
from imio.platform.ecounter.rules.message import _
from imio.platform.ecounter.rules.message import FALLBACK_LANGUAGE
from imio.platform.ecounter.rules.operations import NUMBER
from typing import Any
import re


class Integer(Kind):
    """A whole number."""

    name = "integer"
    gives = NUMBER
    input_mode = "numeric"
    json_type = {"type": "integer"}
    shape = re.compile(r"[+-]?\d{1,12}", re.ASCII)

    def normalise(self, field: Field, raw: Any) -> int | None:
        if type(raw) is int:
            raw = str(raw)
        return super().normalise(field, raw)

    def parse(self, field: Field, text: str) -> int:
        digits = re.sub(r"\s", "", text)
        if not self.shape.fullmatch(digits):
            raise Invalid(_("Écrivez un nombre entier, par exemple 3."))
        return int(digits)


class DecimalNumber(Kind):
    """A decimal number, written with a comma or a point."""

    name = "decimal"
    gives = NUMBER
    input_mode = "decimal"
    places = 6
    shape = re.compile(r"[+-]?\d{1,12}(?:\.\d{1,6})?", re.ASCII)

    def parse(self, field: Field, text: str) -> Decimal:
        digits = re.sub(r"[\s€]", "", text).replace(",", ".")
        places = field.limit("decimals", self.places)
        if not self.shape.fullmatch(digits):
            raise Invalid(self.expected())
        try:
            value = Decimal(digits)
        except InvalidOperation as error:
            raise Invalid(self.expected()) from error
        if len(digits.partition(".")[2]) > places:
            raise Invalid(_("Écrivez ${max} décimales au plus.", max=places))
        return value

    def expected(self) -> Any:
        return _("Écrivez un nombre, par exemple 12,5.")

    def display(
        self, field: Field, value: Decimal, language: str = FALLBACK_LANGUAGE
    ) -> str:
        return str(value).replace(".", ",")


class Amount(DecimalNumber):
    """An amount in euros, exact to the cent."""

    name = "amount"
    places = 2

    def parse(self, field: Field, text: str) -> Decimal:
        return super().parse(field, text).quantize(Decimal("0.01"))

    def expected(self) -> Any:
        return _("Écrivez un montant en euros, par exemple 12,50.")

    def display(
        self, field: Field, value: Decimal, language: str = FALLBACK_LANGUAGE
    ) -> str:
        return euros(value)

    def typed(self, field: Field, value: Decimal) -> str:
        return str(value).replace(".", ",")


def euros(value: Decimal) -> str:
    """An amount as people read it: ``1 234,50 €``."""
    return f"{value:,.2f}".replace(",", " ").replace(".", ",") + " €"
