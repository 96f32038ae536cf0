"""What every section of a page has."""

from imio.platform.i18n import _
from plone.supermodel import model
from zope import schema
from zope.schema.vocabulary import SimpleTerm
from zope.schema.vocabulary import SimpleVocabulary

BACKGROUNDS = SimpleVocabulary(
    [
        SimpleTerm("none", title=_("Sans fond")),
        SimpleTerm("surface", title=_("Fond léger")),
        SimpleTerm("primary", title=_("Couleur de la commune")),
    ]
)


class ISection(model.Schema):
    """A part of a page."""

    title = schema.TextLine(title=_("Titre de la section"), max_length=120)
    show_title = schema.Bool(
        title=_("Afficher le titre"),
        description=_(
            "Un titre caché reste lu par les lecteurs d'écran et les moteurs."
        ),
        default=True,
        required=False,
    )
    background = schema.Choice(
        title=_("Fond"),
        vocabulary=BACKGROUNDS,
        default="none",
        required=False,
    )
