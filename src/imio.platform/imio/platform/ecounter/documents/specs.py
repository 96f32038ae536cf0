"""The documents that the counter brings."""

from imio.platform.core.documents.templates import TemplateSpec
from imio.platform.i18n import _
from pathlib import Path

FOLDER = Path(__file__).parent
PROCESS = "imio.platform.ecounter: Process request"

RECEIPT = TemplateSpec(
    id="ecounter-recapitulatif",
    title=_("Récapitulatif de demande"),
    portal_types=("Request",),
    content_path=FOLDER / "receipt" / "content.xml",
    helper_view="ecounter-document",
)

#: Offered to agents once the request is accepted, for procedures that deliver it.
HOUSEHOLD = TemplateSpec(
    id="attestation-composition-menage",
    title=_("Attestation de composition de ménage"),
    portal_types=("Request",),
    content_path=FOLDER / "household" / "content.xml",
    helper_view="ecounter-document",
    permission=PROCESS,
    condition=(
        "python: context.restrictedTraverse('@@ecounter-document-ready')()"
        " == 'attestation-composition-menage'"
    ),
)

TEMPLATES = (RECEIPT, HOUSEHOLD)
