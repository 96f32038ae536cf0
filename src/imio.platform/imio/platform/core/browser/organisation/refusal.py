"""The page shown when a refusal comes from below, for example a removal."""

from imio.platform.core.api.problem import problem
from imio.platform.core.api.problem import ProblemAnswer
from imio.platform.core.browser.titles.interfaces import ITitledPage
from imio.platform.i18n import _
from plone.rest.interfaces import IAPIRequest
from Products.Five.browser import BrowserView
from zope.interface import implementer


@implementer(ITitledPage)
class RefusalPage(BrowserView):
    """Says why, where a site would only say that something went wrong.

    A program keeps its own answer: this page's layer comes before the API's marker.
    """

    title = _("Ce n'est pas possible")

    def __call__(self):
        error = self.context
        if IAPIRequest.providedBy(self.request):
            return ProblemAnswer(error, self.request)()
        self.context = self.__parent__
        self.reason = problem(error, self.request)["message"]
        # Otherwise the publisher makes it 500 after the page is drawn.
        response = self.request.response
        response.setStatus(response.getStatus(), lock=1)
        return self.index()
