"""Reminders to the secretariat about the law's dates of a meeting."""

from datetime import date
from datetime import datetime
from imio.platform.core import clock
from imio.platform.core.notifications import notify
from imio.platform.deliberation.browser.body.meetings import when
from imio.platform.deliberation.content.meeting import body_of
from imio.platform.deliberation.content.meeting import meeting_day
from imio.platform.deliberation.records.late_points import late_points
from imio.platform.deliberation.reminders.kinds import MEETING_DUE
from imio.platform.deliberation.reminders.once import first_time
from imio.platform.deliberation.rules.french_dates import full_date
from imio.platform.deliberation.rules.presets import Publicity
from imio.platform.deliberation.rules.reminders import meeting_reminders
from imio.platform.deliberation.rules.reminders import MeetingFacts
from imio.platform.deliberation.rules.reminders import Reminder
from imio.platform.deliberation.rules.reminders import Subject
from imio.platform.deliberation.workflow.advice_effects import people_of
from imio.platform.deliberation.workflow.available_minutes import minutes_missing
from imio.platform.deliberation.workflow.convoking import pending_points
from imio.platform.deliberation.workflow.meeting_guards import limits_of
from imio.platform.deliberation.workflow.publicity import meeting_is_public
from imio.platform.deliberation.workflow.roles import SECRETARIAT_FUNCTIONS
from plone import api

#: States of a meeting whose dates are still to come.
STATES = ("planned", "prepared", "convened")

#: Before its day, then after it.
SENTENCES = {
    Subject.CONVENE: (
        "La convocation part au plus tard le {day}.",
        "Le dernier jour utile pour convoquer, le {day}, est passé.",
    ),
    Subject.DRAFTS: (
        "Les projets de délibération sont en ligne au plus tard le {day}.",
        "Les projets de délibération devaient être en ligne le {day}.",
    ),
    Subject.MINUTES: (
        "Le procès-verbal à approuver est mis à disposition au plus tard le {day}.",
        "Le procès-verbal à approuver devait être mis à disposition le {day}.",
    ),
    Subject.COMPLEMENT: (
        "Des points ajoutés à l'ordre du jour n'ont pas été envoyés aux membres.",
        "Des points ajoutés à l'ordre du jour n'ont pas été envoyés aux membres.",
    ),
}

PAGES = {Subject.DRAFTS: "@@public-preview"}


def remind_of_meetings() -> None:
    """Tell what is due of every meeting to come."""
    catalog = api.portal.get_tool("portal_catalog")
    brains = catalog.unrestrictedSearchResults(
        portal_type="Meeting", review_state=list(STATES)
    )
    for brain in brains:
        meeting = brain._unrestrictedGetObject()
        if meeting_day(meeting) > clock.today():
            for found in due_of(meeting):
                if first_time(meeting, found):
                    _tell(meeting, found)


def due_of(meeting) -> list[Reminder]:
    """What is due of a meeting today, told or not."""
    facts = MeetingFacts(
        is_convened=meeting.convened_at is not None,
        drafts_online=drafts_online(meeting),
        minutes_missing=minutes_missing(meeting),
        unsent_since=_unsent_since(meeting),
    )
    return list(meeting_reminders(facts, limits_of(meeting), clock.today()))


def drafts_online(meeting) -> bool:
    """Whether the public can read the drafts of a meeting."""
    return meeting_is_public(meeting) and (
        body_of(meeting).publicity == Publicity.DRAFTS
    )


def sentence(found: Reminder) -> str:
    """A reminder in words."""
    return SENTENCES[found.subject][found.is_past].format(day=full_date(found.limit))


def _tell(meeting, found: Reminder) -> None:
    body = body_of(meeting)
    people = people_of(body.secretariat, SECRETARIAT_FUNCTIONS)
    page = PAGES.get(found.subject, "@@convocation")
    subject = f"Échéance : {body.title}, {when(meeting)}"
    url = f"{meeting.absolute_url()}/{page}"
    notify(people, MEETING_DUE.name, subject, sentence(found), url)


def _unsent_since(meeting) -> date | None:
    noted = late_points(meeting)
    days = [
        datetime.fromisoformat(noted[uid].when).astimezone(clock.BRUSSELS).date()
        for uid in pending_points(meeting)
        if uid in noted
    ]
    return min(days, default=None)
