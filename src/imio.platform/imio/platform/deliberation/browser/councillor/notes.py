"""@@mes-annotations: a person's annotations, to read again, export and erase."""

from functools import cached_property
from imio.platform.core.browser.titles.interfaces import ITitledPage
from imio.platform.core.clock import BRUSSELS
from imio.platform.deliberation.browser.forms import FormPage
from imio.platform.deliberation.errors import DeliberationError
from imio.platform.deliberation.records.notebook import mine
from imio.platform.deliberation.workflow.lookup import find_item
from imio.platform.deliberation.workflow.lookup import meeting_of
from imio.platform.i18n import _
from plone import api
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.interface import implementer
import json


@implementer(ITitledPage)
class MyNotes(FormPage):
    """``?format=json`` gives the whole as a file."""

    title = _("Mes annotations")
    index = ViewPageTemplateFile("notes.pt")

    def __call__(self):
        if self.request.form.get("format") == "json":
            return self._exported()
        return super().__call__()

    @cached_property
    def notes(self) -> list[dict]:
        """The latest first; a point no longer open to the reader keeps its name."""
        return [_told(note) for note in mine().notes()]

    def handle(self) -> str:
        if not self.value("sure"):
            raise DeliberationError(
                _("Cochez la case pour confirmer : un effacement est définitif."),
                "sure",
            )
        mine().erase_notes()
        return _("Toutes vos annotations sont effacées.")

    def _exported(self) -> str:
        response = self.request.response
        response.setHeader("Content-Type", "application/json; charset=utf-8")
        response.setHeader("Cache-Control", "private, no-store")
        response.setHeader(
            "Content-Disposition", 'attachment; filename="mes-annotations.json"'
        )
        return json.dumps({"annotations": self.notes}, ensure_ascii=False, indent=2)


def _told(note) -> dict:
    item = find_item(note.item_uid)
    readable = item is not None and api.user.has_permission("View", obj=item)
    meeting = meeting_of(item) if readable else None
    return {
        "point": item.title if readable else "",
        "meeting": meeting.Title() if meeting is not None else "",
        "url": f"{item.absolute_url()}/@@dossier" if readable else "",
        "changed": f"{note.changed.astimezone(BRUSSELS):%d/%m/%Y %H:%M}",
        "text": note.text,
    }
