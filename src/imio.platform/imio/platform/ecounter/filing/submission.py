"""Sending a request: once, complete, with its number."""

from imio.platform.core.numbering import next_number
from imio.platform.ecounter.content.instants import local
from imio.platform.ecounter.content.instants import present_instant
from imio.platform.ecounter.errors import IncompleteRequest
from imio.platform.ecounter.filing import drafts
from imio.platform.ecounter.filing.facts import facts_for
from imio.platform.ecounter.filing.files import drop_unused
from imio.platform.ecounter.filing.mails import acknowledge
from imio.platform.ecounter.filing.mails import tell_service
from imio.platform.ecounter.rules.definition import Definition
from imio.platform.ecounter.rules.evaluation import Outcome
from imio.platform.ecounter.rules.kinds import KINDS
from imio.platform.i18n import _
from persistent.mapping import PersistentMapping
from plone import api

SEQUENCE = "ecounter.request"

#: Names of questions in which a definition asks who the applicant is.
CONTACTS = {"email": "email", "phone": "phone"}


def submit(request, outcome: Outcome | None = None) -> bool:
    """Send a draft.

    :returns: ``False`` when it had been sent already: nothing is done twice.
    :raises IncompleteRequest: a page that applies is missing or wrong.
    """
    if api.content.get_state(request) != "draft":
        return False
    outcome = outcome or drafts.judge_all(request)
    if drafts.first_unfinished(request, outcome):
        raise IncompleteRequest(
            _("Il reste des pages à compléter avant d'envoyer la demande.")
        )
    _freeze(request, outcome)
    with api.env.adopt_roles(["Applicant"]):
        api.content.transition(request, "submit")
    acknowledge(request)
    tell_service(request)
    return True


def _freeze(request, outcome: Outcome) -> None:
    definition = request.version().compiled()
    procedure = request.procedure()
    request.answers.clear()
    request.answers.update(outcome.values)
    request.computed.update(outcome.computed)
    request.set_aside.clear()
    request.options = PersistentMapping(facts_for(procedure, definition).options)
    request.submitted_at = present_instant()
    request.delay_working_days = procedure.delay_working_days or 0
    year = local(request.submitted_at).year
    request.number = f"{year}-{next_number(SEQUENCE, year):05d}"
    request.digest = digest_of(definition, outcome)
    request.title = f"{procedure.Title()} {request.number}"
    request.applicant.update(applicant_of(outcome))
    drop_unused(request)


def digest_of(definition: Definition, outcome: Outcome) -> str:
    """The line that tells the request from others, without what is secret."""
    words = []
    for name in definition.digest:
        field = definition.fields_by_name.get(name)
        value = outcome.values.get(name, outcome.computed.get(name))
        if field is not None and value not in (None, ""):
            words.append(KINDS[field.kind].masked(field, value))
    return " · ".join(words)


def applicant_of(outcome: Outcome) -> dict[str, str]:
    """Who asks, from the questions that ask it."""
    values = outcome.values
    names = (values.get("first_name", ""), values.get("last_name", ""))
    found = {"name": " ".join(filter(None, names))}
    for name, key in CONTACTS.items():
        if values.get(name):
            found[key] = values[name]
    return found
