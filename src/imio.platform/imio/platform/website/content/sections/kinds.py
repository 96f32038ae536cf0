"""The kinds of sections, one schema each."""

from imio.platform.i18n import _
from imio.platform.website.content.fields import Rows
from imio.platform.website.content.sections.base import ISection
from imio.platform.website.rules.rows import Column
from plone.app.textfield import RichText
from plone.autoform import directives
from plone.namedfile.field import NamedBlobImage
from z3c.form.browser.checkbox import CheckBoxFieldWidget
from zope import schema
from zope.interface import Invalid
from zope.interface import invariant

LINK = (
    Column("label", _("Texte du lien"), required=True, max_length=80),
    Column("link", _("Adresse"), "link", required=True, max_length=500),
)
TILE = (
    *LINK,
    Column("text", _("Une phrase d'explication"), max_length=140),
    Column("icon", _("Nom d'icône Bootstrap"), "icon", max_length=40),
)
LINK_HELP = _("Une page du site, comme /population, ou une adresse complète.")


class ISectionHero(ISection):
    """The top of a home page: a greeting, the search and the first tasks."""

    lead = schema.TextLine(
        title=_("Phrase d'accueil"),
        required=False,
        max_length=200,
    )
    image = NamedBlobImage(
        title=_("Photo"),
        required=False,
        accept=("image/jpeg", "image/png", "image/webp"),
    )
    image_alt = schema.TextLine(
        title=_("Ce que montre la photo"),
        description=_("Laissez vide si elle ne fait que décorer."),
        required=False,
        max_length=200,
    )
    show_search = schema.Bool(
        title=_("Afficher la recherche"), default=True, required=False
    )
    tasks = Rows(
        columns=LINK,
        title=_("Démarches les plus demandées"),
        description=LINK_HELP,
        required=False,
    )


class ISectionTiles(ISection):
    """Direct access to what people come for."""

    tiles = Rows(columns=TILE, title=_("Tuiles"), description=LINK_HELP, required=False)


class ISectionToday(ISection):
    """What is open now, and the coming closures."""

    directives.widget("services", CheckBoxFieldWidget)
    services = schema.List(
        title=_("Services montrés"),
        description=_("Sans choix : tous ceux qui ont un horaire, six au plus."),
        value_type=schema.Choice(vocabulary="imio.platform.core.services"),
        required=False,
        default=[],
    )
    note = schema.Text(
        title=_("À savoir"),
        description=_("Par exemple la prochaine collecte des déchets."),
        required=False,
        max_length=400,
    )


class ISectionNews(ISection):
    """The latest news."""

    count = schema.Int(
        title=_("Nombre d'actualités"), default=3, min=1, max=12, required=False
    )


class ISectionAgenda(ISection):
    """The coming events."""

    count = schema.Int(
        title=_("Nombre d'événements"), default=4, min=1, max=12, required=False
    )


class ISectionProfiles(ISection):
    """Two ways in: who I am, what I look for."""

    i_am = Rows(columns=LINK, title=_("Je suis"), description=LINK_HELP, required=False)
    i_find = Rows(
        columns=LINK, title=_("Je trouve"), description=LINK_HELP, required=False
    )


class ISectionText(ISection):
    """A text."""

    text = RichText(title=_("Texte"), required=False)


class ISectionContact(ISection):
    """How to reach the commune; its coordinates come from its settings."""

    text = schema.Text(
        title=_("Invitation à prendre contact"), required=False, max_length=400
    )
    link = schema.TextLine(
        title=_("Page de contact"), description=LINK_HELP, required=False
    )

    @invariant
    def link_is_an_address(data):
        from imio.platform.website.rules.links import link_problem

        problem = link_problem(data.link) if data.link else ""
        if problem:
            raise Invalid(problem)
