"""Schemas of the counter's types."""

from imio.platform.i18n import _
from plone.autoform import directives
from plone.namedfile.field import NamedBlobFile
from plone.schema.jsonfield import JSONField
from plone.supermodel import model
from zope import schema
from zope.schema.vocabulary import SimpleTerm
from zope.schema.vocabulary import SimpleVocabulary
import json

CATEGORIES = SimpleVocabulary(
    [
        SimpleTerm("population", "population", _("Population et état civil")),
        SimpleTerm("roads", "roads", _("Voirie et espace public")),
        SimpleTerm("housing", "housing", _("Logement et urbanisme")),
        SimpleTerm("family", "family", _("Enfance et famille")),
        SimpleTerm("environment", "environment", _("Environnement")),
        SimpleTerm("leisure", "leisure", _("Sport, culture et fêtes")),
        SimpleTerm("other", "other", _("Autres démarches")),
    ]
)

STATUSES = SimpleVocabulary(
    [
        SimpleTerm("active", "active", _("Ouverte")),
        SimpleTerm("maintenance", "maintenance", _("Momentanément indisponible")),
        SimpleTerm("closed", "closed", _("Fermée")),
    ]
)

LEVELS = SimpleVocabulary(
    [
        SimpleTerm(0, "0", _("Sans compte")),
        SimpleTerm(2, "2", _("Avec un compte")),
        SimpleTerm(3, "3", _("Avec une identité forte (eID, itsme)")),
    ]
)

ANY_OBJECT = json.dumps({"type": "object"})


class IECounter(model.Schema):
    """The citizen's counter of a commune: its procedures and their requests."""

    introduction = schema.Text(
        title=_("Texte d'accueil"),
        description=_("Montré au-dessus des démarches."),
        required=False,
    )


class IProcedure(model.Schema):
    """The sheet of a procedure: what it is, for whom, what it takes."""

    category = schema.Choice(
        title=_("Catégorie"), vocabulary=CATEGORIES, default="other"
    )
    keywords = schema.List(
        title=_("Mots-clés"),
        description=_("Autres mots que les gens emploient, un par ligne."),
        value_type=schema.TextLine(),
        required=False,
        default=[],
        missing_value=[],
    )
    audience = schema.Text(title=_("Pour qui ?"), required=False)
    what_you_get = schema.Text(title=_("Ce que vous recevez"), required=False)
    you_need = schema.Text(
        title=_("Ce qu'il vous faut"),
        description=_("Un élément par ligne."),
        required=False,
    )
    cost = schema.TextLine(title=_("Coût"), required=False)
    usual_delay = schema.TextLine(title=_("Délai habituel"), required=False)
    delay_working_days = schema.Int(
        title=_("Délai de traitement, en jours ouvrables"),
        description=_(
            "Chaque demande reçoit une échéance ; elle recule pendant que le demandeur "
            "doit répondre. Vide : pas d'échéance."
        ),
        required=False,
        min=1,
        max=365,
    )
    legal_basis = schema.Text(title=_("Base légale"), required=False)
    responsible_service = schema.Choice(
        title=_("Service responsable"),
        description=_("Ses agents reçoivent et traitent les demandes."),
        vocabulary="imio.platform.core.services",
        required=False,
    )
    status = schema.Choice(title=_("Ouverture"), vocabulary=STATUSES, default="active")
    status_message = schema.TextLine(
        title=_("Message quand la démarche n'est pas ouverte"), required=False
    )
    level_min = schema.Choice(
        title=_("Identification demandée"), vocabulary=LEVELS, default=0
    )
    document_template = schema.TextLine(
        title=_("Modèle du document délivré"),
        description=_("Identifiant du modèle ; vide si aucun document n'est délivré."),
        required=False,
    )
    options = JSONField(
        title=_("Options de la commune"),
        description=_("Valeurs que la commune donne aux options de la définition."),
        schema=ANY_OBJECT,
        required=False,
        default={},
        missing_value={},
    )
    model.fieldset(
        "retention",
        label=_("Conservation"),
        fields=["retention_closed_days", "retention_draft_days"],
    )
    retention_closed_days = schema.Int(
        title=_("Jours de conservation après la clôture"), default=365, min=0
    )
    retention_draft_days = schema.Int(
        title=_("Jours de conservation d'un brouillon"), default=30, min=1
    )


class IProcedureVersion(model.Schema):
    """One version of a procedure's questions and steps; it never changes."""

    directives.mode(definition="display")
    number = schema.Int(title=_("Version"))
    definition = JSONField(title=_("Définition"), schema=ANY_OBJECT)
    steps = schema.Text(title=_("Étapes (JSON)"), required=False)
    changelog = schema.Text(title=_("Ce qui change"), required=False)


class IRequestFolder(model.Schema):
    """Holds requests; nobody looks into it."""


class IRequest(model.Schema):
    """A request that a person files; its answers are read through the evaluation."""


class IRequestFile(model.Schema):
    """A file of a request."""

    directives.mode(role="display")
    file = NamedBlobFile(title=_("Fichier"))
    role = schema.TextLine(title=_("Rôle"), required=False)
