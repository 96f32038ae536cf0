"""Logo and favicon, kept in the registry in Plone's own notation."""

from dataclasses import dataclass

from plone.formwidget.namedfile.converter import b64decode_file
from plone.formwidget.namedfile.converter import b64encode_file

#: Media types accepted, by extension.
MEDIA_TYPES = {
    "svg": "image/svg+xml",
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "webp": "image/webp",
    "ico": "image/vnd.microsoft.icon",
}


@dataclass(frozen=True)
class Image:
    """A file as it was given."""

    filename: str
    data: bytes

    @property
    def extension(self) -> str:
        return self.filename.rpartition(".")[2].lower()

    @property
    def content_type(self) -> str:
        return MEDIA_TYPES.get(self.extension, "application/octet-stream")


def decoded(value: bytes | None) -> Image | None:
    """The image behind a registry value, ``None`` when there is none."""
    if not value:
        return None
    filename, data = b64decode_file(value)
    return Image(filename, data)


def encoded(filename: str, data: bytes) -> bytes:
    """The registry value that holds this file."""
    return b64encode_file(filename, data)
