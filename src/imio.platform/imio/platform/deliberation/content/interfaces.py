"""Schemas of the deliberation types."""

from decimal import Decimal
from imio.platform.deliberation.content import defaults
from imio.platform.deliberation.content import formats
from imio.platform.deliberation.content import modes
from imio.platform.deliberation.content import origins
from imio.platform.deliberation.rules import references
from imio.platform.i18n import _
from plone.app.textfield import RichText
from plone.autoform import directives
from plone.supermodel import model
from z3c.form.browser.checkbox import CheckBoxFieldWidget
from zope import schema
from zope.interface import invariant

LEVELS = "imio.platform.deliberation.levels"


class IDeliberations(model.Schema):
    """Root of the commune's deliberative bodies."""


class IDeliberativeBody(model.Schema):
    """A body that deliberates: the college, the council."""

    preset = schema.Choice(
        title=_("Modèle"),
        description=_(
            "Fixe les règles de la loi : délais, quorum, majorité, ordre des points."
        ),
        vocabulary="imio.platform.deliberation.presets",
        default="college",
    )
    members_of = schema.Choice(
        title=_("Mandats des membres"),
        description=_(
            "Vide : ceux de l'organe du modèle. À choisir quand plusieurs organes "
            "suivent le même modèle, comme deux commissions."
        ),
        vocabulary="imio.platform.core.bodies",
        required=False,
    )
    secretariat = schema.Choice(
        title=_("Service qui tient le secrétariat"),
        description=_(
            "Ses agents et ses responsables préparent l'ordre du jour, convoquent "
            "et rédigent le procès-verbal."
        ),
        vocabulary="imio.platform.core.services",
        required=False,
    )
    publicity = schema.Choice(
        title=_("Ce que le public voit d'une séance convoquée"),
        description=_(
            "Le huis clos n'est jamais montré ; d'un organe qui siège toujours à huis "
            "clos, comme le conseil de l'action sociale, le public ne voit rien."
        ),
        vocabulary="imio.platform.deliberation.publicities",
        default="none",
    )
    announces_closed = schema.Bool(
        title=_("Annoncer au public qu'un huis clos suit la séance publique"),
        description=_(
            "Seul l'intitulé « Huis clos » paraît, jamais ses points ni leur nombre."
        ),
        default=False,
        required=False,
    )
    levels = schema.List(
        title=_("Niveaux de validation d'un point"),
        description=_("Un niveau que personne n'occupe est passé."),
        value_type=schema.Choice(vocabulary=LEVELS),
        defaultFactory=defaults.levels,
        required=False,
    )
    place = schema.TextLine(
        title=_("Lieu habituel des séances"), required=False, max_length=200
    )
    order_by = schema.List(
        title=_("Ordre des points"),
        description=_(
            "Après l'approbation du procès-verbal et la séance publique, qui viennent "
            "toujours d'abord. Vide : l'ordre du modèle (points convoqués, service)."
        ),
        value_type=schema.Choice(
            vocabulary="imio.platform.deliberation.insertion_criteria"
        ),
        default=[],
        missing_value=[],
        required=False,
    )
    register_format = schema.TextLine(
        title=_("Numéro au registre des délibérations"),
        description=_(
            "Par exemple {year}/{number:04} donne 2026/0001. Les numéros "
            "recommencent à 1 chaque année ; ceux déjà donnés ne changent pas."
        ),
        constraint=formats.is_register_format,
        default="{year}/{number:04}",
        max_length=100,
    )
    item_reference_format = schema.TextLine(
        title=_("Référence des points"),
        description=_(
            "Composée avec {annee}, {seance}, {point} et, si vous voulez, {organe}, "
            "{huis_clos} (HC ou rien) et {categorie} (son code). La séance est numérotée "
            "dans l'année quand elle est convoquée ; {seance:02} écrit 05. Les "
            "références des séances déjà convoquées ne changent pas."
        ),
        constraint=formats.is_item_reference_format,
        default=references.DEFAULT,
        max_length=references.MAX_FORMAT,
    )

    model.fieldset(
        "numbering",
        label=_("Numérotation"),
        fields=["register_format", "item_reference_format"],
    )
    model.fieldset(
        "advices",
        label=_("Avis"),
        fields=["finance_service", "advice_not_ending_on"],
    )
    finance_service = schema.Choice(
        title=_("Service du directeur financier"),
        description=_(
            "Son avis est demandé d'office pour un point dont l'incidence dépasse le "
            "seuil légal (CDLD, art. L1124-40)."
        ),
        vocabulary="imio.platform.core.services",
        required=False,
    )
    advice_not_ending_on = schema.List(
        title=_("Jours où le délai d'un avis ne peut pas prendre fin"),
        description=_("Le délai court alors jusqu'au jour ouvrable suivant."),
        value_type=schema.Choice(vocabulary="imio.platform.deliberation.weekdays"),
        default=[],
        missing_value=[],
        required=False,
    )


