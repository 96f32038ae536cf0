"""What letters say of the commune."""

from datetime import date
from imio.platform.core.documents.letterhead.identity import long_date
from imio.platform.core.documents.letterhead.identity import public_address
from imio.platform.core.documents.letterhead.logo import ratio
from imio.platform.core.documents.letterhead.logo import size
from io import BytesIO
from PIL import Image
import pytest


def png(width, height):
    data = BytesIO()
    Image.new("RGB", (width, height)).save(data, "PNG")
    return data.getvalue()


@pytest.mark.parametrize(
    ("data", "extension", "expected"),
    [
        (png(600, 200), "png", 3),
        (b'<svg viewBox="0 0 64 32">', "svg", 2),
        (b"<svg width='30px' height='60'>", "svg", 0.5),
        (b'<svg viewBox="0 0 64 0">', "svg", 1),
        (b"<svg width='0' height='9'>", "svg", 1),
        (b"<svg>", "svg", 1),
        (b"not an image", "png", 1),
        (b"", "svg", 1),
    ],
)
def test_shape_of_a_logo(data, extension, expected):
    assert ratio(data, extension) == expected


@pytest.mark.parametrize("shape", [0.1, 0.5, 1, 2, 3, 10])
def test_logo_keeps_its_shape_and_its_place(shape):
    width, height = size(shape)
    assert width <= 5.2 and height <= 2.0
    assert width / height == pytest.approx(shape, rel=0.05)


def test_first_of_the_month_is_written_as_people_say_it():
    assert long_date(date(2026, 3, 1)) == "1er mars 2026"
    assert long_date(date(2026, 8, 24)) == "24 août 2026"


@pytest.mark.parametrize(
    ("url", "printed"),
    [
        ("https://www.hautes-rives.be", "www.hautes-rives.be"),
        ("https://www.region.be/hautes-rives", "www.region.be/hautes-rives"),
        ("http://127.0.0.1:8080/hautes-rives", ""),
        ("http://192.168.1.4/hautes-rives", ""),
        ("http://localhost/plone", ""),
        ("https://www.hautes-rives.be:8443", ""),
    ],
)
def test_only_a_public_address_is_printed(url, printed):
    assert public_address(url) == printed
