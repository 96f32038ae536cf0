"""The register of deliberations (CDLD L1132-1, L1132-2): numbered, sealed, verifiable.

A decision becomes an act when the minutes are approved: it takes the next number of
its body and year, its words are fixed with their fingerprint, and each act is sealed
on the one before. Whoever holds a printed register can tell a changed word, a changed
file or a missing act.
"""

from collections.abc import Callable
from collections.abc import Iterable
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from hashlib import sha256
from typing import Any
import json
import unicodedata

#: What is answered and put nowhere in the register.
WITHOUT_ACT = ("oral_question", "interpellation")
#: What the body decided, in one sense or the other.
DECIDING = ("adopted", "adopted_amended", "refused", "noted")


@dataclass(frozen=True)
class Act:
    """A decision as it stands in the register.

    :param year: year of the sitting, in which numbers begin again.
    :param reference: the number as people write it: ``"2026/0012"``.
    :param item: UID of the point it comes from.
    :param meeting: UID of the sitting.
    :param day: day of the sitting, as ISO text.
    :param service: UID of the service that proposed it.
    :param words_sha256: fingerprint of its words.
    :param seal: fingerprint of the seal before, the number and the words.
    :param registered_at: instant as ISO text.
    :param sha256: fingerprint of its file; empty until the file is made.
    """

    year: int
    number: int
    reference: str
    item: str
    meeting: str
    day: str
    title: str
    outcome: str
    is_closed: bool
    service: str
    words_sha256: str
    seal: str
    registered_at: str
    filename: str = ""
    size: int = 0
    sha256: str = ""

    @property
    def date(self) -> date:
        return date.fromisoformat(self.day)

    @property
    def has_file(self) -> bool:
        return bool(self.sha256)


class Fault(StrEnum):
    """What a verification can find."""

    MISSING = "missing"
    WORDS = "words"
    SEAL = "seal"
    FILE = "file"


@dataclass(frozen=True)
class Finding:
    """Something that is not as it was registered."""

    year: int
    number: int
    fault: Fault


def becomes_act(kind: str, outcome: str) -> bool:
    """Whether what became of a point is a deliberation for the register."""
    return outcome in DECIDING and kind not in WITHOUT_ACT


def fingerprint(words: Mapping[str, Any]) -> str:
    """SHA-256 of the words, whatever the order they are kept in."""
    written = json.dumps(words, ensure_ascii=False, sort_keys=True)
    return sha256(written.encode("utf-8")).hexdigest()


def seal(previous: str, year: int, number: int, words_sha256: str) -> str:
    """What binds an act to the one before it.

    :param previous: seal of the act before in the year; empty for the first.
    """
    written = f"{previous}\n{year}/{number}\n{words_sha256}"
    return sha256(written.encode("ascii")).hexdigest()


def verify(
    acts: Iterable[Act],
    words_of: Callable[[Act], Mapping[str, Any]],
    bytes_of: Callable[[Act], bytes],
) -> list[Finding]:
    """What was altered in a year of the register, by number.

    :param acts: the acts of one year.
    :param bytes_of: the file of an act that has one.
    """
    found: list[Finding] = []
    previous, expected = "", 1
    for act in sorted(acts, key=lambda one: one.number):
        found += [
            Finding(act.year, number, Fault.MISSING)
            for number in range(expected, act.number)
        ]
        if fingerprint(words_of(act)) != act.words_sha256:
            found.append(Finding(act.year, act.number, Fault.WORDS))
        if act.seal != seal(previous, act.year, act.number, act.words_sha256):
            found.append(Finding(act.year, act.number, Fault.SEAL))
        if act.has_file and sha256(bytes_of(act)).hexdigest() != act.sha256:
            found.append(Finding(act.year, act.number, Fault.FILE))
        previous, expected = act.seal, act.number + 1
    return found


def matches(act: Act, query: str, *more: str) -> bool:
    """Whether every word of ``query`` is in the act's number, title or ``more``."""
    there = plain(" ".join((act.reference, act.title, *more)))
    return all(word in there for word in plain(query).split())


def plain(text: str) -> str:
    """Lower case, without accents."""
    decomposed = unicodedata.normalize("NFKD", text.lower())
    return "".join(one for one in decomposed if not unicodedata.combining(one))
