"""The request has come: its number, its code, what happens next."""

from imio.platform.ecounter.filing import access
from Products.Five.browser import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


class Confirmation(BrowserView):
    """Shown after sending, and again as often as the page is loaded."""

    template = ViewPageTemplateFile("confirmation.pt")

    def __init__(self, context, request, filed):
        super().__init__(context, request)
        self.filed = filed

    def __call__(self):
        return self.template()

    @property
    def base(self) -> str:
        return f"{self.context.absolute_url()}/demande/{self.filed.uid}"

    @property
    def procedure(self):
        return self.filed.procedure()

    @property
    def code(self) -> str:
        return access.tracking_code(self.filed)

    @property
    def email(self) -> str:
        return self.filed.applicant.get("email", "")
