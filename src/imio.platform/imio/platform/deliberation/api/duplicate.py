"""@duplicate a point into a draft of one's own."""

from imio.platform.deliberation.api.bodies import flag
from imio.platform.deliberation.api.bodies import text
from imio.platform.deliberation.api.bodies import WritingService
from imio.platform.deliberation.content.meeting import body_of
from imio.platform.deliberation.workflow.duplicating import bodies_to_draft_in
from imio.platform.deliberation.workflow.duplicating import duplicate


class DuplicatePost(WritingService):
    """``{"service": "<uid>", "body": "<uid or id>", "link": true, "annexes": true}``."""

    def write(self, body: dict):
        wanted = text(body, "body") or body_of(self.context).UID()
        choices = bodies_to_draft_in()
        target = next((b for b in choices if wanted in (b.UID(), b.getId())), None)
        made = duplicate(
            self.context,
            target,
            text(body, "service") or self.context.proposing_service,
            title=text(body, "title").strip(),
            linked=flag({"link": True, **body}, "link"),
            annexed=flag({"annexes": True, **body}, "annexes"),
        )
        self.request.response.setStatus(201)
        return {"@id": made.absolute_url(), "uid": made.UID(), "title": made.title}
