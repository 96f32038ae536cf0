"""@advices of a point, and @advice to answer one."""

from dataclasses import asdict
from imio.platform.core.workflow.transitions import perform
from imio.platform.deliberation.api.bodies import text
from imio.platform.deliberation.api.bodies import WritingService
from imio.platform.deliberation.browser.advice.listing import advice_lines
from imio.platform.deliberation.content.agenda_item import text_of
from imio.platform.deliberation.content.vocabularies import OPINIONS
from imio.platform.deliberation.errors import DeliberationError
from imio.platform.deliberation.workflow.advices import ask
from imio.platform.i18n import _
from plone import api
from plone.app.textfield import RichTextValue
from plone.restapi.services import Service
from zope.event import notify
from zope.lifecycleevent import ObjectModifiedEvent


def advices_answer(item) -> dict:
    """The advices as the present user may know them."""
    items = []
    for line in advice_lines(item):
        values = asdict(line)
        values["@id"] = values.pop("url")
        items.append(values)
    return {"@id": f"{item.absolute_url()}/@advices", "items": items}


class AdvicesGet(Service):
    def reply(self):
        return advices_answer(self.context)


class AdvicesPost(WritingService):
    """``{"service": "<uid>", "delay": "normal", "motive": ""}``."""

    def write(self, body: dict):
        if not api.user.has_permission("View", obj=self.context):
            self.request.response.setStatus(403)
            return {"type": "Forbidden", "message": "Accès refusé."}
        delay = text(body, "delay") or "normal"
        ask(self.context, text(body, "service"), delay, text(body, "motive"))
        self.request.response.setStatus(201)
        return advices_answer(self.context)


class AdvicePatch(WritingService):
    """``{"opinion": "favorable", "text": "<p>...</p>", "give": true}``."""

    def write(self, body: dict):
        opinion, words = text(body, "opinion"), text(body, "text")
        if opinion and opinion not in OPINIONS:
            raise DeliberationError(
                _(
                    "Cet avis n'existe pas ; choisissez parmi : ${choices}.",
                    mapping={"choices": ", ".join(OPINIONS)},
                ),
                "opinion",
            )
        give = body.get("give", False)
        if not isinstance(give, bool):
            raise DeliberationError(_("Écrivez true ou false."), "give")
        if opinion:
            self.context.opinion = opinion
        if words:
            self.context.text = RichTextValue(words, "text/html", "text/x-html-safe")
        notify(ObjectModifiedEvent(self.context))
        if give:
            perform(self.context, "give")
        return {
            "@id": self.context.absolute_url(),
            "state": api.content.get_state(self.context),
            "opinion": self.context.opinion,
            "text": text_of(self.context.text),
        }
