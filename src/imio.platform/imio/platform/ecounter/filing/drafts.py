"""Drafts: a request being filled, page by page."""

from collections.abc import Mapping
from datetime import timedelta
from imio.platform.ecounter.content.ecounter import ecounter_of
from imio.platform.ecounter.content.instants import present_instant
from imio.platform.ecounter.errors import ProcedureClosed
from imio.platform.ecounter.filing.facts import facts_for
from imio.platform.ecounter.filing.facts import present_person
from imio.platform.ecounter.filing.places import folder_for_new_request
from imio.platform.ecounter.rules.evaluation import evaluate
from imio.platform.ecounter.rules.evaluation import evaluate_all
from imio.platform.ecounter.rules.evaluation import Outcome
from imio.platform.ecounter.rules.facts import Person
from imio.platform.i18n import _
from plone import api
from plone.dexterity.utils import createContentInContainer
from typing import Any
import secrets

#: How long an answer that a change of mind has hidden is kept for a second one.
KEPT_ASIDE = timedelta(minutes=30)


def start(procedure, person: Person | None = None, channel: str = "web"):
    """A new draft of ``procedure``, owned by the person if she has an account.

    :raises ProcedureClosed: it takes no request now.
    """
    if not procedure.is_open:
        raise ProcedureClosed(
            procedure.status_message
            or _("Cette démarche n'est pas ouverte pour le moment.")
        )
    person = person or present_person()
    request = createContentInContainer(
        folder_for_new_request(ecounter_of(procedure)),
        "Request",
        checkConstraints=False,
        id=secrets.token_hex(8),
        title=procedure.Title(),
    )
    request.procedure_uid = procedure.UID()
    request.version_number = procedure.current_version().number
    request.service_uid = procedure.responsible_service or ""
    request.salt = secrets.token_hex(8)
    request.channel = channel
    request.applicant.update(
        level=person.level, user_id=person.attributes.get("id", "")
    )
    _disown(request)
    request.reindexObject()
    request.reindexObjectSecurity()
    return request


def _disown(request) -> None:
    """Roles are computed: whoever was at work when it was made owns nothing of it."""
    request.manage_delLocalRoles(list(dict(request.get_local_roles())))
    user_id = request.applicant.get("user_id")
    request.setCreators((user_id,) if user_id else ())


def look(request) -> Outcome:
    """The draft as it stands, unjudged."""
    return _evaluate(request, {}, ())


def judge_all(request) -> Outcome:
    """The draft with every page judged, as it will be when it is sent."""
    definition = request.version().compiled()
    return evaluate_all(
        definition, dict(request.answers), facts_for(request.procedure(), definition)
    )


def judge(request, page: str, typed: Mapping[str, Any]) -> Outcome:
    """What the draft becomes when ``typed`` is the answer to ``page``."""
    return _evaluate(request, typed, (page,))


def judge_first(procedure, page: str, typed: Mapping[str, Any]) -> Outcome:
    """The same for the first page, when there is no draft yet."""
    definition = procedure.current_version().compiled()
    return evaluate(definition, typed, facts_for(procedure, definition), (page,))


def keep(request, page: str, outcome: Outcome) -> None:
    """Keep the answers of an outcome without errors."""
    moment = present_instant()
    for name in set(request.answers) - set(outcome.values):
        request.set_aside[name] = (request.answers[name], moment)
    request.answers.clear()
    request.answers.update(outcome.values)
    if page not in request.pages_done:
        request.pages_done.append(page)


def next_page(request, page: str, outcome: Outcome, to_summary: bool) -> str:
    """Name of the page to show after ``page``; empty when it is the summary.

    :param to_summary: the person came from the summary to change something: only
        pages that her change has opened are between.
    """
    names = [shown.page.name for shown in outcome.pages]
    later = names[names.index(page) + 1 :] if page in names else names
    if to_summary:
        later = [name for name in later if name not in request.pages_done]
    return later[0] if later else ""


def first_unfinished(request, outcome: Outcome) -> str:
    """Name of the first page that is missing or wrong; empty when all is there."""
    for shown in outcome.pages:
        if shown.page.name not in request.pages_done or outcome.errors_of(
            shown.page.name
        ):
            return shown.page.name
    return ""


def _evaluate(request, typed: Mapping[str, Any], judged) -> Outcome:
    definition = request.version().compiled()
    recent = {
        name: value
        for name, (value, moment) in request.set_aside.items()
        if present_instant() - moment < KEPT_ASIDE
    }
    answers = {**recent, **request.answers, **typed}
    return evaluate(
        definition, answers, facts_for(request.procedure(), definition), judged
    )


def discard(request) -> None:
    """Delete a draft that its author gives up."""
    with api.env.adopt_roles(["Manager"]):
        api.content.delete(request, check_linkintegrity=False)
