"""The register of a body: its acts, their words and their files, by year and number.

Kept on the body and not on the points: an act survives the point it comes from.
What is written once is not written again.
"""

from BTrees.OOBTree import OOBTree
from collections.abc import Mapping
from dataclasses import asdict
from dataclasses import replace
from hashlib import sha256
from imio.platform.deliberation.records import storage
from imio.platform.deliberation.rules.register import Act
from persistent.mapping import PersistentMapping
from plone.namedfile.file import NamedBlobFile
from typing import Any
from zope.annotation.interfaces import IAnnotations

REGISTER = f"{storage.PREFIX}.register"
#: On a point: where its act is.
POINTER = "act"


def acts(body, year: int | None = None) -> list[Act]:
    """The acts in order of number, of one year or of all."""
    lower, upper = (_key(year, 0), _key(year + 1, 0)) if year else (None, None)
    lines = _register(body).values(lower, upper)
    return [Act(**line["act"]) for line in lines]


def years(body) -> list[int]:
    """Years that hold acts, the latest first."""
    return sorted({int(key[:4]) for key in _register(body)}, reverse=True)


def act(body, year: int, number: int) -> Act | None:
    """One act."""
    line = _register(body).get(_key(year, number))
    return Act(**line["act"]) if line is not None else None


def last_act(body, year: int) -> Act | None:
    """The act with the highest number of the year."""
    found = acts(body, year)
    return found[-1] if found else None


def act_of(body, item) -> Act | None:
    """The act that a point became."""
    pointer = storage.read(item, POINTER)
    return act(body, pointer["year"], pointer["number"]) if pointer else None


def act_words(body, one: Act) -> dict[str, Any]:
    """The words of an act as they were registered."""
    return dict(_register(body)[_key(one.year, one.number)]["words"])


def act_bytes(body, one: Act) -> bytes:
    """The file of an act."""
    return _register(body)[_key(one.year, one.number)]["file"].data


def add_act(body, item, one: Act, words: Mapping[str, Any]) -> None:
    """Write an act down; its number was claimed for it.

    :raises ValueError: that number is written already.
    """
    key = _key(one.year, one.number)
    register = _register(body, create=True)
    if key in register:
        raise ValueError(f"{key} is in the register already")
    # The words are an object of their own: a list of acts does not load them.
    register[key] = PersistentMapping(act=asdict(one), words=PersistentMapping(words))
    storage.write(item, POINTER, {"year": one.year, "number": one.number})


def keep_file(body, one: Act, data: bytes, filename: str) -> Act:
    """Fix the file of an act with its fingerprint.

    :raises ValueError: it has one, which does not change.
    """
    line = _register(body)[_key(one.year, one.number)]
    if line["act"]["sha256"]:
        raise ValueError(f"{one.reference} has its file already")
    kept = replace(
        one, filename=filename, size=len(data), sha256=sha256(data).hexdigest()
    )
    line["file"] = NamedBlobFile(data, contentType="application/pdf", filename=filename)
    line["act"] = asdict(kept)
    return kept


def _register(body, create: bool = False):
    annotations = IAnnotations(body)
    if REGISTER not in annotations:
        if not create:
            return OOBTree()
        annotations[REGISTER] = OOBTree()
    return annotations[REGISTER]


def _key(year: int, number: int) -> str:
    return f"{year:04}/{number:07}"
