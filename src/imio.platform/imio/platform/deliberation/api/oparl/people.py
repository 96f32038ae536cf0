"""Organization, Person, Membership: the bodies and those who sit in them."""

from collections.abc import Iterator
from imio.platform.core import clock
from imio.platform.core.organisation import mandates
from imio.platform.core.rules.mandate import MandateRecord
from imio.platform.deliberation.api.oparl.scope import created
from imio.platform.deliberation.api.oparl.scope import modified
from imio.platform.deliberation.api.oparl.scope import Scope
from imio.platform.deliberation.rules.oparl import Entry
from imio.platform.deliberation.rules.oparl import shown
from imio.platform.deliberation.workflow.exposing import MANDATE
from imio.platform.deliberation.workflow.exposing import PERSON
from plone.app.uuid.utils import uuidToObject


def organizations(scope: Scope) -> Iterator[Entry]:
    """The bodies of which the public sees something."""
    for body in scope.bodies:
        yield _organization(scope, body)


def _organization(scope: Scope, body) -> Entry:
    def content() -> dict:
        mine = [one for one in _mandates(scope) if one.body == _members_of(body)]
        return {
            "body": scope.body_url,
            "name": body.title,
            "shortName": body.title,
            "organizationType": "Gremium",
            "classification": body.rules().title,
            "membership": [scope.url("membership", one.uid) for one in mine],
            "web": body.absolute_url(),
        }

    return Entry("organization", body.UID(), created(body), modified(body), content)


def people(scope: Scope) -> Iterator[Entry]:
    """Those who hold or held a mandate in one of these bodies."""
    held: dict[str, list[MandateRecord]] = {}
    for one in _mandates(scope):
        held.setdefault(one.person_uid, []).append(one)
    for uid, theirs in held.items():
        person = uuidToObject(uid, unrestricted=True)
        if person is not None:
            yield _person(scope, person, theirs)
    yield from scope.tombstones("person", PERSON)


def _person(scope: Scope, person, held: list[MandateRecord]) -> Entry:
    def content() -> dict:
        return {
            "body": scope.body_url,
            "name": person.title,
            "familyName": person.last_name,
            "givenName": person.first_name,
            # What the person gives to the public, never the private ones.
            "email": [person.email] if person.email else [],
            "phone": [person.phone] if person.phone else [],
            "membership": [
                without_owner(shown(_membership(scope, one), scope.base))
                for one in held
            ],
        }

    last = max([modified(person), *(modified(_mandate(one)) for one in held)])
    return Entry("person", person.UID(), created(person), last, content)


def without_owner(membership: dict) -> dict:
    """A membership within its person: who it belongs to goes without saying."""
    return {name: value for name, value in membership.items() if name != "person"}


def memberships(scope: Scope) -> Iterator[Entry]:
    for one in _mandates(scope):
        yield _membership(scope, one)
    yield from scope.tombstones("membership", MANDATE)


def _membership(scope: Scope, one: MandateRecord) -> Entry:
    mandate = _mandate(one)

    def content() -> dict:
        organization = next(
            body for body in scope.bodies if _members_of(body) == one.body
        )
        secretaries = organization.rules().secretary_functions
        return {
            "person": scope.url("person", one.person_uid),
            "organization": scope.url("organization", organization.UID()),
            "role": mandates.title(one),
            "votingRight": one.function not in secretaries,
            "startDate": one.start.isoformat(),
            "endDate": one.end.isoformat() if one.end else None,
        }

    return Entry("membership", one.uid, created(mandate), modified(mandate), content)


def _mandates(scope: Scope) -> list[MandateRecord]:
    """The mandates, past and present, in the bodies of which the public sees some."""
    wanted = {_members_of(body) for body in scope.bodies}
    return [
        one
        for one in mandates.all_mandates()
        if one.body in wanted and one.start <= clock.today()
    ]


def _members_of(body) -> str:
    return body.members_of or body.rules().id


def _mandate(one: MandateRecord):
    return uuidToObject(one.uid, unrestricted=True)