class IMeeting(model.Schema):
    """A meeting of a body, with its agenda, attendance and votes."""

    date = schema.Datetime(
        title=_("Date et heure"), defaultFactory=defaults.next_evening
    )
    directives.widget("date", default_timezone="Europe/Brussels")
    place = schema.TextLine(
        title=_("Lieu"), defaultFactory=defaults.place, required=False, max_length=200
    )
    mode = schema.Choice(
        title=_("Tenue de la séance"),
        description=_(
            "La réunion à distance est l'exception (CDLD, art. L6511-1) ; les mentions "
            "qui suivent sont alors obligatoires."
        ),
        vocabulary="imio.platform.deliberation.modes",
        default="physical",
    )
    mode_reason = schema.Text(
        title=_("Ce qui justifie la réunion à distance"),
        description=_("Repris dans la convocation."),
        required=False,
        max_length=2000,
    )
    directives.read_permission(
        mode_tool="imio.platform.deliberation.ViewFullAgenda",
        mode_connection="imio.platform.deliberation.ViewFullAgenda",
        requested_by="imio.platform.deliberation.ViewFullAgenda",
    )
    mode_tool = schema.TextLine(
        title=_("Outil de la réunion à distance"), required=False, max_length=200
    )
    mode_connection = schema.Text(
        title=_("Comment se connecter"),
        description=_(
            "Adresse, code, téléphone. Lu par les membres et le secrétariat seulement."
        ),
        required=False,
        max_length=2000,
    )
    directives.widget("requested_by", CheckBoxFieldWidget)
    requested_by = schema.List(
        title=_("Demandée par"),
        description=_(
            "Membres du conseil qui demandent la séance (CDLD, art. L1122-12) : leurs "
            "points viennent d'abord."
        ),
        value_type=schema.Choice(vocabulary="imio.platform.deliberation.body_members"),
        default=[],
        missing_value=[],
        required=False,
    )
    convocation_rank = schema.Choice(
        title=_("Convocation"),
        description=_(
            "Après une séance sans quorum, une deuxième puis une troisième "
            "convocation reprennent les mêmes points."
        ),
        vocabulary="imio.platform.deliberation.ranks",
        default=1,
    )
    chair = schema.Choice(
        title=_("Présidence"),
        description=_("Vide : le titulaire à la date de la séance."),
        vocabulary="imio.platform.deliberation.officers",
        required=False,
    )
    secretary = schema.Choice(
        title=_("Secrétaire"),
        description=_("Vide : le directeur général ou sa remplaçante à cette date."),
        vocabulary="imio.platform.deliberation.officers",
        required=False,
    )
    urgency_motive = schema.Text(
        title=_("Motif d'urgence"),
        description=_(
            "À remplir seulement si la convocation part après la date légale ; "
            "repris dans la convocation et au procès-verbal."
        ),
        required=False,
        max_length=2000,
    )
    observations = schema.Text(
        title=_("Observations pour le procès-verbal"), required=False
    )

    @invariant
    def a_remote_meeting_says_why_and_how(data):
        """Refused in the form and in the services, before anybody is convoked."""
        modes.check_mode(data)


