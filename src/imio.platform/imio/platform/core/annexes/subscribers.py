"""Keeps an annex right however it is written."""

from imio.platform.core.annexes.file_kinds import BadFile
from imio.platform.core.annexes.upload import kind_of


def complete(annex, event) -> None:
    """A title where none was given; the media type its content shows.

    The type that a browser or a program announced is not believed: the file is
    served with it.
    """
    if annex.file is None:
        return
    if not annex.title:
        annex.title = annex.file.filename or ""
    try:
        annex.file.contentType = kind_of(annex.file).content_type
    except BadFile:
        annex.file.contentType = "application/octet-stream"
    annex.reindexObject()


def protect(annex, event) -> None:
    """Confidentiality may have changed: who finds the annex must follow."""
    annex.reindexObjectSecurity()
