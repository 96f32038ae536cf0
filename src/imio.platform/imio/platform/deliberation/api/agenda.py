"""@agenda of a meeting: read its order; present and move points."""

from dataclasses import asdict
from imio.platform.deliberation.api.bodies import text
from imio.platform.deliberation.api.bodies import texts
from imio.platform.deliberation.api.bodies import WritingService
from imio.platform.deliberation.errors import DeliberationError
from imio.platform.deliberation.records.agenda import token
from imio.platform.deliberation.workflow import reordering
from imio.platform.deliberation.workflow.late_points import ask_urgency
from imio.platform.deliberation.workflow.lookup import find_item
from imio.platform.deliberation.workflow.presenting import present
from imio.platform.deliberation.workflow.projection import lines
from imio.platform.deliberation.workflow.projection import sees_full_agenda
from imio.platform.i18n import _
from plone import api
from plone.restapi.services import Service


def agenda_answer(meeting) -> dict:
    """The agenda as the present user may see it, closed sitting left out if need be."""
    url = meeting.absolute_url()
    # A token of everything would tell that something hidden has changed.
    present = {"token": token(meeting)} if sees_full_agenda(meeting) else {}
    return {
        **present,
        "@id": f"{url}/@agenda",
        "meeting": {"@id": url, "title": meeting.Title()},
        "items": [{**asdict(line), "@id": line.url or None} for line in lines(meeting)],
    }


class AgendaGet(Service):
    """The points in order, with their numbers."""

    def reply(self):
        return agenda_answer(self.context)


class AgendaPost(WritingService):
    """One change a call.

    ``{"present": [uid, ...]}`` (with ``"reason"`` where it comes too late),
    ``{"urgent": uid}``, ``{"move": uid, "number": "2.1"}``,
    ``{"move": uid, "before": uid}``, ``{"sub_point": uid}``, ``{"point": uid}``,
    ``{"heading": "Travaux", "before": uid?}``, ``{"heading": "Voirie", "rename": uid}``,
    ``{"remove_heading": uid}``, ``{"sort": true}`` (``"preview"`` only tells) or
    ``{"undo": true}``. With ``"token"``, a change to another agenda is refused.
    """

    def write(self, body: dict):
        meeting = self.context
        if "token" in body:
            reordering.require_fresh(meeting, text(body, "token"))
        if body.get("sort") == "preview":
            return self._preview()
        if "present" in body:
            self._present(texts(body, "present"), text(body, "reason").strip())
        elif "urgent" in body:
            self._ask_urgency(text(body, "urgent"))
        elif "move" in body:
            self._move(body)
        elif "sub_point" in body:
            reordering.make_sub_point(meeting, text(body, "sub_point"))
        elif "point" in body:
            reordering.make_point(meeting, text(body, "point"))
        elif "heading" in body:
            self._heading(body)
        elif "remove_heading" in body:
            reordering.remove_heading(meeting, text(body, "remove_heading"))
        elif body.get("sort") is True:
            reordering.sort_again(meeting)
        elif body.get("undo") is True:
            reordering.undo(meeting)
        else:
            raise DeliberationError(
                _(
                    "Demandez « present », « urgent », « move », « sub_point », « point », "
                    "« heading », « remove_heading », « sort » ou « undo »."
                )
            )
        return agenda_answer(meeting)

    def _move(self, body: dict) -> None:
        uid = text(body, "move")
        if "before" in body:
            reordering.drop(self.context, uid, text(body, "before"))
        else:
            reordering.move(self.context, uid, text(body, "number"))

    def _heading(self, body: dict) -> None:
        words = text(body, "heading")
        if "rename" in body:
            reordering.rename_heading(self.context, text(body, "rename"), words)
        else:
            reordering.add_heading(self.context, words, text(body, "before"))

    def _preview(self) -> dict:
        changes = reordering.sorting_preview(self.context)
        return {"changes": [asdict(change) for change in changes]}

    def _present(self, uids: list[str], reason: str) -> None:
        if not uids:
            raise DeliberationError(_("Choisissez au moins un point."), "present")
        for item in [self._found(uid) for uid in uids]:
            present(item, self.context, reason)

    def _ask_urgency(self, uid: str) -> None:
        ask_urgency(self.context, self._found(uid))

    def _found(self, uid: str):
        item = find_item(uid)
        if item is None or not api.user.has_permission("View", obj=item):
            raise DeliberationError(_("Un de ces points n'existe pas."), "present")
        return item
