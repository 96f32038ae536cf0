"""@@decisions-de-mon-service: what the bodies decided on the points of my services."""

from dataclasses import dataclass
from functools import cached_property
from imio.platform.core import clock
from imio.platform.core.browser.titles.interfaces import ITitledPage
from imio.platform.core.organisation import directory
from imio.platform.deliberation.browser.register.view import number_in
from imio.platform.deliberation.content.defaults import AUTHOR_FUNCTIONS
from imio.platform.deliberation.content.meeting import body_of
from imio.platform.deliberation.content.meeting import meeting_day
from imio.platform.deliberation.content.vocabularies import OUTCOMES
from imio.platform.deliberation.records.register import act_of
from imio.platform.deliberation.rules.french_dates import long_date
from imio.platform.deliberation.workflow.lookup import meeting_of
from imio.platform.deliberation.workflow.publicity import DECISIONS_PUBLISHED
from imio.platform.deliberation.workflow.roles import READING_FUNCTIONS
from imio.platform.i18n import _
from plone import api
from Products.Five.browser import BrowserView
from zExceptions import Unauthorized
from zope.interface import implementer

#: More than a service sees decided in a year, to bound one page.
LIMIT = 500


@dataclass(frozen=True)
class DecisionLine:
    """A decision on a point of the service."""

    title: str
    url: str
    body: str
    day: str
    iso_day: str
    outcome: str
    service: str
    reference: str
    file_url: str
    is_closed: bool


@implementer(ITitledPage)
class ServiceDecisions(BrowserView):
    """For whoever holds a function in a service."""

    title = _("Décisions de mon service")

    def __call__(self):
        if not self.services:
            raise Unauthorized()
        self.request.response.setHeader("Cache-Control", "private, no-store")
        return self.index()

    @cached_property
    def services(self) -> list[tuple[str, str]]:
        """UID and title of the services in which the reader holds a function."""
        user_id = api.user.get_current().getId()
        if not user_id:
            return []
        mine: set[str] = set()
        for function in (*AUTHOR_FUNCTIONS, *READING_FUNCTIONS):
            mine.update(directory.services_of(user_id, function))
        return [
            (entry.uid, entry.title)
            for entry in directory.services(include_closed=True)
            if entry.uid in mine
        ]

    @cached_property
    def service(self) -> str:
        """The one service asked for, if it is the reader's."""
        given = str(self.request.form.get("service", ""))
        return given if given in dict(self.services) else ""

    @cached_property
    def year(self) -> int:
        return number_in(self.request, "year") or clock.today().year

    @property
    def years(self) -> list[int]:
        this_year = clock.today().year
        return sorted(
            {this_year, this_year - 1, this_year - 2, self.year}, reverse=True
        )

    @cached_property
    def lines(self) -> list[DecisionLine]:
        """The latest first; what the reader may not see is left out."""
        titles = dict(self.services)
        wanted = [self.service] if self.service else list(titles)
        brains = api.content.find(
            context=self.context,
            portal_type="AgendaItem",
            proposing_service=wanted,
            review_state=["decided", "finalised"],
            sort_on="modified",
            sort_order="descending",
            sort_limit=LIMIT,
        )[:LIMIT]
        found = (self._line(brain.getObject(), titles) for brain in brains)
        return sorted(
            (line for line in found if line is not None),
            key=lambda line: line.iso_day,
            reverse=True,
        )

    def _line(self, item, titles: dict[str, str]) -> DecisionLine | None:
        meeting = meeting_of(item)
        if (
            meeting is None
            or meeting_day(meeting).year != self.year
            or api.content.get_state(meeting) not in DECISIONS_PUBLISHED
        ):
            return None
        body = body_of(item)
        act = act_of(body, item)
        query = "template=deliberation-deliberation&format=pdf"
        has_file = act is not None and act.has_file
        return DecisionLine(
            title=item.title,
            url=item.absolute_url(),
            body=body.title,
            day=long_date(meeting_day(meeting)),
            iso_day=meeting_day(meeting).isoformat(),
            outcome=OUTCOMES.get(item.outcome, ""),
            service=titles.get(item.proposing_service, ""),
            reference=act.reference if act else "",
            file_url=f"{item.absolute_url()}/@@document?{query}" if has_file else "",
            is_closed=item.privacy != "public",
        )
