"""Is this file what its name says? Signatures of the kinds we accept."""

from dataclasses import dataclass


@dataclass(frozen=True)
class FileKind:
    """A kind of file.

    :ivar starts: what the content begins with; empty for plain text.
    """

    title: str
    extensions: tuple[str, ...]
    content_type: str
    starts: tuple[bytes, ...] = ()


ZIP = (b"PK\x03\x04", b"PK\x05\x06")
OLE = (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",)
OFFICE = "application/vnd.openxmlformats-officedocument."
OPEN = "application/vnd.oasis.opendocument."

KINDS = (
    FileKind("PDF", ("pdf",), "application/pdf", (b"%PDF-",)),
    FileKind("PNG", ("png",), "image/png", (b"\x89PNG\r\n\x1a\n",)),
    FileKind("JPEG", ("jpg", "jpeg"), "image/jpeg", (b"\xff\xd8\xff",)),
    FileKind("GIF", ("gif",), "image/gif", (b"GIF87a", b"GIF89a")),
    FileKind("WebP", ("webp",), "image/webp", (b"RIFF",)),
    FileKind("TIFF", ("tif", "tiff"), "image/tiff", (b"II*\x00", b"MM\x00*")),
    FileKind("texte OpenDocument", ("odt",), OPEN + "text", ZIP),
    FileKind("tableur OpenDocument", ("ods",), OPEN + "spreadsheet", ZIP),
    FileKind("présentation OpenDocument", ("odp",), OPEN + "presentation", ZIP),
    FileKind("Word", ("docx",), OFFICE + "wordprocessingml.document", ZIP),
    FileKind("Excel", ("xlsx",), OFFICE + "spreadsheetml.sheet", ZIP),
    FileKind("PowerPoint", ("pptx",), OFFICE + "presentationml.presentation", ZIP),
    FileKind("Word ancien", ("doc",), "application/msword", OLE),
    FileKind("Excel ancien", ("xls",), "application/vnd.ms-excel", OLE),
    FileKind("archive ZIP", ("zip",), "application/zip", ZIP),
    FileKind("texte RTF", ("rtf",), "application/rtf", (b"{\\rtf",)),
    FileKind("mail", ("eml",), "message/rfc822"),
    FileKind("texte", ("txt",), "text/plain"),
    FileKind("CSV", ("csv",), "text/csv"),
)

BY_EXTENSION = {extension: kind for kind in KINDS for extension in kind.extensions}


class BadFile(ValueError):
    """A file is refused; the sentence says why and what to do."""


def check(filename: str, data_start: bytes, size: int, max_megabytes: int) -> FileKind:
    """The kind of a file that may be accepted.

    :param data_start: the first bytes, 512 at least where there are as many.
    :param size: bytes.
    :raises BadFile: empty, too large, of a kind we do not take, or not of the kind
        its name says.
    """
    if size == 0:
        raise BadFile(
            f"Le fichier « {filename} » est vide. Vérifiez-le et choisissez-le à nouveau."
        )
    if size > max_megabytes * 1024 * 1024:
        raise BadFile(
            f"Le fichier « {filename} » pèse {megabytes(size)} Mo ; "
            f"le maximum est de {max_megabytes} Mo."
        )
    extension = filename.rpartition(".")[2].lower() if "." in filename else ""
    kind = BY_EXTENSION.get(extension)
    if kind is None:
        raise BadFile(
            f"Le fichier « {filename} » n'est pas d'un type accepté. "
            "Les types acceptés sont : PDF, images, documents bureautiques, texte, ZIP."
        )
    if not _begins_as(kind, data_start):
        raise BadFile(
            f"Le fichier « {filename} » n'est pas un fichier {kind.title} valable : "
            "son contenu ne correspond pas à son extension."
        )
    return kind


def megabytes(size: int) -> str:
    """A size for a reader: ``"30,5"``."""
    return f"{size / 1024 / 1024:.1f}".replace(".", ",")


def _begins_as(kind: FileKind, data_start: bytes) -> bool:
    if kind.starts:
        return data_start.startswith(kind.starts)
    # A text has no zero byte; an image or program renamed to .txt has.
    return b"\x00" not in data_start
