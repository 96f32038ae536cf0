"""Where a page lies, without naming what its reader may not see."""

from Acquisition import aq_inner
from plone import api
from plone.base.interfaces import IHideFromBreadcrumbs
from plone.base.interfaces import INavigationRoot
from Products.CMFPlone.browser.navigation import PhysicalNavigationBreadcrumbs


class Breadcrumbs(PhysicalNavigationBreadcrumbs):
    """A published page in a draft section shows no word of that section."""

    def breadcrumbs(self) -> tuple:
        if INavigationRoot.providedBy(self.context):
            return ()
        entries = super().breadcrumbs()
        context = aq_inner(self.context)
        # A hidden place adds no entry: the last one is its container's.
        is_hidden = IHideFromBreadcrumbs.providedBy(context)
        if is_hidden or api.user.has_permission("View", obj=context):
            return entries
        return entries[:-1]
