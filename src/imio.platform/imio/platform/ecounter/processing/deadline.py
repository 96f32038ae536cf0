"""The last day to treat a request, from its history and the commune's calendar."""

from datetime import date
from imio.platform.core.calendar import legal_calendar
from imio.platform.core.clock import today
from imio.platform.ecounter.content.instants import local
from imio.platform.ecounter.rules import deadline
from imio.platform.ecounter.rules.steps import FINAL_PHASES
from imio.platform.i18n import _
from plone import api

#: What is written beside a date, so that its colour is never alone to tell.
WORDS = {
    deadline.LATE: _("en retard"),
    deadline.TODAY: _("aujourd'hui"),
    deadline.SOON: _("bientôt"),
}


def is_running(request) -> bool:
    """Whether the request has a delay and is still being treated."""
    return bool(
        request.delay_working_days
        and request.submitted_at is not None
        and api.content.get_state(request) not in FINAL_PHASES
    )


def due_of(request) -> date | None:
    """Last day to treat the request; ``None`` when it has none or its clock stands still."""
    if not is_running(request):
        return None
    lines = ((line["kind"], local(line["at"]).date()) for line in request.history)
    return deadline.due_date(
        local(request.submitted_at).date(),
        request.delay_working_days,
        deadline.pauses(lines),
        legal_calendar(),
    )


def is_stopped(request) -> bool:
    """Whether the clock stands still, waiting for the applicant."""
    return is_running(request) and due_of(request) is None


def urgency_of(due: date) -> str:
    """How near a last day is today."""
    return deadline.urgency(due, today(), legal_calendar())
