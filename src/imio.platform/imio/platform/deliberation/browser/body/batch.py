"""@@points-batch: what the body's list of waiting points posts to."""

from imio.platform.core.errors import PlatformError
from imio.platform.deliberation.browser.forms import FormPage
from imio.platform.deliberation.errors import DeliberationError
from imio.platform.deliberation.workflow.batch import put_each
from imio.platform.deliberation.workflow.batch import Report
from imio.platform.deliberation.workflow.batch import submit_each
from imio.platform.deliberation.workflow.batch import validate_each
from imio.platform.deliberation.workflow.lookup import find_items
from imio.platform.i18n import _
from plone import api
from zope.i18nmessageid import Message

#: What each button does, and what it tells of those that it moved.
ACTIONS = {
    "submit": (submit_each, _("${number} point(s) soumis à la validation.")),
    "validate": (
        validate_each,
        _("${number} point(s) validés, ou passés au niveau suivant."),
    ),
    "present": (put_each, _("${number} point(s) mis à l'ordre du jour.")),
}

#: A page shows no more refusals than somebody reads.
SHOWN = 20


def tell(report: Report, done: Message, request) -> str:
    """Show each refusal beside what was done, and return the sentence for the latter."""
    for refusal in report.refused[:SHOWN]:
        sentence = Message(
            _("« ${title} » : ${reason}"),
            mapping={"title": refusal.title, "reason": refusal.reason},
        )
        api.portal.show_message(sentence, request, type="warning")
    more = len(report.refused) - SHOWN
    if more > 0:
        sentence = Message(
            _("Et ${number} autre(s) point(s) refusés."), mapping={"number": str(more)}
        )
        api.portal.show_message(sentence, request, type="warning")
    if not report.done:
        return ""
    return Message(done, mapping={"number": str(len(report.done))})


class PointsBatch(FormPage):
    """Has no page of its own: the body's page shows what became of each point."""

    def __call__(self):
        if self.request.method == "POST":
            self.request.response.setHeader("Cache-Control", "private, no-store")
            try:
                message = self.handle()
            except PlatformError as error:
                api.portal.show_message(error.args[0], self.request, type="error")
            else:
                if message:
                    api.portal.show_message(message, self.request)
        return self.request.response.redirect(self.next_url(), status=303)

    def handle(self) -> str:
        chosen = ACTIONS.get(self.value("action"))
        if chosen is None:
            raise DeliberationError(_("Choisissez une action."))
        uids = self.values("items")
        found = find_items(uids)
        items = [
            found[uid]
            for uid in uids
            if uid in found and api.user.has_permission("View", obj=found[uid])
        ]
        if not items:
            raise DeliberationError(_("Choisissez au moins un point."), "items")
        do, done = chosen
        return tell(do(items), done, self.request)

    def next_url(self) -> str:
        return f"{self.context.absolute_url()}#waiting"
