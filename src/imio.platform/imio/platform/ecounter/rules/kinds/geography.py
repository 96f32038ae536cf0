"""A point on the map, typed as coordinates or given by the map."""

from collections.abc import Mapping
from decimal import Decimal
from decimal import InvalidOperation
from imio.platform.ecounter.rules.definition import Field
from imio.platform.ecounter.rules.errors import Invalid
from imio.platform.ecounter.rules.kinds.base import Kind
from imio.platform.ecounter.rules.message import _
from imio.platform.ecounter.rules.message import FALLBACK_LANGUAGE
from imio.platform.ecounter.rules.operations import LIST
from typing import Any
import re

#: A box around Belgium: latitude, then longitude, from and to.
BELGIUM = ((Decimal("49.4"), Decimal("51.6")), (Decimal("2.4"), Decimal("6.5")))


class MapPoint(Kind):
    """Latitude and longitude (WGS 84), in Belgium."""

    name = "map_point"
    gives = LIST
    input_mode = "text"
    json_type = {
        "type": "object",
        "properties": {"lat": {"type": "string"}, "lon": {"type": "string"}},
        "required": ["lat", "lon"],
    }

    def normalise(self, field: Field, raw: Any) -> dict[str, str] | None:
        if isinstance(raw, Mapping):
            raw = f"{raw.get('lat', '')} {raw.get('lon', '')}"
        return super().normalise(field, raw)

    def parse(self, field: Field, text: str) -> dict[str, str]:
        numbers = re.findall(r"-?\d{1,3}(?:[.,]\d{1,15})?", text)
        expected = _(
            "Écrivez la latitude puis la longitude, par exemple 50.4669 4.8675."
        )
        if len(numbers) != 2:
            raise Invalid(expected)
        try:
            point = [Decimal(number.replace(",", ".")) for number in numbers]
        except InvalidOperation as error:
            raise Invalid(expected) from error
        for value, (low, high) in zip(point, BELGIUM, strict=True):
            if not low <= value <= high:
                raise Invalid(_("Cet endroit n'est pas en Belgique."))
        lat, lon = (str(value.quantize(Decimal("0.000001"))) for value in point)
        return {"lat": lat, "lon": lon}

    def display(
        self, field: Field, value: Mapping[str, str], language: str = FALLBACK_LANGUAGE
    ) -> str:
        return f"{value['lat']} {value['lon']}"
