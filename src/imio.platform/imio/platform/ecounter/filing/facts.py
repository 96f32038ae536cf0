"""What an evaluation knows: the clock, the calendar, the commune's options, the person."""

from dataclasses import replace
from imio.platform.core.calendar import legal_calendar
from imio.platform.core.clock import now
from imio.platform.core.commune import commune
from imio.platform.ecounter.content.instants import local
from imio.platform.ecounter.rules.definition import Definition
from imio.platform.ecounter.rules.evaluation import evaluate_all
from imio.platform.ecounter.rules.evaluation import Outcome
from imio.platform.ecounter.rules.facts import Facts
from imio.platform.ecounter.rules.facts import Person
from plone import api

ANONYMOUS, WITH_ACCOUNT = 0, 2


def present_person() -> Person:
    """The person at the keyboard, as far as her account tells."""
    if api.user.is_anonymous():
        return Person(ANONYMOUS)
    member = api.user.get_current()
    names = (member.getProperty("fullname", "") or "").split(" ", 1)
    return Person(
        WITH_ACCOUNT,
        {
            "id": member.getId(),
            "first_name": names[0],
            "last_name": names[1] if len(names) > 1 else "",
            "fullname": " ".join(names),
            "email": member.getProperty("email", "") or "",
        },
    )


def facts_for(procedure, definition: Definition, person: Person | None = None) -> Facts:
    """Everything given to an evaluation of ``definition`` here and now."""
    return Facts(
        now(),
        legal_calendar(),
        {**definition.default_options, **(procedure.options or {})},
        person or present_person(),
        {"postal_codes": list(commune().postal_codes)},
    )


def outcome_of(request) -> Outcome:
    """A request's questions that apply, with its answers.

    Of a request that was sent, the person of that moment counts and not the reader.
    """
    definition = request.version().compiled()
    person = Person(request.applicant.get("level", ANONYMOUS), dict(request.applicant))
    facts = facts_for(request.procedure(), definition, person)
    if request.submitted_at is not None:
        facts = replace(facts, now=local(request.submitted_at), options=request.options)
    return evaluate_all(definition, request.answers, facts)
