"""@@dossier of a point: its texts and annexes, and the reader's own annotation."""

from functools import cached_property
from imio.platform.core.annexes.categories import category
from imio.platform.core.annexes.listing import annexes
from imio.platform.core.browser.annexes.view import extension
from imio.platform.core.browser.annexes.view import human_size
from imio.platform.deliberation.browser.forms import FormPage
from imio.platform.deliberation.browser.item.view import ItemView
from imio.platform.deliberation.errors import DeliberationError
from imio.platform.deliberation.records.notebook import mine
from imio.platform.deliberation.workflow.file import changed_at
from imio.platform.deliberation.workflow.file import file_lines
from imio.platform.deliberation.workflow.file import FileLine
from imio.platform.deliberation.workflow.lookup import meeting_of
from imio.platform.deliberation.workflow.projection import sees_full_agenda
from imio.platform.i18n import _
from zExceptions import NotFound

LONGEST_NOTE = 20_000


class PointFile(FormPage):
    """Read without JavaScript, on a phone, between its neighbours."""

    typed = ""

    def __call__(self):
        if self.meeting is None or not sees_full_agenda(self.meeting):
            raise NotFound(self.__name__)
        return super().__call__()

    @cached_property
    def meeting(self):
        return meeting_of(self.context)

    @cached_property
    def shown(self) -> ItemView:
        """What the point's own page tells this reader."""
        return ItemView(self.context, self.request)

    @cached_property
    def points(self) -> list[FileLine]:
        return [one for one in file_lines(self.meeting) if one.url]

    @cached_property
    def _place(self) -> int:
        uid = self.context.UID()
        uids = [one.line.uid for one in self.points]
        return uids.index(uid) if uid in uids else -1

    @property
    def here(self) -> FileLine | None:
        return self.points[self._place] if self._place >= 0 else None

    @property
    def former(self) -> FileLine | None:
        return self.points[self._place - 1] if self._place > 0 else None

    @property
    def following(self) -> FileLine | None:
        place = self._place + 1
        return self.points[place] if 0 < place < len(self.points) else None

    @property
    def annexes(self) -> list[dict]:
        return [
            {
                "title": one.title,
                "url": f"{one.absolute_url()}/@@download/file",
                "kind": extension(one.file.filename),
                "size": human_size(one.file.getSize()),
                "category": category(one.category).title,
                "confidential": one.confidential,
            }
            for one in annexes(self.context)
            if one.file is not None
        ]

    @property
    def note(self) -> str:
        found = mine().note(self.context.UID())
        return self.typed or (found.text if found is not None else "")

    @property
    def is_read(self) -> bool:
        read_at = mine().read_at().get(self.context.UID())
        return read_at is not None and read_at >= changed_at(self.context)

    def handle(self) -> str:
        uid = self.context.UID()
        if "annotate" in self.request.form:
            self.typed = self.value("note").replace("\r\n", "\n")
            if len(self.typed) > LONGEST_NOTE:
                raise DeliberationError(
                    _("Une annotation compte 20 000 caractères au plus."), "note"
                )
            mine().keep(uid, self.typed)
            if not self.typed:
                return _("L'annotation est effacée.")
            return _("L'annotation est gardée ; vous seul la lisez.")
        if "unread" in self.request.form:
            mine().mark(uid, False)
            return _("Le point est à relire.")
        if "read" in self.request.form:
            mine().mark(uid, True)
        return ""

    def next_url(self) -> str:
        """Marked as read, the next point follows, or the file after the last one."""
        if "read" not in self.request.form:
            return super().next_url()
        if self.following is not None:
            return self.following.url
        return f"{self.meeting.absolute_url()}/@@dossier"
