"""From when to when a published text binds (CDLD L1133-2)."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
import unicodedata


class Standing(StrEnum):
    """Where a text stands on a day."""

    COMING = "coming"
    IN_FORCE = "in_force"
    ENDED = "ended"


@dataclass(frozen=True)
class Validity:
    """The days on which a text binds.

    :param start: the first one.
    :param end: the first one on which it binds no more; ``None`` while nothing ends
        it.
    """

    start: date
    end: date | None = None

    def on(self, day: date) -> Standing:
        """Where the text stands on a day."""
        if self.end is not None and self.end <= day:
            return Standing.ENDED
        return Standing.IN_FORCE if self.start <= day else Standing.COMING


def validity(binding: date, replaced: date | None, ended: date | None) -> Validity:
    """The days on which a text binds.

    :param binding: the day its first version binds.
    :param replaced: the day the text that replaces it binds: until then it does.
    :param ended: the day it was archived, or said replaced without a successor.
    """
    return Validity(binding, replaced if replaced is not None else ended)


def holds_words(text: str, words: str) -> bool:
    """Whether a text holds every word asked for, whatever the accents and capitals."""
    plain = _plain(text)
    return all(word in plain for word in _plain(words).split())


def _plain(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text.replace("’", "'"))
    return "".join(
        one for one in decomposed if not unicodedata.combining(one)
    ).casefold()
