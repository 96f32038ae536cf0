"""Words of the organisation, kept in the registry so that communes extend them."""

from imio.platform.i18n import _
from zope import schema
from zope.interface import Interface

PREFIX = "imio.platform.organisation"
MANDATE_FUNCTIONS = "imio.platform.mandate_function"


class IOrganisationSettings(Interface):
    """Functions held in services, and the bodies where mandates are exercised.

    Dictionaries from a stable key to its French title. An add-on adds a line with
    ``purge="false"`` in its registry profile; groups follow by themselves.
    """

    functions = schema.Dict(
        title=_("Fonctions dans les services"),
        key_type=schema.ASCIILine(title=_("Clé")),
        value_type=schema.TextLine(title=_("Titre")),
    )
    bodies = schema.Dict(
        title=_("Organes"),
        key_type=schema.ASCIILine(title=_("Clé")),
        value_type=schema.TextLine(title=_("Titre")),
    )


class IMandateFunction(Interface):
    """Titles of one office; its key is the last part of the records' prefix."""

    masculine = schema.TextLine(title=_("Titre au masculin"))
    feminine = schema.TextLine(title=_("Titre au féminin"))
    plural = schema.TextLine(title=_("Titre au pluriel"))
    prefix_masculine = schema.TextLine(
        title=_("Article au masculin"), default="le", required=False
    )
    prefix_feminine = schema.TextLine(
        title=_("Article au féminin"), default="la", required=False
    )
    prefix_plural = schema.TextLine(
        title=_("Article au pluriel"), default="les", required=False
    )
    rank = schema.Int(title=_("Rang"), default=100, required=False)
