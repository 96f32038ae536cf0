"""Files beside a commune's ``website.json``."""

from pathlib import Path
from plone.namedfile.file import NamedBlobImage


def image_of(folder: str, name: str) -> NamedBlobImage:
    """The image ``images/<name>`` of the profile's content."""
    path = Path(folder) / "images" / Path(name).name
    return NamedBlobImage(data=path.read_bytes(), filename=path.name)
