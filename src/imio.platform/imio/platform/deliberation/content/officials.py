"""Members of a body and those who sign for it, at a date."""

from datetime import date
from imio.platform.core.organisation import mandates
from imio.platform.core.rules.mandate import MandateRecord
from imio.platform.deliberation.content.meeting import body_of
from imio.platform.deliberation.content.meeting import meeting_day
from imio.platform.deliberation.records.delegations import delegations
from imio.platform.deliberation.rules.signatories import delegation_for
from imio.platform.deliberation.rules.signatories import Office
from imio.platform.deliberation.rules.signatories import Paper
from imio.platform.deliberation.rules.signatories import signatory
from imio.platform.deliberation.rules.signatories import Signature
from imio.platform.deliberation.rules.signatories import signature
from plone.app.uuid.utils import uuidToObject


def members(body, day: date) -> list[MandateRecord]:
    """Voting members in function, by precedence, each person once."""
    rules = body.rules()
    found: dict[str, MandateRecord] = {}
    for mandate in mandates.active_mandates(day, body=body.members_of or rules.id):
        if mandate.function not in rules.secretary_functions:
            found.setdefault(mandate.person_uid, mandate)
    return list(found.values())


def members_of(meeting) -> list[MandateRecord]:
    """Voting members on the meeting's day."""
    return members(body_of(meeting), meeting_day(meeting))


def member_named(uid: str | None) -> MandateRecord | None:
    """The mandate with this UID, even one that has ended, or ``None``."""
    found = uuidToObject(uid, unrestricted=True) if uid else None
    is_mandate = getattr(found, "portal_type", "") == "Mandate"
    return mandates.record(found) if is_mandate else None


def officers(body, day: date) -> list[Office]:
    """Who may chair or keep the minutes: members, then the general direction."""
    rules = body.rules()
    directors = [
        mandate
        for function in rules.secretary_functions
        for mandate in mandates.active_mandates(day, function=function)
    ]
    return [_office(mandate, rules) for mandate in (*members(body, day), *directors)]


def chair(meeting) -> Office | None:
    """Who chairs: the person chosen, else the titular on that day."""
    return _signing(meeting, meeting.chair, "chair")


def secretary(meeting) -> Office | None:
    """Who keeps the minutes: the person chosen, else the director general."""
    return _signing(meeting, meeting.secretary, "secretary")


def office_on(body, day: date, role: str) -> Office | None:
    """Who holds a role of the body on a day, the first of its functions held."""
    return _holder(body, officers(body, day), role)


def signatures(body, day: date, paper: Paper) -> dict[str, Signature]:
    """Who signs a paper on a day: ``secretary`` and ``mayor``, where somebody does.

    Papers of the commune are signed by the mayor, whoever chairs the body
    (CDLD L1132-3); by the president in the CPAS.
    """
    given = delegations(body)
    found = {}
    for role, functions in (
        ("secretary", body.rules().secretary_functions),
        ("mayor", mayor_functions(body)),
    ):
        office = _first_held(functions, day, body.rules())
        if office is not None:
            delegation = delegation_for(given, office.function, paper, day)
            found[role] = signature(office, delegation)
    return found


def mayor_functions(body) -> tuple[str, ...]:
    """Who signs the papers of a body beside its secretary."""
    rules = body.rules()
    return rules.chair_functions if rules.id.startswith("cpas") else ("bourgmestre",)


def _first_held(functions: tuple[str, ...], day: date, rules) -> Office | None:
    for function in functions:
        mandate = mandates.holder(function, day)
        if mandate is not None:
            return _office(mandate, rules)
    return None


def _signing(meeting, chosen: str | None, role: str) -> Office | None:
    body = body_of(meeting)
    offices = officers(body, meeting_day(meeting))
    named = next((office for office in offices if office.uid == chosen), None)
    return named or _holder(body, offices, role)


def _holder(body, offices: list[Office], role: str) -> Office | None:
    for function in getattr(body.rules(), f"{role}_functions"):
        holders = [o for o in offices if o.function == function]
        found = signatory(holders, role)
        if found is not None:
            return found
    return None


def _office(mandate: MandateRecord, rules) -> Office:
    role = ""
    if mandate.function in rules.chair_functions:
        role = "chair"
    elif mandate.function in rules.secretary_functions:
        role = "secretary"
    return Office(
        uid=mandate.uid,
        name=mandate.person_name,
        title=mandates.title(mandate),
        signs_as=_capital(mandates.title(mandate, with_prefix=True)),
        function=mandate.function,
        role=role,
        is_acting=mandate.is_interim,
    )


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
