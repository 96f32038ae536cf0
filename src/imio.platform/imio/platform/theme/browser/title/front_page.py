"""Whether a page is the one that opens the site."""

from plone import api
from plone.base.interfaces import IPloneSiteRoot
from Products.CMFPlone.defaultpage import check_default_page_via_view


def is_front_page(context, request) -> bool:
    """The site itself, or the page shown in its place."""
    root = api.portal.get_navigation_root(context)
    if IPloneSiteRoot.providedBy(context):
        return True
    is_default = check_default_page_via_view(context, request)
    return is_default and context.__parent__.aq_base is root.aq_base
