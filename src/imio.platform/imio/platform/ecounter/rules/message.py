"""Sentences for people, kept apart from the words put into them."""

from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field
from typing import Any


@dataclass(frozen=True)
class Message:
    """A French sentence whose ``${names}`` are filled from ``values``.

    The sentence is also the key under which translations are found.
    """

    text: str
    values: Mapping[str, Any] = field(default_factory=dict)

    def __str__(self) -> str:
        sentence = self.text
        for name, value in self.values.items():
            sentence = sentence.replace("${" + name + "}", str(value))
        return sentence


def _(text: str, /, **values: Any) -> Message:
    """Mark ``text`` for translation, with the words that go into it."""
    return Message(text, values)


#: A text of a definition, by language.
LocalText = Mapping[str, str]

FALLBACK_LANGUAGE = "fr"


def local_text(value: str | Mapping[str, str] | None) -> LocalText:
    """A text given plainly is French."""
    if value is None:
        return {}
    if isinstance(value, str):
        return {FALLBACK_LANGUAGE: value} if value else {}
    return dict(value)


def in_language(text: LocalText, language: str = FALLBACK_LANGUAGE) -> str:
    """The text in ``language``, else in French, else in whatever there is."""
    for candidate in (language, FALLBACK_LANGUAGE):
        if text.get(candidate):
            return text[candidate]
    return next(iter(text.values()), "")
