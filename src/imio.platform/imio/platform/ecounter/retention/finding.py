"""The requests whose delay of conservation matters."""

from collections.abc import Iterator
from imio.platform.core.clock import BRUSSELS
from imio.platform.ecounter.content.instants import local
from imio.platform.ecounter.rules.retention import Delays
from imio.platform.ecounter.rules.retention import Kept
from imio.platform.ecounter.rules.steps import FINAL_PHASES
from plone import api

#: States in which a delay runs.
RUNNING = ("draft", *FINAL_PHASES)

#: What a request keeps by when its procedure is gone.
FALLBACK = Delays(365, 30)


def candidates(counter) -> Iterator:
    """The counter's drafts and closed requests, whoever asks; the caller decides."""
    catalog = api.portal.get_tool("portal_catalog")
    brains = catalog.unrestrictedSearchResults(
        portal_type="Request",
        path="/".join(counter.getPhysicalPath()),
        review_state=list(RUNNING),
    )
    for brain in brains:
        yield brain._unrestrictedGetObject()


def kept(request) -> Kept:
    """What the rule looks at."""
    closed = request.closed_at
    touched = request.modified().asdatetime().astimezone(BRUSSELS)
    return Kept(
        phase=api.content.get_state(request),
        last_touched=touched.date(),
        closed_on=local(closed).date() if closed is not None else None,
        is_held=bool(request.legal_hold),
        is_anonymous=request.anonymised_at is not None,
    )


def delays(request) -> Delays:
    """The delays of its procedure."""
    procedure = request.procedure()
    if procedure is None:
        return FALLBACK
    return Delays(procedure.retention_closed_days, procedure.retention_draft_days)
