"""A plain letter about a page or any titled object."""

from pathlib import Path

from imio.platform.core.documents.templates import TemplateSpec
from imio.platform.i18n import _

LETTER = TemplateSpec(
    id="core-letter",
    title=_("Lettre"),
    portal_types=("Document", "News Item", "Event"),
    content_path=Path(__file__).parent / "content.xml",
)
