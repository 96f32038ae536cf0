"""Checks answers about the commune and brings them to their canonical form.

The control panel and the API share these rules, so both say the same.
"""

from collections.abc import Callable
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field
from imio.platform.core.commune.colours import checked_primary
from imio.platform.core.commune.colours import checked_secondary
from imio.platform.core.commune.errors import AnswerError
from imio.platform.core.commune.images import checked_favicon
from imio.platform.core.commune.images import checked_logo
from imio.platform.core.commune.lines import checked_links
from imio.platform.core.commune.lines import checked_postal_codes
from imio.platform.core.commune.lines import checked_socials
from imio.platform.core.commune.lines import without_blanks
from imio.platform.core.rules.contacts import ContactError
from imio.platform.core.rules.contacts import parsed_email
from imio.platform.core.rules.contacts import parsed_kbo
from imio.platform.core.rules.contacts import written_phone
from imio.platform.core.rules.ins import InsError
from imio.platform.core.rules.ins import parsed_ins
from imio.platform.core.rules.ins import parsed_postal_code
from imio.platform.core.rules.ins import PostalCodeError
from imio.platform.i18n import _
from typing import Any

INS_REASONS = {
    "digits": _(
        "Un code INS compte exactement cinq chiffres. Exemple : 92094. "
        "Vous trouverez le vôtre dans la liste REFNIS de Statbel."
    ),
    "region": _(
        "Ce code INS n'est pas celui d'une commune wallonne : il doit commencer "
        "par le numéro d'un arrondissement wallon (25, 51 à 58, 61 à 64, "
        "81 à 85, 91 à 93)."
    ),
    "district": _(
        "Ce code INS est celui d'un arrondissement entier. Celui de la commune "
        "ne se termine pas par 000."
    ),
}
POSTAL_CODE = _("Un code postal compte quatre chiffres. Exemple : 5300.")
PHONE = _(
    "Ce numéro de téléphone n'est pas complet. Écrivez-le comme 081 12 34 56, "
    "0475 12 34 56 ou +32 81 12 34 56."
)
EMAIL = _("Cette adresse e-mail n'est pas valable. Exemple : info@commune.be.")
KBO = _(
    "Ce numéro d'entreprise n'est pas valable : il compte dix chiffres et les "
    "deux derniers sont un contrôle. Exemple : 0207.362.937."
)
NAME = _("Donnez le nom de la commune.")

Check = Callable[[Any], tuple[Any, list[str]]]


@dataclass
class Checked:
    """What may be kept, what is refused, and what was changed on the way."""

    values: dict[str, Any] = field(default_factory=dict)
    errors: list[AnswerError] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)


def check(answers: Mapping[str, Any]) -> Checked:
    """Every answer in its canonical form, every refusal with its field."""
    checked = Checked()
    for name, answer in answers.items():
        rule = CHECKS.get(name)
        try:
            value, notices = rule(answer) if rule else (answer, [])
        except AnswerError as error:
            error.field = name
            checked.errors.append(error)
        else:
            checked.values[name] = value
            checked.notices.extend(notices)
    return checked


def _quiet(rule: Callable[[Any], Any]) -> Check:
    """A rule that has nothing to tell; an empty answer is none."""

    def checked(answer: Any) -> tuple[Any, list[str]]:
        if answer is None or (isinstance(answer, str) and not answer.strip()):
            return None, []
        return rule(answer), []

    return checked


def _name(answer: str | None) -> tuple[str, list[str]]:
    if not answer or not answer.strip():
        raise AnswerError("name", NAME)
    return answer.strip(), []


def _ins(answer: str) -> str:
    try:
        return parsed_ins(answer)
    except InsError as error:
        raise AnswerError("ins_code", INS_REASONS[error.reason]) from error


def _refusing(rule, error_type: type[Exception], message: str):
    def checked(answer: str) -> str:
        try:
            return rule(answer)
        except error_type as error:
            raise AnswerError("", message) from error

    return checked


CHECKS: dict[str, Check] = {
    "name": _name,
    "ins_code": _quiet(_ins),
    "postal_codes": _quiet(checked_postal_codes),
    "postcode": _quiet(_refusing(parsed_postal_code, PostalCodeError, POSTAL_CODE)),
    "kbo_number": _quiet(_refusing(parsed_kbo, ContactError, KBO)),
    "phone": _quiet(_refusing(written_phone, ContactError, PHONE)),
    "email": _quiet(_refusing(parsed_email, ContactError, EMAIL)),
    "opening_hours": _quiet(without_blanks),
    "quick_links": _quiet(checked_links),
    "legal_links": _quiet(checked_links),
    "social_links": _quiet(checked_socials),
    "logo": _quiet(checked_logo),
    "favicon": _quiet(checked_favicon),
    "primary_colour": checked_primary,
    "secondary_colour": checked_secondary,
}
