"""``guichet/demande/<uid>/...``: one request, for the person who files it."""

from imio.platform.ecounter.browser.follow.confirmation import Confirmation
from imio.platform.ecounter.browser.follow.discard import Discard
from imio.platform.ecounter.browser.follow.downloads import download_file
from imio.platform.ecounter.browser.follow.downloads import download_receipt
from imio.platform.ecounter.browser.follow.page import FollowPage
from imio.platform.ecounter.browser.form.draft_page import DraftPage
from imio.platform.ecounter.browser.form.summary import Summary
from imio.platform.ecounter.filing import access
from plone import api
from Products.Five.browser import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from urllib.parse import quote
from zope.interface import implementer
from zope.publisher.interfaces import IPublishTraverse
from zope.publisher.interfaces import NotFound

NOTES = "imio.platform.ecounter: See private notes"


@implementer(IPublishTraverse)
class FiledRequest(BrowserView):
    """Finds the request, makes sure that the person may act on it, shows the screen.

    Nothing here is protected by a Zope permission because who holds the tracking code
    has no account: ``access.is_holder`` decides, and each posted form carries a token
    that another site cannot know.
    """

    refused = ViewPageTemplateFile("refused.pt")

    def __init__(self, context, request):
        super().__init__(context, request)
        self.steps: list[str] = []

    def publishTraverse(self, request, name):
        self.steps.append(name)
        return self

    def __call__(self):
        self.request.response.setHeader("Cache-Control", "private, no-store")
        uid, *rest = [*self.steps, ""][:4]
        filed = access.find(self.context, uid)
        if filed is None or filed.version() is None or len(self.steps) > 3:
            raise NotFound(self.context, uid, self.request)
        if not access.is_holder(filed, self.request):
            return self._refuse(filed)
        if self.request.method == "POST" and not access.is_form_token(
            filed, self.request.form.get("_form")
        ):
            return self._stale(filed)
        return self._screen(filed, *[*rest, "", ""][:2])

    def _screen(self, filed, word: str, argument: str):
        is_draft = api.content.get_state(filed) == "draft"
        if word == "fichier":
            return download_file(self, filed, argument)
        if is_draft and word == "page":
            return DraftPage(self.context, self.request, filed, argument)()
        if is_draft and word == "abandonner":
            return Discard(self.context, self.request, filed)()
        if is_draft and word in ("", "recapitulatif"):
            return Summary(self.context, self.request, filed)()
        if is_draft or word in ("page", "recapitulatif", "abandonner"):
            # Sent meanwhile (or not yet): the one place where it stands.
            where = "" if is_draft else "/confirmation"
            return self.request.response.redirect(self.url(filed) + where, status=303)
        if word == "confirmation":
            return Confirmation(self.context, self.request, filed)()
        if word == "recu":
            return download_receipt(self, filed)
        if word == "":
            return FollowPage(self.context, self.request, filed)()
        raise NotFound(self.context, word, self.request)

    def url(self, filed) -> str:
        return f"{self.context.absolute_url()}/demande/{filed.uid}"

    def _refuse(self, filed):
        if api.user.is_anonymous():
            portal = api.portal.get().absolute_url()
            came_from = quote(self.url(filed))
            return self.request.response.redirect(
                f"{portal}/login?came_from={came_from}"
            )
        if api.user.has_permission(NOTES, obj=filed):
            return self.request.response.redirect(filed.absolute_url())
        self.request.response.setStatus(403)
        return self.refused()

    def _stale(self, filed):
        api.portal.show_message(
            "Cette page était ouverte depuis trop longtemps : vérifiez et envoyez à nouveau.",
            self.request,
            type="warning",
        )
        return self.request.response.redirect(self.url(filed), status=303)
