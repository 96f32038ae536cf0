"""The commune's bodies, with their next meeting."""

from imio.platform.deliberation.browser.body.meetings import meeting_lines
from imio.platform.deliberation.browser.body.meetings import MeetingLine
from imio.platform.deliberation.content.defaults import author_services
from plone import api
from Products.Five.browser import BrowserView


class DeliberationsView(BrowserView):
    """What anybody may know of each body."""

    def bodies(self) -> list[dict]:
        return [
            {
                "title": body.title,
                "description": body.description,
                "url": body.absolute_url(),
                "next": self._next(body),
            }
            for body in self.context.objectValues()
            if body.portal_type == "DeliberativeBody"
            and api.user.has_permission("View", obj=body)
        ]

    @property
    def services_url(self) -> str:
        """The decisions of the reader's services, for who has some."""
        return (
            f"{self.context.absolute_url()}/@@decisions-de-mon-service"
            if author_services()
            else ""
        )

    def _next(self, body) -> MeetingLine | None:
        return next((line for line in meeting_lines(body) if not line.is_past), None)
