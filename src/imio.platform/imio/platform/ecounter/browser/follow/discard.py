"""Giving up a draft: asked once, then nothing of it is kept."""

from imio.platform.ecounter.filing import access
from imio.platform.ecounter.filing import drafts
from imio.platform.i18n import _
from plone import api
from Products.Five.browser import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


class Discard(BrowserView):
    """Asks, then deletes the draft ``filed`` with its answers and files."""

    template = ViewPageTemplateFile("discard.pt")

    def __init__(self, context, request, filed):
        super().__init__(context, request)
        self.filed = filed

    def __call__(self):
        if self.request.method != "POST":
            return self.template()
        drafts.discard(self.filed)
        api.portal.show_message(
            _("Votre demande est abandonnée : rien n'en est gardé."), self.request
        )
        return self.request.response.redirect(self.context.absolute_url(), status=303)

    @property
    def base(self) -> str:
        return f"{self.context.absolute_url()}/demande/{self.filed.uid}"

    @property
    def procedure(self):
        return self.filed.procedure()

    @property
    def token(self) -> str:
        return access.form_token(self.filed)
