"""Is this file the picture that its name says, and may a browser be given it?"""

from lxml import etree

#: First bytes of each kind of picture.
SIGNATURES = {
    "png": (b"\x89PNG\r\n\x1a\n",),
    "jpg": (b"\xff\xd8\xff",),
    "jpeg": (b"\xff\xd8\xff",),
    "ico": (b"\x00\x00\x01\x00",),
}
#: What an SVG file may not hold: it would run or load something.
ACTIVE_ELEMENTS = {
    "script",
    "foreignObject",
    "iframe",
    "object",
    "embed",
    "handler",
    "animate",
    "set",
}


class PictureError(ValueError):
    """The file is refused; ``reason`` is a code."""

    def __init__(self, reason: str):
        super().__init__(reason)
        self.reason = reason


def check_picture(
    filename: str, data: bytes, extensions: tuple[str, ...], limit: int
) -> None:
    """Refuse what is not one of these kinds of picture.

    :param limit: greatest size in bytes.
    :raises PictureError: ``"empty"``, ``"size"``, ``"kind"`` (another kind than
        those wanted), ``"content"`` (not what the name says) or ``"active"``
        (an SVG that would run or load something).
    """
    extension = filename.rpartition(".")[2].lower()
    if not data:
        raise PictureError("empty")
    if len(data) > limit:
        raise PictureError("size")
    if extension not in extensions:
        raise PictureError("kind")
    if extension == "svg":
        _check_svg(data)
    elif extension == "webp":
        if data[:4] != b"RIFF" or data[8:12] != b"WEBP":
            raise PictureError("content")
    elif not data.startswith(SIGNATURES[extension]):
        raise PictureError("content")


def _check_svg(data: bytes) -> None:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise PictureError("content") from error
    if etree.QName(root).localname != "svg":
        raise PictureError("content")
    if root.getroottree().docinfo.internalDTD is not None:
        raise PictureError("active")
    for element in root.iter():
        if not isinstance(element.tag, str):
            continue
        if etree.QName(element).localname in ACTIVE_ELEMENTS:
            raise PictureError("active")
        if any(_is_active(name, value) for name, value in element.attrib.items()):
            raise PictureError("active")


def _is_active(name: str, value: str) -> bool:
    local = etree.QName(name).localname.lower()
    if local.startswith("on"):
        return True
    text = value.strip().lower()
    if local in ("href", "src"):
        return not text.startswith(("#", "data:image/png", "data:image/jpeg"))
    return "javascript:" in text or ("url(" in text and "url(#" not in text)
