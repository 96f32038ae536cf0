"""The page shown when a form comes from somebody who is signed in no more.

Plone sends them to the login form, and all that was written is gone. Here they sign in
beside it and send the same form again; it works without JavaScript.
"""

from imio.platform.core.api.refusals import UnauthorizedAnswer
from imio.platform.core.browser.session.sent import Sent
from imio.platform.core.browser.session.sent import sent_form
from imio.platform.core.browser.titles.interfaces import ITitledPage
from imio.platform.i18n import _
from plone import api
from plone.rest.interfaces import IAPIRequest
from Products.Five.browser import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from urllib.parse import urlsplit
from zope.interface import implementer


@implementer(ITitledPage)
class SessionEnded(BrowserView):
    """Keeps a form that was sent; anything else is left to the login form."""

    template = ViewPageTemplateFile("ended.pt")
    title = _("Votre session est terminée")
    sent: Sent | None = None

    def __call__(self):
        if IAPIRequest.providedBy(self.request):
            # A program keeps its own answer: this layer comes before its marker.
            return UnauthorizedAnswer(self.context, self.request)()
        self.sent = self._kept()
        if self.sent is None:
            # Plone's login form, or its page on privileges, answers.
            return ""
        # Drawn around the site: the name of what the form belongs to may be a secret.
        self.context = self.__parent__ = api.portal.get()
        response = self.request.response
        response.setHeader("Cache-Control", "private, no-store")
        # Otherwise the person would be sent to the login form.
        response._has_challenged = True
        return self.template()

    def _kept(self) -> Sent | None:
        if self.request.method != "POST" or self._is_signed_in or self._is_foreign:
            return None
        return sent_form(self.request)

    @property
    def _is_signed_in(self) -> bool:
        """Whether the right is what lacks, not the session."""
        users = api.portal.get_tool("acl_users")
        return bool(users._extractUserIds(self.request, users.plugins))

    @property
    def _is_foreign(self) -> bool:
        """Whether a page of another site sent it: nothing of it is shown as ours."""
        origin = self.request.get_header("Origin")
        if not origin:
            return False
        return urlsplit(origin).netloc != urlsplit(self.action).netloc

    @property
    def action(self) -> str:
        """Where the form was sent."""
        url = self.request.get("ACTUAL_URL", self.request.getURL())
        query = self.request.get("QUERY_STRING", "")
        return f"{url}?{query}" if query else url
