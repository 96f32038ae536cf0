"""A member's meetings in her own calendar, at a secret address."""

from icalendar import Calendar
from icalendar import Event
from imio.platform.deliberation.browser.forms import FormPage
from imio.platform.deliberation.browser.opendata.calendar import USUAL_LENGTH
from imio.platform.deliberation.content.meeting import meeting_start
from imio.platform.deliberation.errors import DeliberationError
from imio.platform.deliberation.records.calendar_keys import key_of
from imio.platform.deliberation.records.calendar_keys import owner
from imio.platform.deliberation.records.calendar_keys import renew
from imio.platform.deliberation.records.calendar_keys import withdraw
from imio.platform.deliberation.records.notebook import mine
from imio.platform.deliberation.workflow.my_meetings import my_meetings
from imio.platform.i18n import _
from plone import api
from Products.Five.browser import BrowserView


class MemberCalendar(BrowserView):
    """``mandataire.ics?cle=...``: what the key's owner may see now.

    Dates and places only: a calendar is shown on shared screens, so it names no
    point, of the closed sitting or not.
    """

    def __call__(self) -> bytes | str:
        response = self.request.response
        response.setHeader("Cache-Control", "private, no-store")
        response.setHeader("X-Robots-Tag", "noindex, nofollow")
        key = self.request.form.get("cle", "")
        user_id = owner(key) if isinstance(key, str) else ""
        user = api.user.get(userid=user_id) if user_id else None
        if user is None:
            response.setStatus(404)
            response.setHeader("Content-Type", "text/plain; charset=utf-8")
            return "Cette adresse n'existe pas, ou elle a été renouvelée."
        response.setHeader("Content-Type", "text/calendar; charset=utf-8")
        with api.env.adopt_user(user=user.getUser()):
            return _calendar(my_meetings())


class MyCalendar(FormPage):
    """Give, renew or close the secret address; it is shown in the space."""

    def __call__(self):
        if self.request.method != "POST":
            return self.request.response.redirect(self.next_url())
        return super().__call__()

    def handle(self) -> str:
        if "withdraw" in self.request.form:
            withdraw(mine())
            return _("L'adresse de votre agenda est fermée.")
        if "renew" not in self.request.form:
            raise DeliberationError(_("Choisissez une action."))
        had_one = bool(key_of(mine()))
        renew(mine())
        if had_one:
            return _("L'adresse est renouvelée : l'ancienne ne donne plus rien.")
        return _("L'adresse de votre agenda est prête.")

    def index(self) -> str:
        return self.request.response.redirect(self.next_url(), status=303)

    def next_url(self) -> str:
        return f"{self.context.absolute_url()}/@@mon-espace-mandataire#calendar"


def calendar_url() -> str:
    """The present user's secret address, empty where there is none."""
    key = key_of(mine())
    return f"{api.portal.get().absolute_url()}/mandataire.ics?cle={key}" if key else ""


def _calendar(meetings) -> bytes:
    calendar = Calendar()
    calendar.add("prodid", "-//imio.platform//deliberation//FR")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", "Mes séances")
    for meeting in meetings:
        calendar.add_component(_event(meeting))
    return calendar.to_ical()


def _event(meeting) -> Event:
    start = meeting_start(meeting)
    cancelled = api.content.get_state(meeting) == "cancelled"
    event = Event()
    event.add("uid", meeting.UID())
    event.add(
        "summary", f"Annulée : {meeting.Title()}" if cancelled else meeting.Title()
    )
    event.add("status", "CANCELLED" if cancelled else "CONFIRMED")
    event.add("class", "PRIVATE")
    event.add("dtstart", start)
    event.add("dtend", start + USUAL_LENGTH)
    event.add("dtstamp", meeting.modified().asdatetime())
    event.add("url", f"{meeting.absolute_url()}/@@dossier")
    if meeting.place:
        event.add("location", meeting.place)
    return event
