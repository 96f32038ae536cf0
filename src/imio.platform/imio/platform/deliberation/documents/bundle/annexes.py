"""An annex as PDF, or not at all: the bundle then says so in its place."""

from imio.platform.core.documents.errors import DocumentError
from imio.platform.core.documents.office import office
from io import BytesIO
from PIL import Image
from PIL import ImageOps
from PIL import ImageSequence
from pypdf import PdfReader
from pypdf.errors import PyPdfError
import logging

logger = logging.getLogger(__name__)

IMAGES = ("png", "jpg", "jpeg", "gif", "webp", "tif", "tiff")
#: What LibreOffice may open here, as far as its parts are installed.
OFFICE = ("odt", "docx", "doc", "rtf", "ods", "xlsx", "xls", "odp", "pptx")
#: An A4 page at 150 dots an inch: legible, and light.
PAGE = (1240, 1754)
DOTS_PER_INCH = 150


def as_pdf(annex) -> bytes | None:
    """The annex's pages; ``None`` where they cannot be shown."""
    extension = (annex.file.filename or "").rpartition(".")[2].lower()
    data = annex.file.data
    try:
        if extension == "pdf":
            return _readable(data)
        if extension in IMAGES:
            return _pictures(data)
        if extension in OFFICE:
            return office().convert(data, annex.title, extension)
    except (DocumentError, PyPdfError, OSError, ValueError, SyntaxError) as error:
        logger.info("Annex %s is left out: %r", annex.getId(), error)
    except Image.DecompressionBombError:
        logger.warning("Annex %s is too large a picture", annex.getId())
    return None


def _readable(data: bytes) -> bytes | None:
    """The PDF itself, if it has pages that open without a password."""
    reader = PdfReader(BytesIO(data))
    if reader.is_encrypted and not reader.decrypt(""):
        return None
    return data if len(reader.pages) else None


def _pictures(data: bytes) -> bytes:
    """One page a picture, upright, within an A4 page."""
    with Image.open(BytesIO(data)) as image:
        pages = [_page(frame) for frame in ImageSequence.Iterator(image)]
    result = BytesIO()
    pages[0].save(
        result,
        "PDF",
        save_all=True,
        append_images=pages[1:],
        resolution=DOTS_PER_INCH,
    )
    return result.getvalue()


def _page(frame):
    upright = ImageOps.exif_transpose(frame)
    flat = Image.new("RGB", upright.size, "white")
    mask = upright.convert("RGBA")
    flat.paste(mask, mask=mask.getchannel("A"))
    flat.thumbnail(PAGE)
    return flat
