"""All the requests of the person who is logged in."""

from imio.platform.ecounter.content.instants import local
from imio.platform.ecounter.rules.kinds.moments import in_words
from imio.platform.ecounter.rules.steps import citizen_label
from imio.platform.ecounter.rules.steps import FINAL_PHASES
from plone import api
from Products.Five.browser import BrowserView


class MyRequests(BrowserView):
    """To do, running, done."""

    def __call__(self):
        self.request.response.setHeader("Cache-Control", "private, no-store")
        return self.index()

    def groups(self) -> list[dict]:
        groups = {"todo": [], "running": [], "done": []}
        for brain in self._brains():
            state = brain.review_state
            if state in ("draft", "awaiting_citizen"):
                key = "todo"
            elif state in FINAL_PHASES:
                key = "done"
            else:
                key = "running"
            groups[key].append(self._line(brain))
        return groups

    def _brains(self):
        return api.content.find(
            context=self.context,
            portal_type="Request",
            request_applicant=api.user.get_current().getId(),
            sort_on="modified",
            sort_order="descending",
        )

    def _line(self, brain) -> dict:
        filed = brain.getObject()
        version = filed.version()
        sent = filed.submitted_at
        return {
            "title": filed.Title(),
            "digest": filed.digest,
            "url": f"{self.context.absolute_url()}/demande/{filed.uid}",
            "label": citizen_label(
                brain.review_state, version.steps() if version else ()
            ),
            "state": brain.review_state,
            "sent": in_words(local(sent).date()) if sent else "",
        }
