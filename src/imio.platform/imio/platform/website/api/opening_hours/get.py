"""GET @opening-hours: the contact and hours of a service, and whether it is open."""

from imio.platform.core.clock import now
from imio.platform.website.content.contact_hours import IContactHours
from imio.platform.website.content.hours import schedule_of
from imio.platform.website.rules import wording
from imio.platform.website.rules.schedule import coming_closures
from imio.platform.website.rules.schedule import status
from imio.platform.website.rules.schedule_data import closures_data
from plone.restapi.interfaces import IExpandableElement
from plone.restapi.services import Service
from zope.component import adapter
from zope.interface import implementer
from zope.interface import Interface


@implementer(IExpandableElement)
@adapter(Interface, Interface)
class OpeningHours:
    """Of use with ``?expand=opening-hours`` too."""

    def __init__(self, context, request):
        self.context = context
        self.request = request

    def __call__(self, expand: bool = False) -> dict:
        answer = {"@id": f"{self.context.absolute_url()}/@opening-hours"}
        if expand:
            answer.update(described(self.context))
        return {"opening-hours": answer}


def described(service) -> dict:
    """What is kept of a service's contact and hours, and what follows from it."""
    at = now()
    schedule = schedule_of(service)
    answer = status(schedule, at)
    return {
        **{name: getattr(service, name, None) for name in IContactHours.names()},
        "status": {
            "at": at.isoformat(),
            "state": answer.state.value,
            "is_open": answer.is_open,
            "sentence": wording.sentence(answer, at),
            "until": answer.until and answer.until.isoformat(),
            "next_opening": answer.next_opening and answer.next_opening.isoformat(),
            "comment": answer.comment,
        },
        "coming_closures": closures_data(coming_closures(schedule, at.date())),
    }


class OpeningHoursGet(Service):
    """Public where the service is."""

    def reply(self):
        return OpeningHours(self.context, self.request)(expand=True)["opening-hours"]
