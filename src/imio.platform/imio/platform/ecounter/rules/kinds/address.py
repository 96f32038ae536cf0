"""A postal address: one question, several inputs."""

from collections.abc import Mapping
from imio.platform.ecounter.rules.definition import Field
from imio.platform.ecounter.rules.errors import Invalid
from imio.platform.ecounter.rules.errors import InvalidParts
from imio.platform.ecounter.rules.kinds.base import Kind
from imio.platform.ecounter.rules.kinds.base import plain_text
from imio.platform.ecounter.rules.message import _
from imio.platform.ecounter.rules.message import FALLBACK_LANGUAGE
from imio.platform.ecounter.rules.message import Message
from imio.platform.ecounter.rules.operations import LIST
from typing import Any
import re

#: Longest text of each piece, what it is called, and whether it must be there.
PARTS: Mapping[str, tuple[int, Message, bool]] = {
    "street": (120, _("Rue"), True),
    "number": (12, _("Numéro"), True),
    "box": (10, _("Boîte"), False),
    "postcode": (10, _("Code postal"), True),
    "locality": (80, _("Localité"), True),
}

MISSING: Mapping[str, Message] = {
    "street": _("Écrivez le nom de la rue."),
    "number": _("Écrivez le numéro de la maison."),
    "postcode": _("Écrivez le code postal."),
    "locality": _("Écrivez la localité."),
}

#: 12, 12A, 12 bis, 12/3, 12-14.
HOUSE_NUMBER = re.compile(r"\d{1,5}\s?[A-Za-z]{0,4}(?:\s?[/-]\s?[0-9A-Za-z]{1,5})?")


class Address(Kind):
    """Street, number, box, postcode and locality in Belgium."""

    name = "address"
    gives = LIST
    parts = tuple(PARTS)
    json_type = {
        "type": "object",
        "properties": {part: {"type": "string"} for part in PARTS},
        "required": [part for part, (_size, _label, needed) in PARTS.items() if needed],
        "additionalProperties": False,
    }

    def normalise(self, field: Field, raw: Any) -> dict[str, str] | None:
        if raw is None or raw == "":
            return None
        if not isinstance(raw, Mapping):
            raise Invalid(_("Cette adresse n'a pas la forme attendue."))
        value = {part: " ".join(plain_text(raw.get(part)).split()) for part in PARTS}
        if not any(value.values()):
            return None
        problems = list(self._problems(field, value))
        if problems:
            raise InvalidParts(problems)
        return {part: text for part, text in value.items() if text}

    def _problems(self, field: Field, value: Mapping[str, str]) -> Any:
        lenient = field.limit("without_number", False)
        for part, (longest, _label, needed) in PARTS.items():
            text = value[part]
            if not text:
                if needed and not (part == "number" and lenient):
                    yield Invalid(MISSING[part], part)
            elif len(text) > longest:
                yield Invalid(
                    _(
                        "Ce texte est trop long : ${max} caractères au plus.",
                        max=longest,
                    ),
                    part,
                )
            elif part == "number" and not HOUSE_NUMBER.fullmatch(text):
                yield Invalid(
                    _("Écrivez un numéro de maison, par exemple 12, 12A ou 12/3."), part
                )
            elif part == "postcode" and not re.fullmatch(r"[1-9][0-9]{3}", text):
                yield Invalid(
                    _("Un code postal belge compte 4 chiffres, par exemple 5000."), part
                )

    def display(
        self, field: Field, value: Mapping[str, str], language: str = FALLBACK_LANGUAGE
    ) -> str:
        street = " ".join(filter(None, (value.get("street"), value.get("number"))))
        if value.get("box"):
            street += f" bte {value['box']}"
        town = " ".join(filter(None, (value.get("postcode"), value.get("locality"))))
        return ", ".join(filter(None, (street, town)))

    def typed(self, field: Field, value: Mapping[str, str]) -> dict[str, str]:
        return {part: value.get(part, "") for part in PARTS}
