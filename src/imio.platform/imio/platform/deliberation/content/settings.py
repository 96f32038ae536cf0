"""What a body keeps beside its meetings: categories, and templates of points."""

from imio.platform.core.organisation import directory
from imio.platform.deliberation.rules.categories import CategoryRules
from imio.platform.deliberation.rules.categories import PUBLIC
from imio.platform.deliberation.rules.recurrence import Recurrence
from imio.platform.deliberation.rules.scdl import is_matter_code
from imio.platform.i18n import _
from plone.app.textfield import RichText
from plone.app.uuid.utils import uuidToObject
from plone.autoform import directives
from plone.dexterity.content import Container
from plone.dexterity.content import Item
from plone.supermodel import model
from z3c.form.browser.checkbox import CheckBoxFieldWidget
from zope import schema
from zope.interface import implementer
from zope.interface import Invalid
from zope.interface import invariant

SERVICES = "imio.platform.core.services"


class IItemCategory(model.Schema):
    """A kind of matter, with what the law imposes for it."""

    title = schema.TextLine(title=_("Nom"), max_length=120)
    code = schema.TextLine(
        title=_("Code"),
        description=_("Le code de votre plan de classement."),
        required=False,
        max_length=30,
    )
    about_persons = schema.Bool(
        title=_("Questions de personnes"),
        description=_("Toujours à huis clos (CDLD, art. L1122-21)."),
        default=False,
        required=False,
    )
    wants_secret_ballot = schema.Bool(
        title=_(
            "Présentation, nomination, mise en disponibilité, suspension ou sanction"
        ),
        description=_("Toujours au scrutin secret (CDLD, art. L1122-27)."),
        default=False,
        required=False,
    )
    default_privacy = schema.Choice(
        title=_("Séance proposée pour un nouveau point"),
        vocabulary="imio.platform.deliberation.privacies",
        default=PUBLIC,
    )
    default_secret_ballot = schema.Bool(
        title=_("Scrutin secret proposé pour un nouveau point"),
        default=False,
        required=False,
    )
    rank = schema.Int(
        title=_("Rang"),
        description=_(
            "Place dans la liste, et à l'ordre du jour si l'organe classe les points "
            "par catégorie : le plus petit d'abord."
        ),
        default=100,
        min=0,
        max=9999,
    )
    directives.widget("services", CheckBoxFieldWidget)
    services = schema.List(
        title=_("Services concernés"),
        description=_("Vide : tous les services."),
        value_type=schema.Choice(vocabulary=SERVICES),
        default=[],
        missing_value=[],
        required=False,
    )
    matter = schema.TextLine(
        title=_("Matière SCDL"),
        description=_("Pour les données ouvertes : par exemple 8.4. Vide : 9.1."),
        required=False,
        max_length=4,
    )
    is_closed = schema.Bool(
        title=_("N'est plus proposée"),
        description=_("Les points qui l'ont déjà la gardent."),
        default=False,
        required=False,
    )

    @invariant
    def matter_is_a_code(data):
        matter = getattr(data, "matter", None)
        if matter and not is_matter_code(matter):
            raise Invalid(
                _("Une matière SCDL s'écrit avec un point : par exemple 8.4 ou 1.1.")
            )


class IItemTemplate(model.Schema):
    """A point ready to be drafted, once or in each meeting."""

    title = schema.TextLine(
        title=_("Nom du modèle"),
        description=_("Ce que l'agent choisit ; les points ne le portent pas."),
        max_length=200,
    )
    subject = schema.TextLine(title=_("Objet du point"), max_length=300)
    kind = schema.Choice(
        title=_("Nature"),
        vocabulary="imio.platform.deliberation.kinds",
        default="decision",
    )
    category = schema.Choice(
        title=_("Catégorie"),
        vocabulary="imio.platform.deliberation.item_categories",
        required=False,
    )
    privacy = schema.Choice(
        title=_("Séance publique ou huis clos"),
        vocabulary="imio.platform.deliberation.privacies",
        default=PUBLIC,
    )
    secret_ballot = schema.Bool(
        title=_("Vote au scrutin secret"), default=False, required=False
    )
    synthesis_note = RichText(
        title=_("Note de synthèse"),
        default_mime_type="text/html",
        output_mime_type="text/x-html-safe",
        required=False,
    )
    motivation = RichText(
        title=_("Motivation"),
        default_mime_type="text/html",
        output_mime_type="text/x-html-safe",
        required=False,
    )
    decision = RichText(
        title=_("Décision proposée"),
        default_mime_type="text/html",
        output_mime_type="text/x-html-safe",
        required=False,
    )
    directives.widget("services", CheckBoxFieldWidget)
    services = schema.List(
        title=_("Services à qui il est proposé"),
        description=_("Vide : tous les services."),
        value_type=schema.Choice(vocabulary=SERVICES),
        default=[],
        missing_value=[],
        required=False,
    )
    recurrence = schema.Choice(
        title=_("Revient de lui-même"),
        description=_(
            "Le point s'ajoute, validé, quand l'ordre du jour de la séance s'ouvre."
        ),
        vocabulary="imio.platform.deliberation.recurrences",
        default=Recurrence.NEVER.value,
    )
    recurring_service = schema.Choice(
        title=_("Service du point qui revient"),
        description=_("Vide : le secrétariat."),
        vocabulary=SERVICES,
        required=False,
    )
    is_closed = schema.Bool(
        title=_("N'est plus proposé"), default=False, required=False
    )


@implementer(IItemCategory)
class ItemCategory(Item):
    """Lies in its body."""

    # No type annotations here, see ``Meeting``.

    def rules(self) -> CategoryRules:
        """What it settles of its points."""
        return CategoryRules(
            bool(self.about_persons),
            bool(self.wants_secret_ballot),
            self.default_privacy,
            bool(self.default_secret_ballot),
        )


@implementer(IItemTemplate)
class ItemTemplate(Container):
    """Lies in its body; its annexes go with the points made from it."""


def categories_of(body) -> list:
    """Every category of a body, by rank then name, whoever asks."""
    found = (one for one in body.objectValues() if IItemCategory.providedBy(one))
    return sorted(found, key=lambda one: (one.rank or 0, one.title))


def templates_of(body) -> list:
    """Every template of a body, by name, whoever asks."""
    found = (one for one in body.objectValues() if IItemTemplate.providedBy(one))
    return sorted(found, key=lambda one: one.title)


def category_of(item):
    """The category of a point, or ``None``; a category of another body is none."""
    uid = getattr(item, "category", None)
    found = uuidToObject(uid, unrestricted=True) if uid else None
    return found if IItemCategory.providedBy(found) else None


def same_category(item, body):
    """UID of the category of ``body`` that has the code or the name of the point's."""
    own = category_of(item)
    if own is None:
        return None
    for other in categories_of(body):
        by_code = own.code and own.code == other.code
        if by_code or other.title == own.title:
            return other.UID()
    return None


def lineage(services) -> set[str]:
    """These services and those above them: what is for Works is for Roads too."""
    wanted = set(services)
    entries = directory.services(include_closed=True)
    paths = [entry.path for entry in entries if entry.uid in wanted]
    return {
        entry.uid
        for entry in entries
        if any(f"{path}/".startswith(f"{entry.path}/") for path in paths)
    }


def is_offered_to(setting, services) -> bool:
    """Whether a category or a template is for one of these services.

    :param services: a ``lineage``.
    """
    if setting.is_closed:
        return False
    return not setting.services or bool({*setting.services} & {*services})
