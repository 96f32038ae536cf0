"""Requests among what waits for an agent."""

from imio.platform.core.interfaces import IWorkSource
from imio.platform.core.interfaces import WorkItem
from imio.platform.ecounter.rules.steps import PHASES
from imio.platform.i18n import _
from plone import api
from zope.interface import implementer

MOST = 30
WAITING = ("submitted", "in_progress", "accepted")


@implementer(IWorkSource)
class RequestsAtWork:
    """New requests of my services, and those given to me, oldest first."""

    title = _("Demandes du guichet")

    def __init__(self, site, request):
        self.site = site
        self.request = request

    @property
    def url(self) -> str:
        counters = api.content.find(portal_type="ECounter")
        if not counters:
            return ""
        return f"{counters[0].getURL()}/@@file-des-demandes"

    def items(self):
        if api.user.is_anonymous():
            return
        me = api.user.get_current().getId()
        brains = api.content.find(
            portal_type="Request",
            review_state=list(WAITING),
            sort_on="request_submitted",
            sort_limit=MOST * 3,
        )
        shown = 0
        for brain in brains:
            if brain.request_assignee not in ("", me) or shown >= MOST:
                continue
            if not api.user.has_permission(
                "imio.platform.ecounter: Process request", obj=brain.getObject()
            ):
                continue
            shown += 1
            submitted = brain.request_submitted
            yield WorkItem(
                brain.Title,
                brain.getURL(),
                PHASES[brain.review_state],
                submitted.asdatetime()
                if hasattr(submitted, "asdatetime")
                else submitted,
            )
