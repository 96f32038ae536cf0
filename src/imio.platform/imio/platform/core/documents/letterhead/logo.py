"""The size of a logo on paper."""

from io import BytesIO
from PIL import Image
import re

#: Room for the logo in the letterhead, in centimetres.
MAX_WIDTH = 5.2
MAX_HEIGHT = 2.0

#: A logo at least this many times wider than high has the wide place.
WIDE_RATIO = 1.6


def ratio(data: bytes, extension: str) -> float:
    """Width over height of an image; 1 where it cannot be told."""
    if extension == "svg":
        return _svg_ratio(data)
    try:
        with Image.open(BytesIO(data)) as image:
            width, height = image.size
    except (OSError, Image.DecompressionBombError):
        return 1.0
    return width / height if width and height else 1.0


def size(shape: float) -> tuple[float, float]:
    """Width and height, in centimetres, of a logo of that width over height."""
    width = min(MAX_WIDTH, MAX_HEIGHT * shape)
    return round(width, 2), round(width / shape, 2)


def _svg_ratio(data: bytes) -> float:
    """From the first element's box, or its size. Read as text: no XML is expanded."""
    start = re.search(rb"<svg\b[^>]*>", data)
    if start is None:
        return 1.0
    tag = start[0].decode("utf-8", "replace")
    box = re.search(r"viewBox\s*=\s*[\"']([^\"']*)", tag)
    numbers = re.findall(r"-?[\d.]+", box[1])[2:] if box else []
    if len(numbers) != 2:
        numbers = [
            found[1]
            for name in ("width", "height")
            if (found := re.search(rf"\b{name}\s*=\s*[\"']([\d.]+)", tag))
        ]
    try:
        width, height = (float(number) for number in numbers)
        return width / height or 1.0
    except (ValueError, ZeroDivisionError):
        return 1.0
