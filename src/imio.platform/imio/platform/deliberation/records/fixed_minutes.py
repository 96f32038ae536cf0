"""The minutes of a meeting as they were approved: words and file, never changed."""

from hashlib import sha256
from imio.platform.deliberation.records import storage
from plone.namedfile.file import NamedBlobFile
from typing import Any
from zope.annotation.interfaces import IAnnotations

WORDS = "minutes_words"
PROOF = "minutes_proof"
FILE = f"{storage.PREFIX}.minutes_file"


def fixed_words(meeting) -> dict[str, Any]:
    """The words as approved, empty before."""
    return storage.read(meeting, WORDS)


def fix_words(meeting, words: dict[str, Any]) -> None:
    """Fix the words.

    :raises ValueError: they are fixed already.
    """
    if fixed_words(meeting):
        raise ValueError("these minutes are approved already")
    storage.write(meeting, WORDS, words)


def fixed_file(meeting) -> NamedBlobFile | None:
    """The file of the approved minutes, once it is made."""
    return IAnnotations(meeting).get(FILE)


def file_proof(meeting) -> dict[str, Any]:
    """``sha256`` and ``made_at`` of the file, empty before."""
    return storage.read(meeting, PROOF)


def fix_file(meeting, data: bytes, filename: str, made_at: str) -> None:
    """Fix the file.

    :raises ValueError: there is one already.
    """
    if fixed_file(meeting) is not None:
        raise ValueError("these minutes have their file already")
    IAnnotations(meeting)[FILE] = NamedBlobFile(
        data, contentType="application/pdf", filename=filename
    )
    storage.write(
        meeting,
        PROOF,
        {"sha256": sha256(data).hexdigest(), "made_at": made_at},
    )
