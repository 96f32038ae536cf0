"""A part of the site: what it holds, as cards to follow."""

from plone import api
from Products.Five.browser import BrowserView

#: Not pages of their own.
LEFT_OUT = ("Image", "File")


class SectionListing(BrowserView):
    """The public pages directly in a folder, in the order of its editor."""

    def items(self) -> list:
        brains = api.content.find(
            path={"query": "/".join(self.context.getPhysicalPath()), "depth": 1},
            sort_on="getObjPositionInParent",
        )
        return [
            brain
            for brain in brains
            if brain.portal_type not in LEFT_OUT and not brain.exclude_from_nav
        ]
