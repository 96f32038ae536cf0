"""Last touch on a rendered document: the commune's colour, and no comment left."""

from io import BytesIO
from zipfile import ZipFile
import re

#: Colour written in the styles where the commune's own belongs.
PLACEHOLDER = "#1f4e7a"

TEXT_FILES = ("content.xml", "styles.xml")

#: A template's comments are for its author; besides, LibreOffice without user
#: interface crashes on them.
COMMENT = re.compile(
    rb"<office:annotation[ >].*?</office:annotation>|<office:annotation-end[^>]*/>",
    re.DOTALL,
)

#: An attribute that holds the colour, alone or with a border's width: a text that
#: quotes the colour stays as it is.
ATTRIBUTE = re.compile(rb'="[^"<>]*' + PLACEHOLDER.encode() + rb'"')


def finish(odt: bytes, colour: str) -> bytes:
    """The document in the commune's ``colour`` (``#rrggbb``), without comments."""
    result = BytesIO()
    with ZipFile(BytesIO(odt)) as source, ZipFile(result, "w") as target:
        for info in source.infolist():
            data = source.read(info)
            if info.filename in TEXT_FILES:
                data = _recoloured(COMMENT.sub(b"", data), colour)
            target.writestr(info, data)
    return result.getvalue()


def _recoloured(data: bytes, colour: str) -> bytes:
    if not re.fullmatch(r"#[0-9a-fA-F]{6}", colour or ""):
        return data
    return ATTRIBUTE.sub(
        lambda match: match[0].replace(PLACEHOLDER.encode(), colour.lower().encode()),
        data,
    )
