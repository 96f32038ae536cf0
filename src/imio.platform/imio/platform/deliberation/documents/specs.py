"""The documents of the deliberations."""

from imio.platform.core.documents.templates import TemplateSpec
from imio.platform.i18n import _
from pathlib import Path

FOLDER = Path(__file__).parent
FULL_AGENDA = "imio.platform.deliberation: View full agenda"
MANAGE_AGENDA = "imio.platform.deliberation: Manage agenda"
HAS_SAT = "python: context.restrictedTraverse('@@deliberation-has-sat')()"

CONVOCATION = TemplateSpec(
    id="deliberation-convocation",
    title=_("Convocation"),
    portal_types=("Meeting",),
    content_path=FOLDER / "convocation" / "content.xml",
    helper_view="deliberation-meeting-document",
    permission=FULL_AGENDA,
)

#: The points added since the convocation, and only them.
COMPLEMENT = TemplateSpec(
    id="deliberation-ordre-du-jour-complementaire",
    title=_("Ordre du jour complémentaire"),
    portal_types=("Meeting",),
    content_path=FOLDER / "complement" / "content.xml",
    helper_view="deliberation-complement-document",
    permission=FULL_AGENDA,
    condition="python: context.restrictedTraverse('@@deliberation-has-complement')()",
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
    condition=HAS_SAT,
)

#: Before the vote, words marked as personal data included.
DRAFT = TemplateSpec(
    id="deliberation-projet",
    title=_("Projet de délibération"),
    portal_types=("AgendaItem",),
    content_path=FOLDER / "draft" / "content.xml",
    helper_view="deliberation-draft-document",
    permission="imio.platform.deliberation: View personal data",
    condition="python: not context.outcome",
)

#: The act: fixed as it is when it enters the register.
DELIBERATION = TemplateSpec(
    id="deliberation-deliberation",
    title=_("Délibération"),
    portal_types=("AgendaItem",),
    content_path=FOLDER / "deliberation" / "content.xml",
    helper_view="deliberation-item-document",
    permission="imio.platform.deliberation: View personal data",
    condition="python: context.restrictedTraverse('@@deliberation-is-decided')()",
)

EXTRACT = TemplateSpec(
    id="deliberation-extrait",
    title=_("Extrait du registre des délibérations"),
    portal_types=("AgendaItem",),
    content_path=FOLDER / "extract" / "content.xml",
    helper_view="deliberation-extract-document",
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

#: A year of the register, to be signed and kept on paper.
REGISTER = TemplateSpec(
    id="deliberation-registre",
    title=_("Registre des délibérations"),
    portal_types=("DeliberativeBody",),
    content_path=FOLDER / "register" / "content.xml",
    helper_view="deliberation-register-document",
    permission=FULL_AGENDA,
)

VOTES = TemplateSpec(
    id="deliberation-votes",
    title=_("Résultat des votes"),
    portal_types=("Meeting",),
    content_path=FOLDER / "votes" / "content.xml",
    helper_view="deliberation-sitting-document",
    permission=FULL_AGENDA,
    condition=HAS_SAT,
)

ATTENDANCE = TemplateSpec(
    id="deliberation-presences",
    title=_("Liste des présences"),
    portal_types=("Meeting",),
    content_path=FOLDER / "attendance" / "content.xml",
    helper_view="deliberation-sitting-document",
    permission=FULL_AGENDA,
    condition=HAS_SAT,
)

#: Every act of a meeting in one document, each on its own page.
ALL_ACTS = TemplateSpec(
    id="deliberation-recueil",
    title=_("Toutes les délibérations"),
    portal_types=("Meeting",),
    content_path=FOLDER / "all_acts" / "content.xml",
    helper_view="deliberation-sitting-document",
    permission=FULL_AGENDA,
    condition=HAS_SAT,
)

ADVICE = TemplateSpec(
    id="deliberation-avis",
    title=_("Avis"),
    portal_types=("Advice",),
    content_path=FOLDER / "finance_advice" / "content.xml",
    helper_view="deliberation-advice-document",
    permission="imio.platform.deliberation: View advice text",
    condition="python: context.restrictedTraverse('@@deliberation-is-given')()",
)

TEMPLATES = (
    CONVOCATION,
    COMPLEMENT,
    AGENDA,
    MINUTES,
    ATTENDANCE,
    VOTES,
    ALL_ACTS,
    DRAFT,
    DELIBERATION,
    EXTRACT,
    REGISTER,
    ADVICE,
    BUNDLE,
)
