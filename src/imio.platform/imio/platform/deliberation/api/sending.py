"""@send a point that was adopted to another body."""

from imio.platform.deliberation.api.bodies import text
from imio.platform.deliberation.api.bodies import WritingService
from imio.platform.deliberation.content.meeting import body_of
from imio.platform.deliberation.workflow.sending import find_body
from imio.platform.deliberation.workflow.sending import send
from imio.platform.deliberation.workflow.sending import targets


class SendPost(WritingService):
    """``{"body": "<uid or id>"}``: 201 with the copy, 409 where it cannot go now."""

    def write(self, body: dict):
        wanted = text(body, "body")
        by_id = {one.body.getId(): one.body for one in targets(self.context)}
        made = send(self.context, by_id.get(wanted) or find_body(wanted))
        self.request.response.setStatus(201)
        return {
            "@id": made.absolute_url(),
            "uid": made.UID(),
            "title": made.title,
            "body": {
                "@id": body_of(made).absolute_url(),
                "title": body_of(made).title,
            },
        }
