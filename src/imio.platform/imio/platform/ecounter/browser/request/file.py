"""A file of a request, for who treats it."""

from imio.platform.ecounter.browser.follow.downloads import send_file
from imio.platform.ecounter.content.interfaces import IRequestFile
from plone import api
from Products.Five.browser import BrowserView
from zope.interface import implementer
from zope.publisher.interfaces import IPublishTraverse
from zope.publisher.interfaces import NotFound

NOTES = "imio.platform.ecounter: See private notes"


@implementer(IPublishTraverse)
class AgentDownload(BrowserView):
    """``.../@@fichier/<id>``; the applicant has her own road to it."""

    file_id = ""

    def publishTraverse(self, request, name):
        if self.file_id:
            raise NotFound(self, name, request)
        self.file_id = name
        return self

    def __call__(self):
        found = self.context.get(self.file_id) if self.file_id else None
        if not IRequestFile.providedBy(found) or not api.user.has_permission(
            NOTES, obj=self.context
        ):
            raise NotFound(self.context, self.file_id, self.request)
        return send_file(self.request, found)
