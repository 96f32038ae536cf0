"""Schemas of the organisation's types."""

from imio.platform.core.errors import AccountTaken
from imio.platform.core.errors import MandateDatesError
from imio.platform.core.rules.mandate import dates_problem
from imio.platform.i18n import _
from plone import api
from plone.autoform import directives
from plone.schema.email import Email
from plone.supermodel import model
from zope import schema
from zope.interface import invariant


class NoSuchAccount(schema.ValidationError):
    __doc__ = _("Aucun compte ne porte cet identifiant.")


def is_account(user_id: str) -> bool:
    """Whether somebody signs in with this id; a long list of accounts stays unshown."""
    if api.user.get(userid=user_id) is None:
        raise NoSuchAccount(user_id)
    return True


class IOrganisation(model.Schema):
    """Root of the services, people and mandates of a commune."""


class IService(model.Schema):
    """A service of the organisation."""

    short_name = schema.TextLine(
        title=_("Nom court ou sigle"),
        description=_("Utilisé dans les listes étroites, par exemple « Travaux »."),
        required=False,
        max_length=40,
    )


class IPerson(model.Schema):
    """A person known to the commune."""

    first_name = schema.TextLine(title=_("Prénom"), max_length=100)
    last_name = schema.TextLine(title=_("Nom"), max_length=100)
    gender = schema.Choice(
        title=_("Genre"),
        description=_("Accorde les titres : la Bourgmestre, le Bourgmestre."),
        vocabulary="imio.platform.core.genders",
    )
    email = Email(
        title=_("Adresse électronique publique"),
        required=False,
    )
    phone = schema.TextLine(
        title=_("Téléphone public"),
        required=False,
        max_length=40,
    )
    model.fieldset(
        "internal",
        label=_("Données internes"),
        fields=["private_email", "private_phone", "user_id"],
    )
    directives.read_permission(
        private_email="imio.platform.core.ViewPersonalData",
        private_phone="imio.platform.core.ViewPersonalData",
        user_id="imio.platform.core.ViewPersonalData",
    )
    directives.write_permission(
        private_email="imio.platform.core.ManageOrganisation",
        private_phone="imio.platform.core.ManageOrganisation",
        user_id="imio.platform.core.ManageFunctions",
    )
    private_email = Email(
        title=_("Adresse électronique privée"),
        description=_("Jamais montrée au public."),
        required=False,
    )
    private_phone = schema.TextLine(
        title=_("Téléphone privé"),
        description=_("Jamais montré au public."),
        required=False,
        max_length=40,
    )
    user_id = schema.TextLine(
        title=_("Compte de connexion"),
        description=_("L'identifiant du compte de cette personne sur le site."),
        constraint=is_account,
        required=False,
    )

    @invariant
    def account_stands_for_one_person(data):
        # Where it is imported: people are read from the schema below.
        from imio.platform.core.organisation.people import account_problem

        problem = account_problem(data.user_id, getattr(data, "__context__", data))
        if problem:
            raise AccountTaken(problem)


class IMandate(model.Schema):
    """A function that a person holds between two dates."""

    office = schema.Choice(
        title=_("Fonction"),
        vocabulary="imio.platform.core.mandate_functions",
    )
    body = schema.Choice(
        title=_("Organe"),
        description=_("L'organe où la fonction est exercée, par exemple le collège."),
        vocabulary="imio.platform.core.bodies",
        required=False,
    )
    service = schema.Choice(
        title=_("Service"),
        description=_("Pour une fonction exercée dans un service."),
        vocabulary="imio.platform.core.services",
        required=False,
    )
    start = schema.Date(title=_("Date de début"))
    end = schema.Date(
        title=_("Date de fin"),
        description=_("Dernier jour du mandat ; vide tant qu'il court."),
        required=False,
    )
    is_interim = schema.Bool(
        title=_("Faisant fonction (f.f.)"),
        description=_("La personne remplace le titulaire."),
        default=False,
        required=False,
    )
    political_group = schema.TextLine(
        title=_("Groupe politique"),
        required=False,
        max_length=80,
    )
    responsibilities = schema.Text(
        title=_("Attributions"),
        description=_("Une par ligne, par exemple « État civil »."),
        required=False,
    )
    rank = schema.Int(
        title=_("Rang de préséance"),
        description=_("1 vient en premier."),
        default=100,
        min=1,
        max=999,
        required=False,
    )

    @invariant
    def ends_after_it_starts(data):
        problem = dates_problem(data.start, data.end)
        if problem:
            raise MandateDatesError(problem)
