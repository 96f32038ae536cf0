"""@@perform-transition: what the buttons of the actions bar post to."""

from imio.platform.core.browser.titles.interfaces import ITitledPage
from imio.platform.core.workflow.errors import CommentRequired
from imio.platform.core.workflow.errors import TransitionRefused
from imio.platform.core.workflow.hints import hint_for
from imio.platform.core.workflow.transitions import choice_of
from imio.platform.core.workflow.transitions import perform
from imio.platform.core.workflow.transitions import require_possible
from imio.platform.core.workflow.transitions import state_title
from imio.platform.i18n import _
from plone import api
from plone.protect import CheckAuthenticator
from Products.Five.browser import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.i18n import translate
from zope.interface import implementer

MAX_COMMENT = 2000


@implementer(ITitledPage)
class PerformTransition(BrowserView):
    """Does the transition, or asks for the comment or the confirmation it wants."""

    template = ViewPageTemplateFile("confirm.pt")
    #: Why the confirmation page is shown again, beside its field.
    comment_error = ""

    def __call__(self):
        self.request.response.setHeader("Cache-Control", "private, no-store")
        if self.request.method != "POST":
            return self._back_to(self.context)
        CheckAuthenticator(self.request)
        try:
            return self._perform()
        except TransitionRefused as refusal:
            api.portal.show_message(refusal.reason, self.request, type="error")
            return self._back_to(self.context)

    def _perform(self):
        try:
            require_possible(self.context, self.transition_id, self.comment)
        except CommentRequired as missing:
            # Said as an error only to someone who saw the field and left it empty.
            self.comment_error = missing.reason if self.is_confirmed else ""
            return self.template()
        if self.hint.confirm and not self.is_confirmed:
            return self.template()
        title = self.title
        perform(self.context, self.transition_id, self.comment)
        message = _(
            "« ${action} » : c'est fait. Nouvel état : ${state}.",
            mapping={"action": title, "state": state_title(self.context)},
        )
        api.portal.show_message(message, self.request)
        return self._back_to(self.context)

    def _back_to(self, context):
        """Where the person reads what happened: the nearest page still theirs."""
        while not api.user.has_permission("View", obj=context):
            context = context.aq_inner.aq_parent
        suffix = "/view" if context.portal_type in ("File", "Image") else ""
        return self.request.response.redirect(
            context.absolute_url() + suffix, status=303
        )

    @property
    def transition_id(self) -> str:
        return str(self.request.form.get("transition", ""))

    @property
    def comment(self) -> str:
        return str(self.request.form.get("comment", ""))[:MAX_COMMENT].strip()

    @property
    def is_confirmed(self) -> bool:
        return self.request.form.get("confirmed") == "1"

    @property
    def hint(self):
        return hint_for(self.context, self.transition_id)

    @property
    def title(self) -> str:
        choice = choice_of(self.context, self.transition_id)
        return translate(choice.title, domain="plone", context=self.request)
