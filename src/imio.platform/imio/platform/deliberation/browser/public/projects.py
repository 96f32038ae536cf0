"""@@projets: the draft deliberations online before the sitting, and their deadline.

Decree of 18 May 2022: drafts and synthesis notes of a council, five clear days before.
"""

from dataclasses import dataclass
from functools import cached_property
from imio.platform.core import clock
from imio.platform.core.clock import BRUSSELS
from imio.platform.deliberation.browser.body.meetings import when
from imio.platform.deliberation.browser.public.words import correction_words
from imio.platform.deliberation.browser.public.words import excerpt
from imio.platform.deliberation.content.interfaces import IDeliberativeBody
from imio.platform.deliberation.content.meeting import meeting_day
from imio.platform.deliberation.content.vocabularies import meetings_of
from imio.platform.deliberation.records.exposure import exposure
from imio.platform.deliberation.rules.french_dates import full_date
from imio.platform.deliberation.rules.french_dates import long_date
from imio.platform.deliberation.workflow import public_record
from imio.platform.deliberation.workflow.exposing import PAPER
from imio.platform.deliberation.workflow.exposing import root_of
from imio.platform.deliberation.workflow.meeting_guards import limits_of
from imio.platform.deliberation.workflow.public_record import PublicPoint
from imio.platform.deliberation.workflow.public_record import Stage
from imio.platform.i18n import _
from plone import api
from Products.Five.browser import BrowserView

MANAGE_AGENDA = "imio.platform.deliberation: Manage agenda"
#: States of a meeting whose projects are still to be put online.
TO_PUBLISH = ("planned", "prepared")


@dataclass(frozen=True)
class Project:
    """A draft as the list shows it.

    :param added: day it was put online, when after the others.
    """

    title: str
    url: str
    number: str
    note: str
    added: str
    corrected: list[str]


@dataclass(frozen=True)
class Sitting:
    """A convened meeting with its projects."""

    title: str
    url: str
    when: str
    place: str
    online_since: str
    last_day: str
    in_time: bool
    projects: list[Project]


@dataclass(frozen=True)
class Due:
    """A meeting whose projects are not online yet, for the secretariat."""

    title: str
    url: str
    last_day: str
    days_left: int


class ProjectsPage(BrowserView):
    """The public copy, and for the secretariat what it must still publish."""

    page_title = _("Projets de délibération")

    @property
    def is_one_body(self) -> bool:
        return IDeliberativeBody.providedBy(self.context)

    @cached_property
    def bodies(self) -> list:
        root = self.context.aq_parent if self.is_one_body else self.context
        return [
            body
            for body in public_record.public_bodies(root)
            if public_record.publishes_texts(body)
            and (not self.is_one_body or body.getId() == self.context.getId())
        ]

    @cached_property
    def sittings(self) -> list[Sitting]:
        """The soonest first."""
        found = [
            meeting
            for body in self.bodies
            for meeting in public_record.public_meetings(body)
            if public_record.stage(meeting) is Stage.CONVENED
        ]
        return [_sitting(meeting) for meeting in sorted(found, key=meeting_day)]

    @property
    def due(self) -> list[Due]:
        """What is still to be put online, the most pressing first."""
        found = [
            one
            for body in self.bodies
            if api.user.has_permission(MANAGE_AGENDA, obj=body)
            for one in _due(body)
        ]
        return sorted(found, key=lambda one: one.days_left)


def _sitting(meeting) -> Sitting:
    online = meeting.convened_at.astimezone(BRUSSELS).date()
    last = limits_of(meeting).last_publication
    points = public_record.public_points(meeting)
    return Sitting(
        title=meeting.Title(),
        url=meeting.absolute_url(),
        when=when(meeting),
        place=meeting.place or "",
        online_since=full_date(online),
        last_day=full_date(last) if last else "",
        in_time=last is None or online <= last,
        projects=[_project(point, online) for point in points if point.is_readable],
    )


def _project(point: PublicPoint, online) -> Project:
    known = exposure(root_of(point.item), PAPER, point.line.uid)
    day = known.created.astimezone(BRUSSELS).date() if known is not None else online
    return Project(
        title=point.line.title,
        url=point.url,
        number=point.line.number,
        note=excerpt(point.text("synthesis_note")),
        added=long_date(day) if day > online else "",
        corrected=[correction_words(one) for one in point.corrections],
    )


def _due(body) -> list[Due]:
    today = clock.today()
    found = []
    for meeting in meetings_of(body):
        last = limits_of(meeting).last_publication
        to_come = meeting_day(meeting) >= today
        if last and to_come and api.content.get_state(meeting) in TO_PUBLISH:
            found.append(
                Due(
                    title=meeting.Title(),
                    url=meeting.absolute_url(),
                    last_day=full_date(last),
                    days_left=(last - today).days,
                )
            )
    return found
