"""A regulation or an ordinance, published for all its validity (CDLD L1133-1)."""

from imio.platform.i18n import _
from plone import api
from plone.autoform import directives
from plone.dexterity.content import Container
from plone.dexterity.content import Item
from plone.dexterity.utils import createContentInContainer
from plone.namedfile.field import NamedBlobFile
from plone.supermodel import model
from zope import schema
from zope.interface import implementer
from zope.interface import Invalid
from zope.interface import invariant

PDF_START = b"%PDF-"
#: Id of the place below the body.
PLACE = "reglements"


class IPublications(model.Schema):
    """The regulations and ordinances of a body."""


class IPublication(model.Schema):
    """What the notice and the page tell of a regulation."""

    title = schema.TextLine(title=_("Intitulé"), max_length=300)
    document_type = schema.Choice(
        title=_("Nature de l'acte"),
        vocabulary="imio.platform.deliberation.document_types",
        default="regulation",
    )
    summary = schema.Text(
        title=_("Résumé"),
        description=_("Deux phrases pour dire à qui le texte s'adresse."),
        required=False,
        max_length=1000,
    )
    adopted_on = schema.Date(title=_("Date de la décision"))
    file = NamedBlobFile(
        title=_("Texte complet, en PDF"),
        description=_(
            "Le texte intégral adopté. Une fois publié, ce fichier ne change plus : "
            "une correction fait une nouvelle version et l'ancienne reste lisible."
        ),
        accept=("application/pdf",),
    )
    in_force_on = schema.Date(
        title=_("Entrée en vigueur fixée par le texte"),
        description=_(
            "Vide : le cinquième jour qui suit la publication (CDLD, art. L1133-2)."
        ),
        required=False,
    )
    supervisory_decision = schema.TextLine(
        title=_("Décision de la tutelle"),
        description=_(
            "Pour un règlement fiscal : « Approuvé », « Approuvé par expiration du "
            "délai »…"
        ),
        required=False,
        max_length=200,
    )
    supervisory_date = schema.Date(
        title=_("Date de la décision de la tutelle"), required=False
    )
    directives.read_permission(decided_by="cmf.ModifyPortalContent")
    decided_by = schema.Choice(
        title=_("Délibération qui l'adopte"),
        description=_(
            "Un point public décidé de l'organe : sa page mènera au texte, et le texte "
            "à sa page."
        ),
        vocabulary="imio.platform.deliberation.public_decisions",
        required=False,
    )
    directives.read_permission(planned_for="cmf.ModifyPortalContent")
    planned_for = schema.Date(
        title=_("Publication prévue le"),
        description=_("Un rappel pour le secrétariat : publier reste son geste."),
        required=False,
    )
    directives.read_permission(replaces="cmf.ModifyPortalContent")
    replaces = schema.Choice(
        title=_("Remplace"),
        description=_(
            "À la publication, le texte choisi devient « remplacé » : il reste lisible."
        ),
        vocabulary="imio.platform.deliberation.published_texts",
        required=False,
    )

    @invariant
    def is_a_pdf(data):
        refuse_other_than_pdf(data.file)

    @invariant
    def supervision_is_whole(data):
        if data.supervisory_date and not data.supervisory_decision:
            raise Invalid(_("Écrivez aussi la décision de la tutelle."))


def refuse_other_than_pdf(file) -> None:
    """Raise ``Invalid`` where a file is given and is no PDF."""
    if file is not None and not file.data.startswith(PDF_START):
        raise Invalid(_("Le texte complet doit être un fichier PDF non vide."))


@implementer(IPublications)
class Publications(Container):
    """Lies below its body."""


@implementer(IPublication)
class Publication(Item):
    """Its versions are records beside its fields."""

    # No type annotations here, see ``Meeting``.

    #: UID of the text that replaced it.
    superseded_by = ""
    #: Why it was taken offline, shown in its place.
    withdrawn_reason = ""


def publications_folder(body):
    """The body's place for regulations, made when it is not there yet."""
    if PLACE not in body.objectIds():
        with api.env.adopt_roles(["Manager"]):
            createContentInContainer(
                body,
                "Publications",
                checkConstraints=False,
                id=PLACE,
                title="Règlements et ordonnances",
            )
    return body[PLACE]
