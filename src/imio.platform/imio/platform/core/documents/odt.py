"""Template files: the body written as text, in the letterhead's styles."""

from io import BytesIO
from pathlib import Path
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED
from zipfile import ZIP_STORED
from zipfile import ZipFile
from zipfile import ZipInfo
import re
import xml.etree.ElementTree as ElementTree

MIMETYPE = "application/vnd.oasis.opendocument.text"

#: Prefixes that a body may use without declaring them.
NAMESPACES = {
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
    "draw": "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0",
    "fo": "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
    "svg": "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0",
    "xlink": "http://www.w3.org/1999/xlink",
    "dc": "http://purl.org/dc/elements/1.1/",
    "meta": "urn:oasis:names:tc:opendocument:xmlns:meta:1.0",
    "pod": "https://imio.be/platform/pod",
}

STYLES = Path(__file__).parent / "letterhead" / "styles.xml"

#: Styles of tables: LibreOffice reads them next to the text only.
TABLES = Path(__file__).parent / "letterhead" / "tables.xml"

#: The zip format cannot hold an earlier day; one fixed day makes the same text
#: give the same bytes.
FIXED_DAY = (1980, 1, 1, 0, 0, 0)


class BadBody(ValueError):
    """The text of a document's body is not what we expect."""


def build(body_path: Path, title: str) -> bytes:
    """The template file whose body is the text at ``body_path``.

    :raises BadBody: the text is no XML, or is not one ``<body>``.
    """
    styles = _expand(_parse(STYLES.read_text(encoding="utf-8"), str(STYLES)))
    body = _expand(_parse(_declared(body_path), str(body_path)))
    if body.tag != "body":
        raise BadBody(f"{body_path} : l'élément principal doit être <body>.")
    files = {
        "content.xml": _content(body),
        "styles.xml": _written(styles),
        "meta.xml": _meta(title),
        "META-INF/manifest.xml": _manifest(),
    }
    result = BytesIO()
    with ZipFile(result, "w") as archive:
        _add(archive, "mimetype", MIMETYPE, ZIP_STORED)
        for name, text in files.items():
            _add(archive, name, text, ZIP_DEFLATED)
    return result.getvalue()


def _declared(path: Path) -> str:
    """The text with the namespaces declared on its first element."""
    names = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in NAMESPACES.items())
    text = path.read_text(encoding="utf-8")
    return text.replace("<body", f"<body {names}", 1)


def _parse(text: str, name: str) -> ElementTree.Element:
    for prefix, uri in NAMESPACES.items():
        ElementTree.register_namespace(prefix, uri)
    try:
        return ElementTree.fromstring(text)
    except ElementTree.ParseError as error:
        raise BadBody(f"{name} : {error}") from error


def _name(prefixed: str) -> str:
    prefix, _colon, local = prefixed.partition(":")
    return f"{{{NAMESPACES[prefix]}}}{local}"


def _expand(root: ElementTree.Element) -> ElementTree.Element:
    """Replace our short forms by the fields and notes that appy.pod reads."""
    for element in root.iter():
        if element.tag == _name("pod:value"):
            element.tag = _name("text:text-input")
            element.set(_name("text:description"), "")
        elif element.tag == _name("pod:do"):
            lines = [line.strip() for line in (element.text or "").splitlines()]
            lines = [line for line in lines if line]
            element.tag = _name("office:annotation")
            element.text = None
            for index, line in enumerate(lines):
                paragraph = ElementTree.SubElement(element, _name("text:p"))
                paragraph.text = line if index else f"do {line}"
    return root


def _content(body: ElementTree.Element) -> str:
    document = ElementTree.Element(_name("office:document-content"))
    document.set(_name("office:version"), "1.3")
    styles = ElementTree.SubElement(document, _name("office:automatic-styles"))
    styles.extend(_parse(TABLES.read_text(encoding="utf-8"), str(TABLES)))
    for style in body.findall("styles"):
        styles.extend(style)
        body.remove(style)
    text = ElementTree.SubElement(
        ElementTree.SubElement(document, _name("office:body")), _name("office:text")
    )
    text.extend(body)
    return _written(document)


def _written(root: ElementTree.Element) -> str:
    """As text, with every namespace declared: appy.pod asks for those it knows."""
    text = ElementTree.tostring(root, encoding="unicode")
    missing = "".join(
        f' xmlns:{prefix}="{uri}"'
        for prefix, uri in NAMESPACES.items()
        if prefix != "pod" and f'xmlns:{prefix}="' not in text
    )
    return re.sub(r"^<[\w:-]+", lambda start: start[0] + missing, text, count=1)


def _meta(title: str) -> str:
    office, dc = NAMESPACES["office"], NAMESPACES["dc"]
    return (
        f'<office:document-meta xmlns:office="{office}" xmlns:dc="{dc}" '
        f'office:version="1.3"><office:meta><dc:title>{escape(title)}</dc:title>'
        "<dc:language>fr-BE</dc:language></office:meta></office:document-meta>"
    )


def _manifest() -> str:
    uri = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
    entries = "".join(
        f'<manifest:file-entry manifest:full-path="{name}" '
        f'manifest:media-type="{media_type}"/>'
        for name, media_type in (
            ("/", MIMETYPE),
            ("content.xml", "text/xml"),
            ("styles.xml", "text/xml"),
            ("meta.xml", "text/xml"),
        )
    )
    return (
        f'<manifest:manifest xmlns:manifest="{uri}" manifest:version="1.3">'
        f"{entries}</manifest:manifest>"
    )


def _add(archive: ZipFile, name: str, text: str, compression: int) -> None:
    info = ZipInfo(name, FIXED_DAY)
    info.compress_type = compression
    declaration = "" if name == "mimetype" else '<?xml version="1.0" encoding="UTF-8"?>'
    archive.writestr(info, (declaration + text).encode("utf-8"))
