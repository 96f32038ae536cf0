"""What an annex is, and which objects take annexes."""

from imio.platform.core.annexes.upload import acceptable_file
from imio.platform.i18n import _
from plone.namedfile.field import NamedBlobFile
from plone.supermodel import model
from zope import schema
from zope.interface import Interface


class IAnnexable(Interface):
    """Behaviour without field: this container takes annexes."""


class IAnnex(model.Schema):
    """A file that goes with its container."""

    title = schema.TextLine(
        title=_("Titre"),
        description=_(
            "Ce que le lecteur verra. Le nom du fichier si vous le laissez vide."
        ),
        required=False,
    )

    model.primary("file")
    file = NamedBlobFile(
        title=_("Fichier"),
        description=_("PDF, document bureautique ou image."),
        constraint=acceptable_file,
    )

    category = schema.Choice(
        title=_("Catégorie"),
        vocabulary="imio.platform.core.annex_categories",
    )

    confidential = schema.Bool(
        title=_("Confidentielle"),
        description=_("Seules les personnes habilitées pourront la voir."),
        required=False,
        default=False,
    )


class IAnnexSettings(Interface):
    """Registry records, prefix ``imio.platform.annexes``."""

    categories = schema.List(
        title=_("Catégories d'annexes"),
        description=_(
            "Une par ligne : clé|titre, suivis de |confidentielle si les annexes de "
            "cette catégorie le sont d'office. La clé ne change plus une fois utilisée."
        ),
        value_type=schema.TextLine(),
        default=[
            "document|Document",
            "plan|Plan",
            "photo|Photo",
            "courrier|Courrier",
            "piece-identite|Pièce d'identité|confidentielle",
            "donnees-personnelles|Données personnelles|confidentielle",
        ],
    )

    max_megabytes = schema.Int(
        title=_("Taille maximale d'une annexe (Mo)"),
        min=1,
        max=500,
        default=25,
    )
