"""Logo and favicon, kept in the registry in Plone's own notation."""

from dataclasses import dataclass
from imio.platform.core.commune.errors import AnswerError
from imio.platform.core.rules.pictures import check_picture
from imio.platform.core.rules.pictures import PictureError
from imio.platform.i18n import _
from plone.formwidget.namedfile.converter import b64decode_file
from plone.formwidget.namedfile.converter import b64encode_file
from zlib import crc32

MEDIA_TYPES = {
    "svg": "image/svg+xml",
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "webp": "image/webp",
    "ico": "image/vnd.microsoft.icon",
}
LOGO_KINDS = ("svg", "png", "webp", "jpg", "jpeg")
LOGO_LIMIT = 1_000_000
FAVICON_KINDS = ("svg", "png", "ico")
FAVICON_LIMIT = 200_000

REASONS = {
    "empty": _("Le fichier « ${filename} » est vide. Choisissez-en un autre."),
    "size": _(
        "Le fichier « ${filename} » est trop lourd : ${limit} ko au plus. "
        "Réduisez l'image puis recommencez."
    ),
    "kind": _(
        "Le fichier « ${filename} » n'est pas d'un type accepté. Types acceptés : "
        "${kinds}."
    ),
    "content": _(
        "Le contenu du fichier « ${filename} » n'est pas celui qu'annonce son nom. "
        "Enregistrez à nouveau l'image dans un de ces types : ${kinds}."
    ),
    "active": _(
        "Le fichier « ${filename} » contient un programme ou un lien vers un autre "
        "site. Enregistrez-le comme SVG simple, ou comme PNG."
    ),
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


def version(value: bytes | None) -> str:
    """A short text that changes with the file, for its address."""
    return f"{crc32(value):08x}" if value else ""


def checked_logo(value: bytes) -> bytes:
    """:raises AnswerError: when the file is no logo that can be shown."""
    return _checked(value, LOGO_KINDS, LOGO_LIMIT)


def checked_favicon(value: bytes) -> bytes:
    """:raises AnswerError: when the file is no icon that can be shown."""
    return _checked(value, FAVICON_KINDS, FAVICON_LIMIT)


def _checked(value: bytes, kinds: tuple[str, ...], limit: int) -> bytes:
    image = decoded(value)
    if image is None:
        return value
    try:
        check_picture(image.filename, image.data, kinds, limit)
    except PictureError as error:
        raise refusal(image.filename, error.reason, kinds, limit) from error
    return value


def refusal(
    filename: str, reason: str, kinds: tuple[str, ...], limit: int
) -> AnswerError:
    """The sentence for ``reason`` about this file."""
    mapping = {
        "filename": filename,
        "kinds": ", ".join(kind.upper() for kind in kinds if kind != "jpeg"),
        "limit": str(limit // 1000),
    }
    return AnswerError("", _(REASONS[reason], mapping=mapping))
