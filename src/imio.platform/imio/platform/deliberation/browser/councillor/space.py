"""@@mon-espace-mandataire: what an elected member needs, on one page."""

from dataclasses import dataclass
from functools import cached_property
from imio.platform.core import clock
from imio.platform.core.browser.titles.interfaces import ITitledPage
from imio.platform.core.organisation import mandates
from imio.platform.deliberation.browser.body.meetings import when
from imio.platform.deliberation.browser.councillor.calendar import calendar_url
from imio.platform.deliberation.content.meeting import meeting_day
from imio.platform.deliberation.content.meeting import meeting_start
from imio.platform.deliberation.content.my_mandates import my_bodies
from imio.platform.deliberation.content.my_mandates import my_mandate
from imio.platform.deliberation.records.announced import answers
from imio.platform.deliberation.records.notebook import mine
from imio.platform.deliberation.rules.countdown import countdown
from imio.platform.deliberation.workflow.announcing import ANSWERS
from imio.platform.deliberation.workflow.announcing import may_answer
from imio.platform.deliberation.workflow.file import file_lines
from imio.platform.deliberation.workflow.file import Progress
from imio.platform.deliberation.workflow.file import progress
from imio.platform.deliberation.workflow.my_meetings import my_meetings
from imio.platform.deliberation.workflow.projection import state_title
from imio.platform.i18n import _
from plone import api
from plone.memoize import ram
from Products.Five.browser import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.i18n import translate
from zope.interface import implementer

#: Past meetings shown before one asks for all of them.
LAST_MEETINGS = 8


@dataclass(frozen=True)
class MeetingCard:
    """A meeting to come.

    :param answer: what the member said, ``""`` when nothing yet.
    """

    title: str
    when: str
    countdown: str
    place: str
    state: str
    url: str
    progress: Progress
    answer: str
    may_answer: bool


@dataclass(frozen=True)
class PastMeeting:
    title: str
    state: str
    url: str


@implementer(ITitledPage)
class CouncillorSpace(BrowserView):
    """Nothing in it is for anybody but the person who is signed in."""

    title = _("Mon espace de mandataire")
    template = ViewPageTemplateFile("space.pt")

    def __call__(self):
        self.request.response.setHeader("Cache-Control", "private, no-store")
        return self.template()

    def is_offered(self) -> bool:
        """Whether the link to this page is of use to the present person."""
        return not api.user.is_anonymous() and _is_member(
            api.user.get_current().getId()
        )

    @cached_property
    def mandates(self) -> list[dict]:
        """Running mandates, with the body's page."""
        return [
            {
                "title": mandates.title(mandate),
                "body": body.title,
                "url": body.absolute_url(),
            }
            for body, mandate in my_bodies()
        ]

    @cached_property
    def coming(self) -> list[MeetingCard]:
        """Soonest first; a meeting is of the present until its day is over."""
        today = clock.today()
        return [_card(one) for one in self._meetings if meeting_day(one) >= today]

    @cached_property
    def past(self) -> list[PastMeeting]:
        """The latest first."""
        today = clock.today()
        return [
            PastMeeting(
                one.Title(), state_title(one), f"{one.absolute_url()}/@@dossier"
            )
            for one in reversed(self._meetings)
            if meeting_day(one) < today
        ]

    @property
    def shown_past(self) -> list[PastMeeting]:
        return self.past if self.shows_all else self.past[:LAST_MEETINGS]

    @property
    def shows_all(self) -> bool:
        return bool(self.request.form.get("toutes"))

    @property
    def notes(self) -> int:
        return len(mine().notes())

    @cached_property
    def _meetings(self) -> list:
        return my_meetings()

    @cached_property
    def calendar_url(self) -> str:
        return calendar_url()


def _card(meeting) -> MeetingCard:
    mandate = my_mandate(meeting)
    said = answers(meeting).get(mandate.uid) if mandate is not None else None
    return MeetingCard(
        title=meeting.Title(),
        when=when(meeting),
        countdown=countdown(meeting_start(meeting), clock.now()),
        place=meeting.place or "",
        state=state_title(meeting),
        url=meeting.absolute_url(),
        progress=progress(file_lines(meeting)),
        answer=_words(ANSWERS[said.status]) if said is not None else "",
        may_answer=bool(may_answer(meeting)),
    )


def _words(message) -> str:
    return translate(message, target_language="fr")


def _per_change(function, user_id: str):
    """Asked on every page: once for all until something is written to the site."""
    catalog = api.portal.get_tool("portal_catalog")
    db = catalog._p_jar.db()
    return (
        id(db),
        db.lastTransaction(),
        catalog.getPhysicalPath(),
        user_id,
        clock.today(),
    )


@ram.cache(_per_change)
def _is_member(user_id: str) -> bool:
    return bool(mandates.mandates_of(user_id)) and bool(my_bodies())
