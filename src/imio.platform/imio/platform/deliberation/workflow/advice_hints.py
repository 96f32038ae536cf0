"""How the transitions of an advice are offered, and who must act on it."""

from imio.platform.core.workflow.hints import TransitionHint
from imio.platform.deliberation.content.advice import advice_clock
from imio.platform.deliberation.content.advice import service_title
from imio.platform.deliberation.rules.advice_clock import Standing
from imio.platform.deliberation.rules.french_dates import full_date
from imio.platform.i18n import _
from plone import api
from zope.i18n import translate


def say_why(context) -> TransitionHint:
    return TransitionHint(comment_required=True)


class AdviceNextStep:
    """Who answers, or completes the file, and until when."""

    def __init__(self, context):
        self.context = context

    def sentence(self) -> str:
        return translate(what_next(self.context), target_language="fr")


def what_next(advice):
    """The sentence of an advice's present standing."""
    state = api.content.get_state(advice)
    if advice.inherited_from:
        return _("Repris du point précédent : il se lit, il ne change plus.")
    if state == "given":
        return _("L'avis est rendu.")
    if state == "withdrawn":
        return _("La demande est retirée.")
    if state == "incomplete":
        return _(
            "Le délai est arrêté : le service proposant complète le dossier, puis "
            "le signale ici."
        )
    clock = advice_clock(advice)
    values = {"service": service_title(advice), "day": full_date(clock.limit)}
    if clock.standing is Standing.LAPSED:
        return _(
            "Aucun avis dans le délai, qui a pris fin le ${day} : le point peut "
            "avancer.",
            mapping=values,
        )
    if clock.days_left == 0:
        return _(
            "Le service ${service} rend son avis : dernier jour, jusqu'à 23 h 59.",
            mapping=values,
        )
    values["days"] = str(clock.days_left)
    return _(
        "Le service ${service} rend son avis, au plus tard le ${day} "
        "(jours ouvrables restants : ${days}).",
        mapping=values,
    )
