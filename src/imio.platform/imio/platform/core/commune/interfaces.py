"""Who the commune is: one registry record per answer."""

from imio.platform.i18n import _
from plone.supermodel import model
from zope import schema
from zope.schema.vocabulary import SimpleTerm
from zope.schema.vocabulary import SimpleVocabulary

#: Prefix of the registry records.
PREFIX = "imio.platform.commune"

LANGUAGES = SimpleVocabulary(
    [
        SimpleTerm("fr", title=_("Français")),
        SimpleTerm("nl", title=_("Néerlandais")),
        SimpleTerm("de", title=_("Allemand")),
        SimpleTerm("en", title=_("Anglais")),
    ]
)

DEFAULT_PRIMARY = "#0b5c68"
DEFAULT_SECONDARY = "#f2b705"


class ICommune(model.Schema):
    """Identity, contacts, colours and links of the commune."""

    model.fieldset(
        "contact",
        label=_("Coordonnées"),
        fields=[
            "street",
            "postcode",
            "city",
            "phone",
            "email",
            "opening_hours",
        ],
    )
    model.fieldset(
        "look",
        label=_("Apparence"),
        fields=["logo", "favicon", "primary_colour", "secondary_colour"],
    )
    model.fieldset(
        "links",
        label=_("Liens"),
        fields=["quick_links", "legal_links", "social_links"],
    )

    name = schema.TextLine(
        title=_("Nom de la commune"),
        description=_("Par exemple : Commune de Hautes-Rives."),
        default="Notre commune",
        max_length=120,
    )

    slogan = schema.TextLine(
        title=_("Slogan"),
        description=_("Une courte phrase affichée sous le nom. Facultatif."),
        required=False,
        max_length=160,
    )

    ins_code = schema.TextLine(
        title=_("Code INS"),
        description=_("Cinq chiffres, attribués par Statbel. Par exemple : 92094."),
        required=False,
    )

    postal_codes = schema.List(
        title=_("Codes postaux"),
        description=_("Un code de quatre chiffres par ligne."),
        value_type=schema.TextLine(max_length=500),
        required=False,
        missing_value=[],
        default=[],
    )

    languages = schema.List(
        title=_("Langues de la commune"),
        description=_("Les langues dans lesquelles le site peut être publié."),
        value_type=schema.Choice(vocabulary=LANGUAGES),
        default=["fr"],
        min_length=1,
    )

    kbo_number = schema.TextLine(
        title=_("Numéro d'entreprise (BCE)"),
        description=_("Dix chiffres. Par exemple : 0207.362.937. Facultatif."),
        required=False,
    )

    street = schema.TextLine(title=_("Rue et numéro"), required=False, max_length=160)

    postcode = schema.TextLine(
        title=_("Code postal de la maison communale"), required=False
    )

    city = schema.TextLine(title=_("Localité"), required=False, max_length=80)

    phone = schema.TextLine(
        title=_("Téléphone"),
        description=_("Par exemple : 081 12 34 56 ou +32 81 12 34 56."),
        required=False,
    )

    email = schema.TextLine(title=_("Adresse e-mail"), required=False)

    opening_hours = schema.List(
        title=_("Heures d'ouverture"),
        description=_("Une ligne par jour ou par période, affichées en bas de page."),
        value_type=schema.TextLine(max_length=500),
        required=False,
        missing_value=[],
        default=[],
    )

    logo = schema.Bytes(
        title=_("Logo"),
        description=_("Une image SVG, PNG, WebP ou JPEG, de 1 Mo au plus."),
        required=False,
    )

    favicon = schema.Bytes(
        title=_("Icône du site (favicon)"),
        description=_("Une image carrée SVG, PNG ou ICO, de 200 ko au plus."),
        required=False,
    )

    primary_colour = schema.TextLine(
        title=_("Couleur principale"),
        description=_(
            "Liens, boutons et bandeaux. Une couleur trop claire pour être lue "
            "est assombrie, et cela vous est dit."
        ),
        default=DEFAULT_PRIMARY,
    )

    secondary_colour = schema.TextLine(
        title=_("Couleur secondaire"),
        description=_("Accents et étiquettes."),
        default=DEFAULT_SECONDARY,
    )

    quick_links = schema.List(
        title=_("Accès rapides"),
        description=_(
            "Un lien par ligne : « Libellé | adresse ». L'adresse commence par / "
            "pour une page du site."
        ),
        value_type=schema.TextLine(max_length=500),
        required=False,
        missing_value=[],
        default=[],
    )

    legal_links = schema.List(
        title=_("Pages légales"),
        description=_(
            "Un lien par ligne : « Libellé | adresse ». Mentions légales, vie "
            "privée, accessibilité, cookies ..."
        ),
        value_type=schema.TextLine(max_length=500),
        required=False,
        missing_value=[],
        default=[],
    )

    social_links = schema.List(
        title=_("Réseaux sociaux"),
        description=_("Une adresse complète par ligne, commençant par https://."),
        value_type=schema.TextLine(max_length=500),
        required=False,
        missing_value=[],
        default=[],
    )
