"""Refusals worded for people."""

from imio.platform.core.errors import PlatformError
from imio.platform.deliberation.rules.violations import RuleViolation
from imio.platform.i18n import _
from zope.i18nmessageid import Message

SENTENCES = {
    "not_on_agenda": _("Ce point n'est pas à l'ordre du jour de cette séance."),
    "no_such_number": _("Le numéro « ${number} » ne peut pas exister ici."),
    "not_a_number": _(
        "« ${number} » n'est pas un numéro : écrivez par exemple 4 ou 2.1."
    ),
    "has_sub_points": _(
        "Ce point a des sous-points : il ne peut pas devenir lui-même un sous-point."
    ),
    "no_point_above": _(
        "Il n'y a pas de point juste au-dessus : ce point ne peut pas devenir un "
        "sous-point."
    ),
    "heading_in_series": _("Un intitulé ne se place pas parmi des sous-points."),
    "not_a_heading": _("Cette ligne n'est pas un intitulé."),
    "empty_heading": _("Écrivez le texte de l'intitulé."),
    "long_heading": _("Un intitulé compte ${maximum} caractères au plus."),
    "not_a_count": _("Écrivez un nombre entier de voix, 0 ou plus."),
    "not_a_voter": _("Une des personnes ne peut pas voter à ce point."),
    "two_statuses": _(
        "Un membre ne peut pas avoir deux états à la fois : choisissez-en un seul."
    ),
    "no_such_status": _("Choisissez un état dans la liste."),
    "voted_here": _(
        "${member} a voté à haute voix sur le point « ${point} » : corrigez d'abord "
        "ce vote."
    ),
    "urgency_by_absent": _("Une des personnes n'est pas présente."),
    "urgency_not_reached": _(
        "L'urgence n'est pas déclarée : ${given} voix sur ${present} membres présents, "
        "il en faut ${needed} (deux tiers, CDLD, art. L1122-24)."
    ),
    "already_suspended": _("La séance est déjà suspendue."),
    "not_suspended": _("La séance n'est pas suspendue."),
    "doors_not_closed": _(
        "Le huis clos n'est pas prononcé : ${given} voix sur ${present} membres présents, "
        "il en faut ${needed} (deux tiers, CDLD, art. L1122-20)."
    ),
    "candidates_wanted": _(
        "Donnez de deux à ${maximum} candidats. Pour une seule candidature, notez un "
        "scrutin secret pour ou contre."
    ),
    "candidate_twice": _("Un candidat est nommé deux fois."),
    "not_a_finalist": _(
        "Le second tour départage ${names} (CDLD, art. L1122-28) : gardez ces deux noms."
    ),
    "no_such_candidate": _("Choisissez un des candidats."),
    "retained_without_reason": _(
        "Écrivez pourquoi ce résultat est proclamé plutôt que celui proposé : le "
        "procès-verbal le dira."
    ),
    "article_wanted": _("Écrivez l'article mis aux voix séparément."),
    "article_asked_by_nobody": _("Choisissez le membre qui demande le vote séparé."),
    "whole_already_voted": _(
        "L'ensemble est déjà voté ; le vote séparé d'un article vient avant lui (CDLD, "
        "art. L1122-26). Effacez d'abord les votes."
    ),
    "delegation_written_late": _(
        "Une délégation s'écrit avant de courir : l'écrit ne peut pas être postérieur "
        "au premier jour."
    ),
    "delegation_ends_early": _("La date de fin précède le premier jour."),
    "delegation_of_nothing": _("Cochez au moins une sorte de document."),
    "passage_missing": _(
        "Ce passage ne se trouve pas dans le texte. Copiez-le tel quel, à l'intérieur "
        "d'un seul paragraphe."
    ),
    "passage_twice": _(
        "Ce passage se trouve ${number} fois dans le texte : prenez-en quelques mots "
        "de plus."
    ),
    "too_many_votes": _(
        "${total} voix pour ${maximum} votants : vérifiez les nombres."
    ),
}


class DeliberationError(PlatformError):
    """Something refused, with the sentence for the person and the field at fault."""

    def __init__(self, message: str, field: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.field = field


class StaleError(DeliberationError):
    """What was asked rests on something that somebody changed since."""


class DeliberationConflict(DeliberationError):
    """Refused because of what is already there, not because of what was sent."""


def worded(violation: RuleViolation) -> DeliberationError:
    """A rule's refusal as a sentence."""
    sentence = SENTENCES[violation.code]
    return DeliberationError(
        Message(sentence, mapping={k: str(v) for k, v in violation.values.items()}),
        violation.field,
    )
