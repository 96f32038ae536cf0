"""System, Body, LegislativeTerm: the commune itself."""

from collections.abc import Iterator
from datetime import date
from datetime import datetime
from datetime import time
from imio.platform.core import clock
from imio.platform.core.commune import commune
from imio.platform.deliberation.api.oparl.scope import COMMUNE
from imio.platform.deliberation.api.oparl.scope import iso
from imio.platform.deliberation.api.oparl.scope import Scope
from imio.platform.deliberation.content.meeting import meeting_day
from imio.platform.deliberation.rules.legislature import Legislature
from imio.platform.deliberation.rules.legislature import legislature_of
from imio.platform.deliberation.rules.oparl import Entry
from imio.platform.deliberation.rules.oparl import SCHEMA
from imio.platform.deliberation.rules.oparl import shown
from imio.platform.deliberation.rules.oparl import VERSION
from imio.platform.deliberation.rules.oparl import without_nothing
from plone import api


def system(scope: Scope) -> dict:
    """The entry point."""
    identity = commune()
    return without_nothing(
        {
            "id": scope.base,
            "type": f"{SCHEMA}System",
            "oparlVersion": VERSION,
            "name": f"Délibérations, {_name()}",
            "body": scope.url("body"),
            "contactEmail": identity.email,
            "contactName": identity.name,
            "website": api.portal.get().absolute_url(),
            "web": scope.root.absolute_url(),
            "created": iso(scope.installed),
            "modified": iso(scope.installed),
        }
    )


def bodies(scope: Scope) -> Iterator[Entry]:
    """The commune is the one body of this system."""

    def content() -> dict:
        identity = commune()
        terms = [shown(one, scope.base) for one in legislative_terms(scope)]
        lists = {
            "organization": "organization",
            "person": "person",
            "meeting": "meeting",
            "paper": "paper",
            "agendaItem": "agenda-item",
            "consultation": "consultation",
            "file": "file",
            "membership": "membership",
            "locationList": "location",
            "legislativeTermList": "legislative-term",
        }
        return {
            "system": scope.base,
            "name": _name(),
            "website": api.portal.get().absolute_url(),
            "contactEmail": identity.email,
            "contactName": identity.name,
            "classification": "Commune",
            "location": commune_location(scope),
            "legislativeTerm": terms,
            **{name: scope.url(kind) for name, kind in lists.items()},
            "web": scope.root.absolute_url(),
        }

    yield Entry("body", COMMUNE, scope.installed, scope.installed, content)


def legislative_terms(scope: Scope) -> Iterator[Entry]:
    """The legislatures in which a public meeting was held, and the present one."""
    days = {meeting_day(meeting) for meeting in scope.meetings} | {clock.today()}
    found = {legislature_of(day) for day in days}
    for one in sorted(found, key=lambda term: term.start):
        yield _term(scope, one)


def _term(scope: Scope, term: Legislature) -> Entry:
    moment = _morning(term.start)

    def content() -> dict:
        return {
            "body": scope.body_url,
            "name": term.name,
            "startDate": term.start.isoformat(),
            "endDate": term.end.isoformat(),
        }

    return Entry("legislative-term", str(term.start.year), moment, moment, content)


def commune_location(scope: Scope) -> dict:
    """The town hall, as an object within the body."""
    return shown(location_of_commune(scope), scope.base)


def location_of_commune(scope: Scope) -> Entry:
    def content() -> dict:
        identity = commune()
        return {
            "description": identity.address or _name(),
            "streetAddress": identity.street,
            "postalCode": identity.postcode,
            "locality": identity.city,
        }

    return Entry("location", COMMUNE, scope.installed, scope.installed, content)


def _name() -> str:
    return commune().name or api.portal.get().title


def _morning(day: date) -> datetime:
    return datetime.combine(day, time(), tzinfo=clock.BRUSSELS)
