"""@@document?template=<id>&format=pdf|odt: one document of this object."""

from imio.platform.core.documents import generate
from imio.platform.core.documents.errors import BrokenTemplate
from imio.platform.core.documents.errors import ConversionFailed
from imio.platform.core.documents.errors import ConversionTimeout
from imio.platform.core.documents.errors import DocumentError
from imio.platform.core.documents.errors import UnknownTemplate
from Products.Five.browser import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from urllib.parse import quote
from urllib.parse import urlencode
import unicodedata


class DocumentDownload(BrowserView):
    """The document as a file, or a page that says why not and what to do."""

    template = ViewPageTemplateFile("unavailable.pt")
    message = ""
    odt_url = ""
    retry_url = ""

    def __call__(self):
        template_id = str(self.request.form.get("template", ""))
        output_format = str(self.request.form.get("format", "pdf"))
        try:
            document = generate(self.context, template_id, output_format)
        except DocumentError as error:
            return self._unavailable(error, template_id, output_format)
        response = self.request.response
        response.setHeader("Content-Type", document.content_type)
        response.setHeader(
            "Content-Disposition", content_disposition(document.filename)
        )
        response.setHeader("X-Content-Type-Options", "nosniff")
        # Made for this person, at this moment.
        response.setHeader("Cache-Control", "private, no-store")
        return document.data

    def _unavailable(self, error, template_id, output_format):
        self.message = error.message
        if output_format == "pdf" and not isinstance(
            error, UnknownTemplate | BrokenTemplate
        ):
            self.odt_url = self._address(template_id, "odt")
        if isinstance(error, ConversionTimeout | ConversionFailed):
            self.retry_url = self._address(template_id, output_format)
        status = 404 if isinstance(error, UnknownTemplate) else 503
        if isinstance(error, BrokenTemplate):
            status = 500
        self.request.response.setStatus(status)
        return self.template()

    def _address(self, template_id: str, output_format: str) -> str:
        query = urlencode({"template": template_id, "format": output_format})
        return f"{self.context.absolute_url()}/@@document?{query}"


def content_disposition(filename: str) -> str:
    """Header that names the file, for old and new browsers (RFC 6266)."""
    decomposed = unicodedata.normalize("NFKD", filename)
    plain = decomposed.encode("ascii", "ignore").decode().replace('"', "")
    return f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(filename)}"
