"""A plain letter about a page or any titled object."""

from imio.platform.core.documents.templates import TemplateSpec
from imio.platform.i18n import _
from pathlib import Path

LETTER = TemplateSpec(
    id="core-letter",
    title=_("Lettre"),
    portal_types=("Document", "News Item", "Event"),
    content_path=Path(__file__).parent / "content.xml",
    # Visitors read the page; a letter is for those who write it.
    permission="Modify portal content",
)
