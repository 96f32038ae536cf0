"""People with the mandates that a reader may see."""

from dataclasses import dataclass
from datetime import date
from imio.platform.core import clock
from imio.platform.core.organisation import mandates
from imio.platform.core.rules.mandate import is_active
from imio.platform.core.rules.mandate import MandateRecord
from imio.platform.core.rules.mandate import precedence
from imio.platform.i18n import _
from plone import api
from plone.uuid.interfaces import IUUID


@dataclass(frozen=True)
class Line:
    """A mandate as a page shows it."""

    title: str
    name: str
    url: str
    mandate: MandateRecord
    responsibilities: tuple[str, ...] = ()


def visible_lines(context, day: date | None = None, **criteria) -> list[Line]:
    """Running mandates below ``context`` that the present user may see.

    :param criteria: ``body`` or ``service_uid``.
    """
    day = day or clock.today()
    lines = [
        line
        for line in map(_line, _visible(context))
        if is_active(line.mandate, day)
        and all(getattr(line.mandate, key) == value for key, value in criteria.items())
    ]
    return sorted(lines, key=lambda line: precedence(line.mandate))


def lines_of(person) -> list[Line]:
    """Every mandate of a person, the latest first."""
    lines = map(_line, _visible(person))
    return sorted(lines, key=lambda line: line.mandate.start, reverse=True)


def linked_to(user_id: str) -> list:
    """The ``Person`` objects that name this account, whoever asks."""
    brains = api.portal.get_tool("portal_catalog").unrestrictedSearchResults(
        portal_type="Person"
    )
    people = [brain._unrestrictedGetObject() for brain in brains]
    return [person for person in people if person.user_id == user_id]


def account_problem(user_id: str | None, own=None) -> str:
    """Why ``user_id`` may not stand for ``own``, as a sentence; empty when it may.

    :param own: the person, or what a new one is added to.

    One account, one person: otherwise the mandates of two people would be exercised,
    and their votes given, by whoever signs in.
    """
    if not user_id:
        return ""
    own_uid = IUUID(own, None)
    for person in linked_to(user_id):
        if person.UID() != own_uid:
            return _(
                "Ce compte est déjà celui de ${name}.", mapping={"name": person.title}
            )
    return ""


def namesakes(person) -> list:
    """Other sheets with the same name that the present user may see."""
    catalog = api.portal.get_tool("portal_catalog")
    name = person.title.casefold()
    return [
        brain
        for brain in catalog(portal_type="Person", sort_on="created")
        if person.UID() != brain.UID and (brain.Title or "").casefold() == name
    ]


def _visible(context):
    catalog = api.portal.get_tool("portal_catalog")
    path = "/".join(context.getPhysicalPath())
    return [brain.getObject() for brain in catalog(portal_type="Mandate", path=path)]


def _line(mandate) -> Line:
    record = mandates.record(mandate)
    person = mandate.__parent__
    return Line(
        mandates.title(record),
        record.person_name,
        person.absolute_url(),
        record,
        responsibilities(mandate),
    )


def responsibilities(mandate) -> tuple[str, ...]:
    """What the mandate is in charge of, one thing a line."""
    lines = (mandate.responsibilities or "").splitlines()
    return tuple(line.strip() for line in lines if line.strip())
