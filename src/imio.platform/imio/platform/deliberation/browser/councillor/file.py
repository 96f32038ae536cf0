"""@@dossier of a meeting: every point in order, read or not, new or not."""

from functools import cached_property
from imio.platform.core import clock
from imio.platform.deliberation.browser.body.meetings import when
from imio.platform.deliberation.content.meeting import meeting_start
from imio.platform.deliberation.content.my_mandates import my_mandate
from imio.platform.deliberation.records.announced import answers
from imio.platform.deliberation.rules.countdown import countdown
from imio.platform.deliberation.workflow.announcing import ANSWERS
from imio.platform.deliberation.workflow.announcing import may_answer
from imio.platform.deliberation.workflow.file import file_lines
from imio.platform.deliberation.workflow.file import FileLine
from imio.platform.deliberation.workflow.file import note_visit
from imio.platform.deliberation.workflow.file import Progress
from imio.platform.deliberation.workflow.file import progress
from imio.platform.deliberation.workflow.projection import state_title
from plone.protect.interfaces import IDisableCSRFProtection
from Products.Five.browser import BrowserView
from zope.i18n import translate
from zope.interface import alsoProvides


class MeetingFile(BrowserView):
    """For those who see the whole agenda."""

    def __call__(self):
        self.request.response.setHeader("Cache-Control", "private, no-store")
        page = self.index()
        # A visit is all that reading writes, in the reader's own notebook; it is
        # written once the page has been made, which says what is new until now.
        alsoProvides(self.request, IDisableCSRFProtection)
        note_visit(self.context)
        return page

    @cached_property
    def lines(self) -> list[FileLine]:
        return file_lines(self.context)

    @property
    def parts(self) -> list[dict]:
        """The open sitting, then the closed one, where it has points."""
        found = (
            ("open", [one for one in self.lines if not one.line.is_closed]),
            ("closed", [one for one in self.lines if one.line.is_closed]),
        )
        return [{"id": id, "lines": lines} for id, lines in found if lines]

    @cached_property
    def progress(self) -> Progress:
        return progress(self.lines)

    @property
    def when(self) -> str:
        return when(self.context)

    @property
    def countdown(self) -> str:
        return countdown(meeting_start(self.context), clock.now())

    @property
    def state(self) -> str:
        return state_title(self.context)

    @cached_property
    def answer(self) -> str:
        """What the present member said of coming, empty when nothing yet."""
        mandate = my_mandate(self.context)
        said = answers(self.context).get(mandate.uid) if mandate is not None else None
        return translate(ANSWERS[said.status], context=self.request) if said else ""

    @property
    def may_answer(self) -> bool:
        return bool(may_answer(self.context))
