"""Types of files told from their first bytes, never from their name."""

from collections.abc import Iterable
from collections.abc import Mapping

SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "application/pdf"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
)

EXTENSIONS: Mapping[str, tuple[str, ...]] = {
    "application/pdf": ("pdf",),
    "image/jpeg": ("jpg", "jpeg", "jfif"),
    "image/png": ("png",),
}

NAMES: Mapping[str, str] = {
    "application/pdf": "PDF",
    "image/jpeg": "JPEG",
    "image/png": "PNG",
}


def content_type_of(data: bytes) -> str:
    """Content type of ``data``, or an empty string when it is none that we know."""
    for signature, content_type in SIGNATURES:
        if data.startswith(signature):
            return content_type
    return ""


def names_of(content_types: Iterable[str]) -> str:
    """The types as people call them: ``PDF, JPEG ou PNG``."""
    names = [NAMES.get(each, each) for each in content_types]
    return " ou ".join(filter(None, (", ".join(names[:-1]), names[-1])))
