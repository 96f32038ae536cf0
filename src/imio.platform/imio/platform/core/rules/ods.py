"""A spreadsheet in OpenDocument format (ISO/IEC 26300), made without any office.

A text is stored as text: nothing in it can run as a formula.
"""

from collections.abc import Iterable
from collections.abc import Sequence
from decimal import Decimal
from io import BytesIO
from xml.sax.saxutils import escape
from xml.sax.saxutils import quoteattr
from zipfile import ZIP_DEFLATED
from zipfile import ZIP_STORED
from zipfile import ZipFile

MIMETYPE = "application/vnd.oasis.opendocument.spreadsheet"
_NAMES = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{long}:1.0"'
    for short, long in (("office", "office"), ("table", "table"), ("text", "text"))
)
_MANIFEST = (
    '<?xml version="1.0" encoding="UTF-8"?>'
    '<manifest:manifest manifest:version="1.2" '
    'xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
    f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{MIMETYPE}"/>'
    '<manifest:file-entry manifest:full-path="content.xml" '
    'manifest:media-type="text/xml"/></manifest:manifest>'
)


def as_ods(sheets: Sequence[tuple[str, Iterable[Iterable[object]]]]) -> bytes:
    """An ODS file.

    :param sheets: name and rows of each sheet; numbers stay numbers.
    """
    tables = "".join(_table(name, rows) for name, rows in sheets)
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {_NAMES} '
        f'office:version="1.2"><office:body><office:spreadsheet>{tables}'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        # First and stored: readers recognise the kind by it (part 3, 2.2).
        archive.writestr("mimetype", MIMETYPE, ZIP_STORED)
        archive.writestr("META-INF/manifest.xml", _MANIFEST)
        archive.writestr("content.xml", content)
    return file.getvalue()


def _table(name: str, rows: Iterable[Iterable[object]]) -> str:
    lines = "".join(
        f"<table:table-row>{''.join(_cell(value) for value in row)}</table:table-row>"
        for row in rows
    )
    return f"<table:table table:name={quoteattr(name)}>{lines}</table:table>"


def _cell(value: object) -> str:
    if isinstance(value, int | float | Decimal) and not isinstance(value, bool):
        return (
            f'<table:table-cell office:value-type="float" office:value="{value}">'
            f"<text:p>{value}</text:p></table:table-cell>"
        )
    words = "" if value is None else str(value)
    shown = escape("".join(one for one in words if one == "\t" or one >= " "))
    return (
        '<table:table-cell office:value-type="string">'
        f"<text:p>{shown}</text:p></table:table-cell>"
    )
