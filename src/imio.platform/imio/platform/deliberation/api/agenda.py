"""@agenda of a meeting: read its order; present and move points."""

from dataclasses import asdict
from imio.platform.deliberation.api.bodies import text
from imio.platform.deliberation.api.bodies import texts
from imio.platform.deliberation.api.bodies import WritingService
from imio.platform.deliberation.errors import DeliberationError
from imio.platform.deliberation.workflow.lookup import find_item
from imio.platform.deliberation.workflow.presenting import present
from imio.platform.deliberation.workflow.projection import lines
from imio.platform.deliberation.workflow.reordering import move
from imio.platform.i18n import _
from plone import api
from plone.restapi.services import Service


def agenda_answer(meeting) -> dict:
    """The agenda as the present user may see it, closed sitting left out if need be."""
    url = meeting.absolute_url()
    return {
        "@id": f"{url}/@agenda",
        "meeting": {"@id": url, "title": meeting.Title()},
        "items": [{**asdict(line), "@id": line.url or None} for line in lines(meeting)],
    }


class AgendaGet(Service):
    """The points in order, with their numbers."""

    def reply(self):
        return agenda_answer(self.context)


class AgendaPost(WritingService):
    """``{"present": [uid, ...]}`` or ``{"move": uid, "number": "2.1"}``."""

    def write(self, body: dict):
        if "present" in body:
            self._present(texts(body, "present"))
        elif "move" in body:
            move(self.context, text(body, "move"), text(body, "number"))
        else:
            raise DeliberationError(_("Demandez « present » ou « move »."))
        return agenda_answer(self.context)

    def _present(self, uids: list[str]) -> None:
        if not uids:
            raise DeliberationError(_("Choisissez au moins un point."), "present")
        items = [find_item(uid) for uid in uids]
        for item in items:
            if item is None or not api.user.has_permission("View", obj=item):
                raise DeliberationError(_("Un de ces points n'existe pas."), "present")
        for item in items:
            present(item, self.context)
