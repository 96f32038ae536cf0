"""What the catalog knows of a request: never its answers, only the digest."""

from datetime import date
from datetime import datetime
from datetime import time
from datetime import UTC
from imio.platform.ecounter.content.ecounter import ecounter_of
from imio.platform.ecounter.content.interfaces import IProcedure
from imio.platform.ecounter.content.interfaces import IRequest
from imio.platform.ecounter.processing.deadline import due_of
from imio.platform.ecounter.rules.tracking import code_of
from imio.platform.ecounter.rules.tracking import digest
from plone.indexer import indexer

#: A day that lists show as no day.
NO_DUE_DATE = date(2499, 12, 31)


@indexer(IRequest)
def request_number(request):
    return request.number


@indexer(IRequest)
def request_procedure(request):
    return request.procedure_uid


@indexer(IRequest)
def request_service(request):
    return request.service_uid


@indexer(IRequest)
def request_assignee(request):
    return request.assignee


@indexer(IRequest)
def request_submitted(request):
    return request.submitted_at


@indexer(IRequest)
def request_due(request):
    """The last day at noon; far away where there is none, so that sorting loses nothing."""
    day = due_of(request) or NO_DUE_DATE
    return datetime.combine(day, time(12), UTC)


@indexer(IRequest)
def request_tracking(request):
    secret = ecounter_of(request).secret
    return digest(code_of(request.uid, request.salt, secret), secret)


@indexer(IRequest)
def request_applicant(request):
    return request.applicant.get("user_id", "")


@indexer(IRequest)
def Description(request):
    return request.digest


@indexer(IRequest)
def SearchableText(request):
    return " ".join([request.number, request.Title(), request.digest])


@indexer(IProcedure)
def procedure_text(procedure):
    texts = [procedure.Title(), procedure.Description(), procedure.audience]
    return " ".join(filter(None, [*texts, *(procedure.keywords or ())]))
