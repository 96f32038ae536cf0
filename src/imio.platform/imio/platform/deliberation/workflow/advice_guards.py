"""Why an advice may not move on, in a sentence."""

from imio.platform.core.interfaces import ALLOWED
from imio.platform.core.interfaces import refused
from imio.platform.core.interfaces import Verdict
from imio.platform.deliberation.content.advice import advice_clock
from imio.platform.deliberation.content.agenda_item import has_text
from imio.platform.deliberation.workflow.advices import CLOSED
from imio.platform.deliberation.workflow.advices import is_mandatory
from imio.platform.i18n import _
from plone import api

#: Opinions that say nothing without their reasons.
WITH_REASONS = ("remarks", "reserved", "unfavorable")


class AdviceGuard:
    """Base of the guards: nothing moves once the point is decided."""

    def __init__(self, context):
        self.context = context

    def __call__(self) -> Verdict:
        if api.content.get_state(self.context.aq_parent) in CLOSED:
            return refused(_("Le point est décidé : l'avis ne change plus."))
        if self.context.inherited_from:
            return refused(
                _(
                    "Cet avis vient du point précédent : il ne change plus. Demandez "
                    "un nouvel avis si le dossier a changé."
                )
            )
        return self.verdict()

    def verdict(self) -> Verdict:
        return ALLOWED


class Give(AdviceGuard):
    def verdict(self) -> Verdict:
        if not self.context.opinion:
            return refused(_("Choisissez d'abord l'avis sur la page « Rédiger »."))
        if self.context.opinion in WITH_REASONS and not has_text(self.context.text):
            return refused(_("Cet avis se motive : écrivez pourquoi."))
        return ALLOWED


class DeclareIncomplete(AdviceGuard):
    def verdict(self) -> Verdict:
        if advice_clock(self.context).is_lapsed:
            return refused(_("Le délai est passé : le dossier était complet."))
        return ALLOWED


class Extend(AdviceGuard):
    def verdict(self) -> Verdict:
        if self.context.is_extended:
            return refused(_("Le délai a déjà été prolongé : il ne l'est qu'une fois."))
        if advice_clock(self.context).is_lapsed:
            return refused(_("Le délai est passé : il ne peut plus être prolongé."))
        return ALLOWED


class Withdraw(AdviceGuard):
    def verdict(self) -> Verdict:
        if is_mandatory(self.context):
            return refused(
                _(
                    "La loi impose cet avis pour ce montant (CDLD, art. L1124-40) : "
                    "il ne se retire pas."
                )
            )
        return ALLOWED
