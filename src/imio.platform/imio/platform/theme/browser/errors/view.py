"""The page shown when something is not found or goes wrong."""

from imio.platform.core.errors import is_disk_full
from imio.platform.i18n import _
from plone import api
from plone.rest.errors import ErrorHandling
from plone.rest.interfaces import IAPIRequest
from Products.CMFPlone.browser.exceptions import ExceptionView
from Products.statusmessages.interfaces import IStatusMessage


class ErrorPage(ExceptionView):
    """Says it plainly and offers ways on; details are for managers.

    A program keeps the API's own answer: this page's layer comes before the API's
    marker, and without it a refusal would be a redirection to the login form.
    """

    page_title = _("Un problème est survenu")
    is_disk_full = False

    def __call__(self):
        if IAPIRequest.providedBy(self.request):
            return ErrorHandling(self.context, self.request)()
        if type(self.context).__name__ == "NotFound":
            self.page_title = _("Page introuvable")
            # Drawn around the site: what lies near the missing page may be a secret.
            self.__parent__ = api.portal.get()
            return super().__call__()
        # What succeeded until the error was undone with the rest.
        IStatusMessage(self.request).show()
        self.is_disk_full = is_disk_full(self.context)
        if self.is_disk_full:
            self.page_title = _("Le serveur n'a plus de place")
            self.request.response.setStatus(507, lock=1)
        return super().__call__()
