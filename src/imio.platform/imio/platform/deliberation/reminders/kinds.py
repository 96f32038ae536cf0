"""What a person may choose to be reminded of."""

from imio.platform.core.notifications import NotificationKind
from imio.platform.i18n import _

ADVICE_DUE = NotificationKind(
    "deliberation.advice_due",
    _("Un avis de mon service arrive à échéance"),
    _("Deux jours ouvrables avant la fin du délai, puis quand il est dépassé."),
)
ADVICE_LAPSED = NotificationKind(
    "deliberation.advice_lapsed",
    _("Un avis que j'attends n'a pas été rendu à temps"),
    _("Le point peut avancer sans cet avis."),
)
MEETING_DUE = NotificationKind(
    "deliberation.meeting_due",
    _("Une échéance d'une séance que je prépare approche"),
    _("Convocation, projets en ligne, procès-verbal, points ajoutés à transmettre."),
)
