"""Plone's own page of states, which asks for a script that is no more shipped."""

from Products.Five.browser import BrowserView


class StatesPage(BrowserView):
    """Leads to the object, whose actions bar offers the transitions and their reasons."""

    def __call__(self):
        url = self.context.absolute_url()
        suffix = "/view" if self.context.portal_type in ("File", "Image") else ""
        return self.request.response.redirect(url + suffix)
