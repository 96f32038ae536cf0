"""The documents of the deliberations."""

from imio.platform.core.documents.templates import TemplateSpec
from imio.platform.i18n import _
from pathlib import Path

FOLDER = Path(__file__).parent
FULL_AGENDA = "imio.platform.deliberation: View full agenda"
MANAGE_AGENDA = "imio.platform.deliberation: Manage agenda"

CONVOCATION = TemplateSpec(
    id="deliberation-convocation",
    title=_("Convocation"),
    portal_types=("Meeting",),
    content_path=FOLDER / "convocation" / "content.xml",
    helper_view="deliberation-meeting-document",
    permission=FULL_AGENDA,
)

#: Public points only, whoever makes it.
AGENDA = TemplateSpec(
    id="deliberation-ordre-du-jour",
    title=_("Ordre du jour public"),
    portal_types=("Meeting",),
    content_path=FOLDER / "agenda" / "content.xml",
    helper_view="deliberation-meeting-document",
)

MINUTES = TemplateSpec(
    id="deliberation-proces-verbal",
    title=_("Procès-verbal"),
    portal_types=("Meeting",),
    content_path=FOLDER / "minutes" / "content.xml",
    helper_view="deliberation-meeting-document",
    permission=FULL_AGENDA,
    condition="python: context.restrictedTraverse('@@deliberation-has-sat')()",
)

EXTRACT = TemplateSpec(
    id="deliberation-extrait",
    title=_("Extrait du registre des délibérations"),
    portal_types=("AgendaItem",),
    content_path=FOLDER / "extract" / "content.xml",
    helper_view="deliberation-item-document",
    permission=MANAGE_AGENDA,
    condition="python: bool(context.outcome)",
)

#: Printed inside each member's bundle, never by itself.
BUNDLE = TemplateSpec(
    id="deliberation-dossier",
    title=_("Dossier de séance d'un mandataire"),
    portal_types=("Meeting",),
    content_path=FOLDER / "bundle" / "content.xml",
    helper_view="deliberation-bundle-document",
    permission=FULL_AGENDA,
    condition="python: False",
)

TEMPLATES = (CONVOCATION, AGENDA, MINUTES, EXTRACT, BUNDLE)
