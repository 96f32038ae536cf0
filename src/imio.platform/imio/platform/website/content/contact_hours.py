"""How a service is reached, and when: the behaviour put on services."""

from imio.platform.i18n import _
from imio.platform.website.content.fields import Closures
from imio.platform.website.content.fields import Week
from imio.platform.website.rules.rows import Column
from plone.autoform import directives
from plone.autoform.interfaces import IFormFieldProvider
from plone.schema.email import Email
from plone.supermodel import model
from zope import schema
from zope.interface import Invalid
from zope.interface import provider
import re

#: Digits with the usual separators, a country code with + or 00.
PHONE = re.compile(r"^(\+|00)?[0-9][0-9 ./()-]{5,24}$")

CLOSURE_COLUMNS = (
    Column("start", _("Premier jour de fermeture"), "date", required=True),
    Column("end", _("Dernier jour, s'il y en a plusieurs"), "date"),
    Column("reason", _("Motif"), max_length=200),
)


def is_phone(value: str) -> bool:
    """A number that a Belgian or foreign caller can dial.

    :raises Invalid: with the reason.
    """
    if not PHONE.match(value.strip()):
        raise Invalid(_("Écrivez un numéro comme 083 21 00 00 ou +32 83 21 00 00."))
    return True


@provider(IFormFieldProvider)
class IContactHours(model.Schema):
    """Contact and opening hours of a service, public."""

    model.fieldset(
        "contact_hours",
        label=_("Contact et horaire"),
        fields=["phone", "email", "place", "week", "hours_note", "closures"],
    )
    directives.write_permission(
        phone="imio.platform.website.EditHours",
        email="imio.platform.website.EditHours",
        place="imio.platform.website.EditHours",
        week="imio.platform.website.EditHours",
        hours_note="imio.platform.website.EditHours",
        closures="imio.platform.website.EditHours",
    )

    phone = schema.TextLine(
        title=_("Téléphone du service"),
        required=False,
        max_length=40,
        constraint=is_phone,
    )
    email = Email(
        title=_("Adresse électronique du service"),
        description=_("Une adresse de service, pas celle d'une personne."),
        required=False,
    )
    place = schema.Text(
        title=_("Où nous trouver"),
        description=_("Adresse, étage, entrée accessible aux fauteuils roulants."),
        required=False,
        max_length=400,
    )
    week = Week(
        title=_("Heures d'ouverture"),
        description=_("Laissez vides les jours où le service est fermé."),
        required=False,
    )
    hours_note = schema.TextLine(
        title=_("Remarque sur l'horaire"),
        description=_("Par exemple « Sur rendez-vous en juillet et en août »."),
        required=False,
        max_length=200,
    )
    closures = Closures(
        columns=CLOSURE_COLUMNS,
        title=_("Fermetures exceptionnelles"),
        description=_("Les jours fériés légaux sont connus ; n'indiquez que le reste."),
        required=False,
    )