class IAgendaItem(model.Schema):
    """A point put to a body."""

    title = schema.TextLine(title=_("Objet"), max_length=300)
    kind = schema.Choice(
        title=_("Nature"),
        vocabulary="imio.platform.deliberation.kinds",
        default="decision",
    )
    category = schema.Choice(
        title=_("Catégorie"),
        description=_(
            "Elle propose le huis clos et le scrutin secret, et les impose où la loi "
            "le veut."
        ),
        vocabulary="imio.platform.deliberation.item_categories",
        required=False,
    )
    origin = schema.Choice(
        title=_("Origine"),
        description=_("Qui demande que l'organe se prononce."),
        vocabulary="imio.platform.deliberation.origins",
        default="service",
    )
    proposed_by = schema.Choice(
        title=_("Membre qui propose le point"),
        description=_(
            "Seulement pour un point d'un membre du conseil (CDLD, art. L1122-24) ; "
            "son nom paraît à l'ordre du jour."
        ),
        vocabulary="imio.platform.deliberation.body_members",
        required=False,
    )
    handed_in_on = schema.Date(
        title=_("Remis au bourgmestre le"),
        description=_(
            "Le point d'un membre du conseil est remis 5 jours francs avant la séance. "
            "Vide : le jour où il est mis à l'ordre du jour."
        ),
        required=False,
    )
    proposing_service = schema.Choice(
        title=_("Service proposant"),
        vocabulary="imio.platform.deliberation.my_services",
        defaultFactory=defaults.proposing_service,
    )
    privacy = schema.Choice(
        title=_("Séance publique ou huis clos"),
        description=_("Les questions de personnes se traitent toujours à huis clos."),
        vocabulary="imio.platform.deliberation.privacies",
        default="public",
    )
    secret_ballot = schema.Bool(
        title=_("Vote au scrutin secret"),
        description=_(
            "Présentations, nominations, mises en disponibilité et sanctions "
            "(CDLD, art. L1122-27)."
        ),
        default=False,
        required=False,
    )
    preferred_meeting = schema.Choice(
        title=_("Séance souhaitée"),
        vocabulary="imio.platform.deliberation.coming_meetings",
        required=False,
    )
    synthesis_note = RichText(
        title=_("Note de synthèse"),
        description=_("Quelques phrases claires pour ceux qui décideront."),
        default_mime_type="text/html",
        output_mime_type="text/x-html-safe",
        required=False,
    )
    motivation = RichText(
        title=_("Motivation"),
        description=_("Vu..., considérant..."),
        default_mime_type="text/html",
        output_mime_type="text/x-html-safe",
        required=False,
    )
    decision = RichText(
        title=_("Décision proposée"),
        description=_("Le dispositif : article 1er, article 2..."),
        default_mime_type="text/html",
        output_mime_type="text/x-html-safe",
        required=False,
    )
    directives.read_permission(
        financial_amount="imio.platform.deliberation.ViewAdvices",
        budget_article="imio.platform.deliberation.ViewAdvices",
    )
    financial_amount = schema.Decimal(
        title=_("Incidence financière (euros, hors TVA)"),
        description=_(
            "Dépense ou recette. Au-dessus du seuil légal, l'avis du directeur "
            "financier est demandé d'office. Le public ne voit pas ce montant."
        ),
        min=Decimal(0),
        max=Decimal("9999999999.99"),
        required=False,
    )
    budget_article = schema.TextLine(
        title=_("Article budgétaire"),
        description=_("Par exemple 421/731-60."),
        required=False,
        max_length=60,
    )
    directives.read_permission(
        notes="imio.platform.deliberation.ViewPrivateNotes",
        preferred_meeting="imio.platform.deliberation.ViewPrivateNotes",
        handed_in_on="imio.platform.deliberation.ViewPrivateNotes",
    )
    notes = schema.Text(
        title=_("Notes internes"),
        description=_("Entre le service et le secrétariat ; jamais publiées."),
        required=False,
    )

    model.fieldset(
        "sending",
        label=_("Envoi à un autre organe"),
        description=_(
            "Adopté, le point est copié dans l'organe choisi ; rien n'y est à retaper."
        ),
        fields=[
            "target_bodies",
            "target_closed",
            "target_title",
            "target_decision",
            "target_urgency",
        ],
    )
    directives.read_permission(
        target_bodies="imio.platform.deliberation.ViewPrivateNotes",
        target_closed="imio.platform.deliberation.ViewPrivateNotes",
        target_title="imio.platform.deliberation.ViewPrivateNotes",
        target_decision="imio.platform.deliberation.ViewPrivateNotes",
        target_urgency="imio.platform.deliberation.ViewPrivateNotes",
    )
    directives.widget("target_bodies", CheckBoxFieldWidget)
    target_bodies = schema.List(
        title=_("Organes qui délibèrent ensuite"),
        value_type=schema.Choice(vocabulary="imio.platform.deliberation.other_bodies"),
        default=[],
        missing_value=[],
        required=False,
    )
    target_closed = schema.Bool(
        title=_("À huis clos dans cet organe"),
        description=_("Un point à huis clos ici l'est toujours là-bas aussi."),
        default=False,
        required=False,
    )
    target_title = schema.TextLine(
        title=_("Objet dans cet organe"),
        description=_("Vide : le même objet."),
        required=False,
        max_length=300,
    )
    target_decision = RichText(
        title=_("Décision proposée à cet organe"),
        description=_("Vide : le texte adopté ici."),
        default_mime_type="text/html",
        output_mime_type="text/x-html-safe",
        required=False,
    )
    target_urgency = schema.Text(
        title=_("Motif d'urgence pour cet organe"),
        description=_("Repris dans les notes internes de la copie."),
        required=False,
        max_length=2000,
    )

    @invariant
    def a_councillors_point_says_whose(data):
        """Refused in the form and in the services, before anybody works on it."""
        origins.check_origin(data)
