"""A body: its meetings and the points on their way to it."""

from functools import cached_property
from imio.platform.deliberation.browser.body.items import ItemLine
from imio.platform.deliberation.browser.body.items import waiting_items
from imio.platform.deliberation.browser.body.meetings import meeting_lines
from imio.platform.deliberation.browser.body.meetings import MeetingLine
from imio.platform.deliberation.browser.points.reader import Reader
from imio.platform.deliberation.browser.public.reading import reads_body_as_public
from imio.platform.deliberation.content.publication import PLACE
from imio.platform.deliberation.rules.requested_meeting import YearOfMeetings
from imio.platform.deliberation.workflow.requested import year_of
from imio.platform.i18n import _
from plone import api
from Products.Five.browser import BrowserView
from zope.component import getMultiAdapter

BATCH_TITLES = (
    ("submit", _("Soumettre")),
    ("validate", _("Valider")),
    ("present", _("Mettre à l'ordre du jour")),
)


class BodyView(BrowserView):
    """The public sees the meetings published; the staff also what waits."""

    def __call__(self):
        if reads_body_as_public(self.context):
            page = getMultiAdapter((self.context, self.request), name="public")
            return page()
        return self.index()

    @cached_property
    def meetings(self) -> list[MeetingLine]:
        return meeting_lines(self.context)

    @property
    def to_come(self) -> list[MeetingLine]:
        return [line for line in self.meetings if not line.is_past]

    @property
    def past(self) -> list[MeetingLine]:
        """The latest first, a year of them."""
        return [line for line in reversed(self.meetings) if line.is_past][:60]

    @cached_property
    def waiting(self) -> list[ItemLine]:
        if api.user.is_anonymous():
            return []
        return waiting_items(self.context)

    @cached_property
    def year(self) -> YearOfMeetings | None:
        """How many meetings the year has, for the secretariat."""
        may = self._may("imio.platform.deliberation: Manage agenda")
        return year_of(self.context) if may else None

    @property
    def batch_actions(self) -> list[tuple[str, str]]:
        """What the present user may do with several of the waiting points at once."""
        possible = {line.action for line in self.waiting}
        return [one for one in BATCH_TITLES if one[0] in possible]

    @property
    def may_draft(self) -> bool:
        return self._may("imio.platform.deliberation: Add agenda item")

    @cached_property
    def may_list(self) -> bool:
        return Reader(self.context).may_enter

    @property
    def may_plan(self) -> bool:
        return self._may("imio.platform.deliberation: Add meeting")

    @property
    def may_settle(self) -> bool:
        return self._may("imio.platform.deliberation: Manage agenda")

    @property
    def may_publish(self) -> bool:
        return self._may("imio.platform.deliberation: Manage publications")

    @property
    def may_manage(self) -> bool:
        return self._may("imio.platform.deliberation: Manage agenda")

    @property
    def may_read_register(self) -> bool:
        return self._may("imio.platform.deliberation: View full agenda")

    @property
    def regulations_url(self) -> str:
        """Where the body's regulations are, once it has some."""
        if PLACE not in self.context.objectIds():
            return ""
        return f"{self.context.absolute_url()}/{PLACE}"

    def _may(self, permission: str) -> bool:
        return bool(api.user.has_permission(permission, obj=self.context))
