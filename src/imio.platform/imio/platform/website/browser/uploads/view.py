"""Pictures dropped in the editor or in the list of contents are checked as the others."""

from imio.platform.website.content.images import check_image
from imio.platform.website.content.images import NotAnImage
from plone.app.content.browser.file import FileUploadView
from plone.namedfile.file import NamedBlobImage
from zope.i18n import translate
import json
import mimetypes


class CheckedUpload(FileUploadView):
    """Refuses what is no picture, with the sentence that the forms say."""

    def __call__(self):
        upload = self.request.form.get("file")
        problem = self._problem(upload) if hasattr(upload, "filename") else ""
        if not problem:
            return super().__call__()
        response = self.request.response
        response.setStatus(400)
        response.setHeader("Content-Type", "application/json; charset=utf-8")
        return json.dumps({"error": problem, "message": problem})

    def _problem(self, upload) -> str:
        content_type = mimetypes.guess_type(upload.filename)[0] or ""
        if not content_type.startswith("image/"):
            return ""
        data = upload.read()
        upload.seek(0)
        try:
            check_image(NamedBlobImage(data, content_type, upload.filename))
        except NotAnImage as refused:
            return translate(refused.doc(), context=self.request)
        return ""
