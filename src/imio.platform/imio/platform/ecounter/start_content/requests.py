"""Example requests, filed and treated through the same code as real ones."""

from collections.abc import Mapping
from datetime import datetime
from datetime import timedelta
from imio.platform.core.documents.errors import DocumentError
from imio.platform.core.documents.errors import PdfUnavailable
from imio.platform.core.interfaces import ICoreLayer
from imio.platform.ecounter.content.instants import present_instant
from imio.platform.ecounter.errors import UnreadableLibraryFile
from imio.platform.ecounter.filing import drafts
from imio.platform.ecounter.filing.facts import facts_for
from imio.platform.ecounter.filing.facts import present_person
from imio.platform.ecounter.filing.submission import submit
from imio.platform.ecounter.interfaces import IECounterLayer
from imio.platform.ecounter.processing import internal
from imio.platform.ecounter.processing.attestation import make_document
from imio.platform.ecounter.rules.evaluation import evaluate_all
from imio.platform.ecounter.rules.facts import Person
from imio.platform.i18n import _
from plone import api
from typing import Any
from zope.globalrequest import getRequest
from zope.interface import alsoProvides


def file_request(procedure, row: Mapping[str, Any]):
    """File one example and lead it to its state.

    :raises UnreadableLibraryFile: its answers do not fit the procedure.
    """
    account = row.get("account", "")
    if account and api.user.get(userid=account) is not None:
        with api.env.adopt_user(username=account):
            person = present_person()
    else:
        person = Person()
    request = drafts.start(procedure, person)
    _answer(request, row["answers"], row.get("draft", False))
    if row.get("draft"):
        return request
    submit(request)
    sent = present_instant() - timedelta(
        days=row["days_ago"], hours=row.get("hours", 0)
    )
    request.submitted_at = sent
    _date_last(request, sent)
    moment = sent
    for step in row.get("steps", ()):
        moment += timedelta(
            days=step.get("after_days", 1), hours=step.get("after_hours", 1)
        )
        moment = min(moment, present_instant())
        _do(request, step, row)
        _date_last(request, moment)
    request.reindexObject()
    return request


def _answer(request, answers: Mapping[str, Any], is_draft: bool) -> None:
    definition = request.version().compiled()
    outcome = evaluate_all(
        definition, answers, facts_for(request.procedure(), definition, Person())
    )
    if outcome.errors and not is_draft:
        raise UnreadableLibraryFile(
            _(
                "Exemple de demande refusé : ${problems}",
                mapping={
                    "problems": "; ".join(
                        f"{e.path}: {e.message}" for e in outcome.errors
                    )
                },
            )
        )
    request.answers.update(outcome.values)
    wrong = {error.page for error in outcome.errors}
    request.pages_done.extend(
        shown.page.name for shown in outcome.pages if shown.page.name not in wrong
    )


def _do(request, step: Mapping[str, Any], row: Mapping[str, Any]) -> None:
    by = step.get("by", "")
    if not by:
        with api.env.adopt_roles(["Applicant"]):
            api.content.transition(request, step["do"], comment=step.get("comment", ""))
        return
    with api.env.adopt_user(username=by):
        if step["do"] == "document":
            _make_document(request)
            return
        if step["do"] == "accept" and row.get("internal"):
            internal.keep(request, internal.look(request, row["internal"]))
        api.content.transition(request, step["do"], comment=step.get("comment", ""))


def _make_document(request) -> None:
    http = getRequest()
    if http is not None:
        alsoProvides(http, ICoreLayer, IECounterLayer)
    try:
        make_document(request)
    except PdfUnavailable:
        make_document(request, "odt")
    except DocumentError:
        # The example stays accepted; an agent can make the document.
        return


def _date_last(request, moment: datetime) -> None:
    """Give the lines just written the day of the example."""
    for line in reversed(request.history):
        if line.get("dated"):
            break
        line["at"], line["dated"] = moment, True
    request.history._p_changed = True
    if request.closed_at is not None:
        request.closed_at = moment
