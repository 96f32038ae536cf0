"""Mandates of the commune at a date: fetches the objects, the rules decide."""

from datetime import date
from imio.platform.core import clock
from imio.platform.core.organisation.offices import office
from imio.platform.core.organisation.still import once
from imio.platform.core.rules import mandate as rules
from imio.platform.core.rules.mandate import MandateRecord
from plone import api
from zope.annotation.interfaces import IAnnotations
from zope.globalrequest import getRequest

#: Where a request keeps the mandates that it read.
KEPT = "imio.platform.core.mandates"


def record(mandate) -> MandateRecord:
    """What the rules need of a ``Mandate`` object."""
    person = mandate.__parent__
    return MandateRecord(
        uid=mandate.UID(),
        person_uid=person.UID(),
        person_name=person.title,
        gender=person.gender or "",
        function=mandate.office or "",
        start=mandate.start or date.min,
        end=mandate.end,
        is_interim=bool(mandate.is_interim),
        body=mandate.body or "",
        service_uid=mandate.service or "",
        political_group=mandate.political_group or "",
        rank=mandate.rank or 100,
        user_id=person.user_id or "",
    )


def all_mandates() -> list[MandateRecord]:
    """Every mandate, past, present and to come, whoever asks."""
    return once("mandates", _read)


def _read() -> list[MandateRecord]:
    """Read from the objects once, while the request lasts and nothing is indexed anew.

    A sitting's page asks hundreds of times who is a member and who chairs.
    """
    catalog = api.portal.get_tool("portal_catalog")
    request = getRequest()
    # The counter is asked for first: it indexes what waits for it.
    key = ("/".join(catalog.getPhysicalPath()), catalog.getCounter())
    kept = {} if request is None else IAnnotations(request).setdefault(KEPT, {})
    if key not in kept:
        brains = catalog.unrestrictedSearchResults(portal_type="Mandate")
        kept[key] = [record(brain._unrestrictedGetObject()) for brain in brains]
    return list(kept[key])


def active_mandates(
    day: date | None = None,
    function: str | None = None,
    body: str | None = None,
    service_uid: str | None = None,
) -> list[MandateRecord]:
    """Mandates that run on ``day`` (today when not said), in order of precedence."""
    return rules.active_on(
        all_mandates(), day or clock.today(), function, body, service_uid
    )


def holder(
    function: str,
    day: date | None = None,
    body: str | None = None,
    service_uid: str | None = None,
) -> MandateRecord | None:
    """Who exercises ``function`` on ``day``; an interim comes before the titular."""
    return rules.holder_on(
        all_mandates(), day or clock.today(), function, body, service_uid
    )


def mandates_of(user_id: str, day: date | None = None) -> list[MandateRecord]:
    """Running mandates of the person who signs in with ``user_id``."""
    if not user_id:
        return []
    return [mandate for mandate in active_mandates(day) if mandate.user_id == user_id]


def title(mandate: MandateRecord, with_prefix: bool = False) -> str:
    """The office's title agreed with its holder: ``"la Bourgmestre f.f."``."""
    return rules.wording(
        office(mandate.function), mandate.gender, mandate.is_interim, with_prefix
    )
