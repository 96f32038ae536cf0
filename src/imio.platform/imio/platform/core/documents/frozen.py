"""Documents of an object that were fixed once and are never made again.

An add-on registers an adapter of the object, named after the template; the file that
it gives takes the place of a new rendering, as PDF.
"""

from dataclasses import dataclass
from zope.component import queryAdapter
from zope.interface import Interface


@dataclass(frozen=True)
class FrozenFile:
    """A file as it was fixed."""

    filename: str
    data: bytes


class IFrozenDocument(Interface):
    """Adapter of an object, named after a template."""

    def file() -> FrozenFile | None:
        """The file, or ``None`` where the document is still made anew."""


def frozen_file(context, template_id: str) -> FrozenFile | None:
    """The fixed file of a document of ``context``, if there is one."""
    found = queryAdapter(context, IFrozenDocument, name=template_id)
    return found.file() if found is not None else None
