"""What every kind of question does with an answer."""

from decimal import Decimal
from imio.platform.ecounter.rules.definition import Field
from imio.platform.ecounter.rules.errors import Invalid
from imio.platform.ecounter.rules.message import _
from imio.platform.ecounter.rules.message import FALLBACK_LANGUAGE
from imio.platform.ecounter.rules.operations import TEXT
from typing import Any
import re

#: What XML forbids or no encoding can write: a page or a document would break on it.
UNWRITABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


class Kind:
    """A kind of question.

    ``normalise`` turns what was typed, or came through the API, into the one
    canonical value that is stored; it leaves a canonical value as it is.
    """

    name = ""
    #: Type of its value in expressions.
    gives = TEXT
    #: False for what is only read, such as a heading.
    asks = True
    #: Pieces of a composed answer, each its own input.
    parts: tuple[str, ...] = ()
    #: HTML attributes of the input.
    input_type = "text"
    input_mode = ""
    autocomplete = ""
    #: JSON Schema of the answer.
    json_type: dict[str, Any] = {"type": "string"}

    def normalise(self, field: Field, raw: Any) -> Any:
        """Canonical value, or ``None`` when nothing was answered.

        :raises Invalid: with the sentence to show beside the question.
        """
        text = plain_text(raw)
        return self.parse(field, text) if text else None

    def parse(self, field: Field, text: str) -> Any:
        """Canonical value of a text that is not empty."""
        raise NotImplementedError

    def display(
        self, field: Field, value: Any, language: str = FALLBACK_LANGUAGE
    ) -> str:
        """The value as people read it."""
        return str(value)

    def masked(
        self, field: Field, value: Any, language: str = FALLBACK_LANGUAGE
    ) -> str:
        """The value in lists and mails, where a secret part is hidden."""
        return self.display(field, value, language)

    def typed(self, field: Field, value: Any) -> Any:
        """The value as shown again in its input."""
        return self.display(field, value)

    def to_json(self, value: Any) -> Any:
        """The value in the API and in exports."""
        return str(value) if isinstance(value, Decimal) else value


def plain_text(raw: Any) -> str:
    """What was typed, without the spaces around it or characters nobody can read.

    :raises Invalid: the API gave something that is no single value.
    """
    if raw is None:
        return ""
    if isinstance(raw, bool) or not isinstance(raw, str | int | float | Decimal):
        raise Invalid(_("Cette réponse n'a pas la forme attendue."))
    return UNWRITABLE.sub("", str(raw)).strip()
