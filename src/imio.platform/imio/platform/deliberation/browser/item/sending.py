"""@@item-sending on a point's page, and @@send that its buttons post to."""

from functools import cached_property
from imio.platform.deliberation.browser.forms import FormPage
from imio.platform.deliberation.workflow.projection import NOTES
from imio.platform.deliberation.workflow.sending import find_body
from imio.platform.deliberation.workflow.sending import send
from imio.platform.deliberation.workflow.sending import targets
from imio.platform.i18n import _
from plone import api
from Products.Five.browser import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.i18n import translate

MANAGE_AGENDA = "imio.platform.deliberation: Manage agenda"


class ItemSending(BrowserView):
    """A fragment of page for the service and the secretariat, empty without target."""

    template = ViewPageTemplateFile("sending.pt")

    def __call__(self) -> str:
        may_know = api.user.has_permission(NOTES, obj=self.context)
        return self.template() if may_know and self.lines else ""

    @cached_property
    def lines(self) -> list[dict]:
        return [self._line(target) for target in targets(self.context)]

    def _line(self, target) -> dict:
        copy = target.copy
        may_open = copy is not None and api.user.has_permission("View", obj=copy)
        return {
            "uid": target.body.UID(),
            "body": target.body.title,
            "is_sent": copy is not None,
            "url": copy.absolute_url() if may_open else "",
            "title": copy.title if may_open else "",
            "may_send": bool(target.verdict) and self.may_send,
            "reason": ""
            if target.verdict or copy is not None
            else translate(target.verdict.reason, context=self.request),
        }

    @property
    def may_send(self) -> bool:
        return bool(api.user.has_permission(MANAGE_AGENDA, obj=self.context))

    @property
    def is_closed_there(self) -> bool:
        return bool(self.context.target_closed or self.context.privacy == "closed")


class SendPage(FormPage):
    """Where sending asks for nothing more, it has no page: a GET leads to the point."""

    def __call__(self):
        if self.request.method != "POST":
            return self.request.response.redirect(self.next_url(), status=303)
        return super().__call__()

    def index(self) -> str:
        """Shown for a refusal: the sentence, above the point."""
        for sentence in self.errors.values():
            api.portal.show_message(sentence, self.request, type="error")
        self.request.response.setStatus(409)
        return self.context.restrictedTraverse("@@view")()

    def handle(self) -> str:
        body = find_body(self.value("body"))
        made = send(self.context, body)
        return _(
            "Le point est envoyé : « ${title} » attend une séance de « ${body} ».",
            mapping={"title": made.title, "body": body.title},
        )

    def next_url(self) -> str:
        return self.context.absolute_url()
