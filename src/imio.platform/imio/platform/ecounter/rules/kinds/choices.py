"""Yes or no, one of several, several of several."""

from imio.platform.ecounter.rules.definition import Field
from imio.platform.ecounter.rules.errors import Invalid
from imio.platform.ecounter.rules.kinds.base import Kind
from imio.platform.ecounter.rules.kinds.base import plain_text
from imio.platform.ecounter.rules.message import _
from imio.platform.ecounter.rules.message import FALLBACK_LANGUAGE
from imio.platform.ecounter.rules.message import in_language
from imio.platform.ecounter.rules.operations import BOOLEAN
from imio.platform.ecounter.rules.operations import LIST
from typing import Any

YES = ("1", "true", "on", "oui", "yes")
NO = ("", "0", "false", "off", "non", "no")


class Bool(Kind):
    """A box to tick. Left alone it is an answer: no."""

    name = "bool"
    gives = BOOLEAN
    json_type = {"type": "boolean"}

    def normalise(self, field: Field, raw: Any) -> bool:
        if isinstance(raw, bool):
            return raw
        text = plain_text(raw).lower()
        if text in YES:
            return True
        if text in NO:
            return False
        raise Invalid(_("Répondez par oui ou par non."))

    def display(
        self, field: Field, value: bool, language: str = FALLBACK_LANGUAGE
    ) -> str:
        return "Oui" if value else "Non"

    def typed(self, field: Field, value: bool) -> str:
        return "1" if value else ""


class OneChoice(Kind):
    """One of the choices of the question."""

    name = "choice"

    def parse(self, field: Field, text: str) -> str:
        if field.choice(text) is None:
            raise Invalid(_("Choisissez une des réponses proposées."))
        return text

    def display(
        self, field: Field, value: str, language: str = FALLBACK_LANGUAGE
    ) -> str:
        choice = field.choice(value)
        return in_language(choice.label, language) if choice else value

    def typed(self, field: Field, value: str) -> str:
        return value


class SeveralChoices(Kind):
    """Any number of the choices of the question, in the question's order."""

    name = "choices"
    gives = LIST
    json_type = {"type": "array", "items": {"type": "string"}}

    def normalise(self, field: Field, raw: Any) -> list[str] | None:
        if raw is None or raw == "":
            return None
        texts = {plain_text(each) for each in (raw if isinstance(raw, list) else [raw])}
        texts.discard("")
        if any(field.choice(text) is None for text in texts):
            raise Invalid(_("Choisissez parmi les réponses proposées."))
        return [choice.id for choice in field.choices if choice.id in texts] or None

    def display(
        self, field: Field, value: list[str], language: str = FALLBACK_LANGUAGE
    ) -> str:
        labels = (field.choice(each) for each in value)
        return ", ".join(in_language(each.label, language) for each in labels if each)

    def typed(self, field: Field, value: list[str]) -> list[str]:
        return value
