"""PATCH @opening-hours: change the contact and hours and nothing else."""

from imio.platform.i18n import _
from imio.platform.website.api.opening_hours.get import described
from imio.platform.website.content.contact_hours import IContactHours
from plone.protect.interfaces import IDisableCSRFProtection
from plone.restapi.deserializer import json_body
from plone.restapi.services import Service
from zope.event import notify
from zope.i18n import translate
from zope.interface import alsoProvides
from zope.interface import Invalid
from zope.lifecycleevent import Attributes
from zope.lifecycleevent import ObjectModifiedEvent
from zope.schema import ValidationError


class OpeningHoursPatch(Service):
    """For those who keep the web site; all that is sent is right, or none is kept."""

    def reply(self):
        # The API is not reachable by a forged form: it asks for JSON.
        alsoProvides(self.request, IDisableCSRFProtection)
        data = json_body(self.request)
        problems = self._problems(data)
        if problems:
            self.request.response.setStatus(400)
            return {
                "type": "BadRequest",
                "message": translate(
                    _("Rien n'est enregistré : corrigez ce qui est signalé."),
                    context=self.request,
                ),
                "errors": problems,
            }
        for name, value in data.items():
            setattr(self.context, name, value)
        changed = Attributes(IContactHours, *data)
        notify(ObjectModifiedEvent(self.context, changed))
        return described(self.context)

    def _problems(self, data) -> list[dict[str, str]]:
        found = []
        for name, value in data.items():
            if name not in IContactHours:
                found.append({"field": name, "message": _("Champ inconnu.")})
                continue
            try:
                IContactHours[name].bind(self.context).validate(value)
            except ValidationError as error:
                found.append({"field": name, "message": error.doc()})
            except Invalid as error:
                found.append({"field": name, "message": error.args[0]})
        return [
            {**row, "message": translate(row["message"], context=self.request)}
            for row in found
        ]
