"""Finding a request again with its code."""

from imio.platform.ecounter.filing import access
from imio.platform.i18n import _
from Products.Five.browser import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.i18n import translate


class Tracking(BrowserView):
    """Takes a code by POST only, so that it never lies in a log or a history.

    Posting a code changes nothing in the site: the browser gets a cookie.
    """

    template = ViewPageTemplateFile("tracking.pt")
    error = ""

    def __call__(self):
        self.request.response.setHeader("Cache-Control", "private, no-store")
        if self.request.method == "POST":
            return self._open()
        if "code" in self.request.form:
            self.request.response.setHeader("Allow", "POST")
            return self._say(
                405,
                _("Écrivez le code ci-dessous : il ne s'envoie pas dans une adresse."),
            )
        return self.template()

    def _open(self):
        if access.is_throttled(self.request):
            return self._say(
                403,
                _("Trop d'essais d'affilée : attendez quelques secondes et réessayez."),
            )
        typed = self.request.form.get("code", "")
        if not isinstance(typed, str) or not typed.strip():
            return self._say(400, _("Écrivez votre code de suivi."))
        filed = access.find_by_code(self.context, typed)
        if filed is None:
            access.note_miss(self.request)
            return self._say(
                404,
                _(
                    "Aucune demande n'a ce code. Vérifiez chaque lettre ; il en compte douze."
                ),
            )
        access.remember(filed, self.request)
        return self.request.response.redirect(
            f"{self.context.absolute_url()}/demande/{filed.uid}", status=303
        )

    def _say(self, status: int, message: str) -> str:
        self.error = translate(message, context=self.request)
        self.request.response.setStatus(status)
        return self.template()

    @property
    def typed(self) -> str:
        typed = self.request.form.get("code", "")
        return typed if isinstance(typed, str) and self.request.method == "POST" else ""


class Leave(BrowserView):
    """On a shared computer: close what this browser had opened."""

    def __call__(self):
        if self.request.method == "POST":
            access.forget(self.request)
        return self.request.response.redirect(self.context.absolute_url(), status=303)
