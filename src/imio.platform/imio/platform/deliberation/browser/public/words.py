"""What the public pages say in the place of the states and the codes."""

from imio.platform.core.clock import BRUSSELS
from imio.platform.deliberation.content.vocabularies import KINDS
from imio.platform.deliberation.rules.french_dates import hour
from imio.platform.deliberation.rules.french_dates import long_date
from imio.platform.deliberation.rules.masking import unmarked_text
from imio.platform.deliberation.rules.project_changes import ProjectChange
from imio.platform.deliberation.workflow.public_record import Stage
from imio.platform.i18n import _
from zope.i18n import translate

#: By stage, and whether the body publishes the texts or the agenda alone.
FOLLOWING = {
    (Stage.CONVENED, True): _(
        "La séance est convoquée. Les projets de délibération se lisent ci-dessous ; "
        "ils peuvent encore changer jusqu'au vote."
    ),
    (Stage.CONVENED, False): _(
        "La séance est convoquée. L'issue de chaque point paraîtra ici ensuite."
    ),
    (Stage.IN_SESSION, True): _(
        "La séance est en cours. Les décisions paraîtront ici une fois mises au net."
    ),
    (Stage.IN_SESSION, False): _(
        "La séance est en cours. L'issue de chaque point paraîtra ici ensuite."
    ),
    (Stage.WRITING, True): _(
        "La séance a eu lieu. Les décisions paraîtront ici une fois mises au net."
    ),
    (Stage.WRITING, False): _(
        "La séance a eu lieu. L'issue de chaque point paraîtra ici ensuite."
    ),
    (Stage.DECIDED, True): _(
        "Les décisions sont publiées. Le procès-verbal paraîtra après son approbation "
        "à une séance suivante."
    ),
    (Stage.DECIDED, False): _("L'issue de chaque point est publiée."),
    (Stage.APPROVED, True): _(
        "Les décisions sont publiées et le procès-verbal est approuvé."
    ),
    (Stage.APPROVED, False): _("L'issue de chaque point est publiée."),
}

STAGE_TITLES = {
    Stage.CONVENED: _("Convoquée"),
    Stage.IN_SESSION: _("En cours"),
    Stage.WRITING: _("Décisions en rédaction"),
    Stage.DECIDED: _("Décisions publiées"),
    Stage.APPROVED: _("Procès-verbal approuvé"),
}

TEXT_NAMES = {
    "title": _("l'objet"),
    "synthesis_note": _("la note de synthèse"),
    "motivation": _("la motivation"),
    "decision": _("la décision proposée"),
}

EXCERPT_LENGTH = 240


def excerpt(html: str, length: int = EXCERPT_LENGTH) -> str:
    """The first words of a masked text, cut between two of them."""
    words = unmarked_text(html)
    if len(words) <= length:
        return words
    return f"{words[:length].rsplit(' ', 1)[0].rstrip(' ,;:.')}…"


def correction_words(one: ProjectChange) -> str:
    """What was corrected, and when."""
    moment = one.moment.astimezone(BRUSSELS)
    names = [translate(TEXT_NAMES[name], target_language="fr") for name in one.texts]
    day = f"{long_date(moment.date())} à {hour(moment.time())}"
    return f"Corrigé le {day} : {', '.join(names)}"


def kind_words(kind: str) -> str:
    """The nature of a point, empty for the usual one: a decision."""
    return KINDS.get(kind, "") if kind != "decision" else ""
