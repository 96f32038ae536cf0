"""The published versions of a regulation: their facts and their very bytes."""

from dataclasses import asdict
from imio.platform.deliberation.records import storage
from imio.platform.deliberation.rules.publication import Version
from persistent.mapping import PersistentMapping
from plone.namedfile.file import NamedBlobFile
from zope.annotation.interfaces import IAnnotations

NAME = "versions"
FILES = f"{storage.PREFIX}.version_files"


def versions(publication) -> tuple[Version, ...]:
    """The first one first."""
    lines = storage.read(publication, NAME).get("versions", ())
    return tuple(Version(**line) for line in lines)


def version(publication, number: int) -> Version | None:
    """One of the versions."""
    found = (one for one in versions(publication) if one.number == number)
    return next(found, None)


def version_bytes(publication, number: int) -> bytes:
    """The bytes as they were published."""
    return IAnnotations(publication)[FILES][number].data


def add_version(publication, made: Version, data: bytes) -> None:
    """Keep a version; those before it stay as they are."""
    annotations = IAnnotations(publication)
    if FILES not in annotations:
        annotations[FILES] = PersistentMapping()
    annotations[FILES][made.number] = NamedBlobFile(
        data, contentType="application/pdf", filename=made.filename
    )
    kept = (*versions(publication), made)
    storage.write(publication, NAME, {"versions": tuple(asdict(one) for one in kept)})
