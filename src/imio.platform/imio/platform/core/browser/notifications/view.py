"""@@mes-notifications: what I want to be told by mail."""

from imio.platform.core.browser.titles.interfaces import ITitledPage
from imio.platform.core.notifications.choices import choice
from imio.platform.core.notifications.choices import choose
from imio.platform.core.notifications.choices import kinds
from imio.platform.core.notifications.interfaces import IMMEDIATE
from imio.platform.core.notifications.interfaces import NONE
from imio.platform.i18n import _
from plone import api
from plone.protect import CheckAuthenticator
from Products.Five.browser import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.interface import implementer


@implementer(ITitledPage)
class MyNotifications(BrowserView):
    """One box a kind; a person changes only their own."""

    title = _("Mes notifications")
    index = ViewPageTemplateFile("notifications.pt")

    def __call__(self):
        if self.request.method == "POST" and "save" in self.request.form:
            CheckAuthenticator(self.request)
            wanted = self.request.form.get("kinds", [])
            wanted = [wanted] if isinstance(wanted, str) else wanted
            choose(
                self.user_id,
                {
                    one.name: IMMEDIATE if one.name in wanted else NONE
                    for one in kinds()
                },
            )
            api.portal.show_message(_("Vos choix sont enregistrés."), self.request)
            return self.request.response.redirect(self.url)
        return self.index()

    @property
    def url(self) -> str:
        return f"{self.context.absolute_url()}/@@mes-notifications"

    @property
    def user_id(self) -> str:
        return api.user.get_current().getId()

    @property
    def email(self) -> str:
        """Where the mails go; empty when the person gave no address."""
        return api.user.get_current().getProperty("email", "") or ""

    def rows(self) -> list[dict]:
        return [
            {
                "id": f"kind-{number}",
                "name": kind.name,
                "title": kind.title,
                "description": kind.description,
                "wanted": choice(self.user_id, kind) == IMMEDIATE,
            }
            for number, kind in enumerate(kinds())
        ]
