"""Reminders about advices: to who must answer, then to who waits for it."""

from imio.platform.core import clock
from imio.platform.core.notifications import notify
from imio.platform.deliberation.content.advice import advice_clock
from imio.platform.deliberation.content.advice import PENDING
from imio.platform.deliberation.content.advice import service_title
from imio.platform.deliberation.content.defaults import AUTHOR_FUNCTIONS
from imio.platform.deliberation.content.meeting import body_of
from imio.platform.deliberation.reminders.kinds import ADVICE_DUE
from imio.platform.deliberation.reminders.kinds import ADVICE_LAPSED
from imio.platform.deliberation.reminders.once import first_time
from imio.platform.deliberation.rules.french_dates import full_date
from imio.platform.deliberation.rules.reminders import advice_reminder
from imio.platform.deliberation.rules.reminders import Reminder
from imio.platform.deliberation.rules.reminders import Subject
from imio.platform.deliberation.workflow.advice_effects import people_of
from imio.platform.deliberation.workflow.advice_effects import subject_of
from imio.platform.deliberation.workflow.advices import CLOSED
from imio.platform.deliberation.workflow.roles import ADVISER_FUNCTIONS
from imio.platform.deliberation.workflow.roles import SECRETARIAT_FUNCTIONS
from plone import api


def remind_of_advices() -> None:
    """Tell what is due of every advice that is still awaited."""
    catalog = api.portal.get_tool("portal_catalog")
    brains = catalog.unrestrictedSearchResults(
        portal_type="Advice", review_state=list(PENDING)
    )
    for brain in brains:
        advice = brain._unrestrictedGetObject()
        if api.content.get_state(advice.aq_parent) in CLOSED:
            continue
        found = advice_reminder(advice_clock(advice), clock.today())
        if found is not None and first_time(advice, found):
            _tell(advice, found)


def _tell(advice, found: Reminder) -> None:
    day = full_date(found.limit)
    point = subject_of(advice)
    advisers = people_of(advice.adviser_service, ADVISER_FUNCTIONS)
    url = advice.absolute_url()
    if found.subject is Subject.ADVICE_SOON:
        text = f"Votre avis est attendu jusqu'au {day} inclus.\n\n{point}"
        notify(advisers, ADVICE_DUE.name, f"Avis à rendre : {point}", text, url)
        return
    service = service_title(advice)
    late = f"Le délai de votre avis a pris fin le {day}.\n\n{point}"
    notify(advisers, ADVICE_DUE.name, f"Délai dépassé : {point}", late, url)
    waiting = f"Le service {service} n'a pas rendu son avis avant le {day}.\n\n{point}"
    item = advice.aq_parent
    people = [
        *people_of(item.proposing_service, AUTHOR_FUNCTIONS),
        *people_of(body_of(item).secretariat, SECRETARIAT_FUNCTIONS),
    ]
    title = f"Avis non rendu à temps : {point}"
    notify(people, ADVICE_LAPSED.name, title, waiting, item.absolute_url())
