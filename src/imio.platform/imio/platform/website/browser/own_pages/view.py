"""Plone's own contact and accessibility pages give way to the commune's."""

from plone import api
from Products.CMFPlone.browser.contact_info import ContactForm
from Products.Five.browser import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
import Products.CMFPlone.browser


def own_page(*page_ids: str):
    """The first of the commune's pages that the person may read, or ``None``.

    :param page_ids: where the page may be, by preference.
    """
    root = api.portal.get_navigation_root(api.portal.get())
    for page_id in page_ids:
        page = root.get(page_id)
        if page is not None and api.user.has_permission("View", obj=page):
            return page
    return None


class ContactInfo(ContactForm):
    """Leads to the commune's contact page, or to its services."""

    def __call__(self):
        page = own_page("contact", "organisation")
        if page is None:
            return super().__call__()
        return self.request.response.redirect(page.absolute_url())


class AccessibilityInfo(BrowserView):
    """Leads to the commune's accessibility statement."""

    plone_page = ViewPageTemplateFile(
        "templates/accessibility-info.pt", Products.CMFPlone.browser.__path__[0]
    )

    def __call__(self):
        page = own_page("accessibilite")
        if page is None:
            return self.plone_page()
        return self.request.response.redirect(page.absolute_url())
