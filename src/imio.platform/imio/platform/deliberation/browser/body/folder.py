"""A folder of points has no page of its own."""

from imio.platform.deliberation.content.meeting import body_of
from Products.Five.browser import BrowserView


class ItemsFolderView(BrowserView):
    """Leads to the body's page."""

    def __call__(self):
        return self.request.response.redirect(body_of(self.context).absolute_url())
