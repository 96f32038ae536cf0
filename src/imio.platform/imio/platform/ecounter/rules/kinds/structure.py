"""What structures a page: a heading, an explanation, a repeated group."""

from collections.abc import Mapping
from imio.platform.ecounter.rules.definition import Field
from imio.platform.ecounter.rules.errors import Invalid
from imio.platform.ecounter.rules.kinds.base import Kind
from imio.platform.ecounter.rules.message import _
from imio.platform.ecounter.rules.operations import LIST
from typing import Any


class Silent(Kind):
    """What is only read: it has no answer, whatever is sent."""

    asks = False

    def normalise(self, field: Field, raw: Any) -> None:
        return None


class Heading(Silent):
    """A title inside a page."""

    name = "heading"


class Info(Silent):
    """An explanation inside a page."""

    name = "info"


class Repeat(Kind):
    """Rows that each hold the same questions; rows are judged by the evaluation."""

    name = "repeat"
    gives = LIST
    json_type = {"type": "array", "items": {"type": "object"}}

    def normalise(self, field: Field, raw: Any) -> list[Mapping[str, Any]] | None:
        if not raw:
            return None
        if not isinstance(raw, list) or not all(isinstance(r, Mapping) for r in raw):
            raise Invalid(_("Cette réponse n'a pas la forme attendue."))
        most = field.limit("max_rows", 50)
        if len(raw) > most:
            raise Invalid(_("Indiquez ${max} ligne(s) au plus.", max=most))
        return raw
