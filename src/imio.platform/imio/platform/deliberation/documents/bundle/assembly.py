"""Puts the pages together: outline by point, numbers on every page."""

from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from pypdf import PageObject
from pypdf import PdfReader
from pypdf import PdfWriter
from pypdf.generic import DecodedStreamObject
from pypdf.generic import DictionaryObject
from pypdf.generic import NameObject


@dataclass(frozen=True)
class Part:
    """A piece of the bundle: pages of the text, or a whole annex.

    :param heading: the heading that begins it in the text; empty for an annex.
    :param title: what the outline says.
    :param annex: UID of the annex whose pages it is.
    """

    title: str
    heading: str = ""
    annex: str = ""
    is_below: bool = False


def assemble(
    text: bytes, annexes: Mapping[str, bytes], parts: Sequence[Part], title: str
) -> tuple[bytes, int]:
    """The bundle and its number of pages.

    :param text: the PDF whose headings begin the parts.
    :param annexes: PDF by UID.
    :param parts: in the order wanted.
    """
    reader = PdfReader(BytesIO(text))
    starts = _starts(reader, [part.heading for part in parts if part.heading])
    writer = PdfWriter()
    above = None
    for part in parts:
        first = len(writer.pages)
        if part.annex:
            _append(writer, PdfReader(BytesIO(annexes[part.annex])))
        else:
            for number in starts.get(part.heading, ()):
                writer.add_page(reader.pages[number])
        if len(writer.pages) > first:
            outline = writer.add_outline_item(
                part.title, first, parent=above if part.is_below else None
            )
            above = above if part.is_below else outline
    _number(writer)
    writer.add_metadata({"/Title": title})
    writer.page_mode = "/UseOutlines"
    result = BytesIO()
    writer.write(result)
    return result.getvalue(), len(writer.pages)


def _append(writer: PdfWriter, reader: PdfReader) -> None:
    if reader.is_encrypted:
        reader.decrypt("")
    for page in reader.pages:
        writer.add_page(page)


def _starts(reader: PdfReader, headings: Sequence[str]) -> dict[str, range]:
    """Pages of each heading's part: up to the next one that is found.

    A heading that a changed template no longer prints gives its pages to the part
    before it, so that no page is ever lost.
    """
    wanted = list(headings)
    found: list[tuple[str, int]] = []
    for entry in _flat(reader.outline):
        title = " ".join(str(entry.title).split())
        if wanted and title in wanted:
            wanted = wanted[wanted.index(title) + 1 :]
            found.append((title, reader.get_destination_page_number(entry)))
    total = len(reader.pages)
    if not found:
        return {headings[0]: range(total)} if headings else {}
    found[0] = (found[0][0], 0)
    ends = [page for _title, page in found[1:]] + [total]
    return {
        title: range(first, end)
        for (title, first), end in zip(found, ends, strict=True)
    }


def _flat(outline):
    for entry in outline:
        if isinstance(entry, list):
            yield from _flat(entry)
        else:
            yield entry


def _number(writer: PdfWriter) -> None:
    """``Dossier, page 3 / 120`` at the foot of every page, an annex's too."""
    total = len(writer.pages)
    for index, page in enumerate(writer.pages, start=1):
        if page.rotation:
            page.transfer_rotation_to_content()
        page.merge_page(_foot(page, f"Dossier, page {index} / {total}"))


def _foot(page: PageObject, words: str) -> PageObject:
    box = page.mediabox
    width, height = float(box.width), float(box.height)
    foot = PageObject.create_blank_page(width=width, height=height)
    foot.mediabox = box
    font = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Font"),
            NameObject("/Subtype"): NameObject("/Type1"),
            NameObject("/BaseFont"): NameObject("/Helvetica"),
        }
    )
    foot[NameObject("/Resources")] = DictionaryObject(
        {NameObject("/Font"): DictionaryObject({NameObject("/BundleFoot"): font})}
    )
    # On white, so that it is read over whatever an annex has there.
    x, y = float(box.left) + width - 128, float(box.bottom) + 12
    stream = DecodedStreamObject()
    stream.set_data(
        f"q 1 1 1 rg {x - 4:.1f} {y - 3:.1f} 124 12 re f 0.2 g "
        f"BT /BundleFoot 9 Tf {x:.1f} {y:.1f} Td ({words}) Tj ET Q".encode("ascii")
    )
    foot[NameObject("/Contents")] = stream
    return foot
