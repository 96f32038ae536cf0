"""@@version: the very bytes that were published."""

from imio.platform.deliberation.records.publications import version
from imio.platform.deliberation.records.publications import version_bytes
from imio.platform.deliberation.workflow.publishing import READABLE
from plone import api
from Products.Five.browser import BrowserView
from urllib.parse import quote
from zExceptions import NotFound


class VersionFile(BrowserView):
    """A version by its number; nothing once the text is withdrawn."""

    def __call__(self) -> bytes:
        found = version(self.context, self._number())
        if found is None or api.content.get_state(self.context) not in READABLE:
            raise NotFound()
        data = version_bytes(self.context, found.number)
        response = self.request.response
        response.setHeader("Content-Type", "application/pdf")
        response.setHeader("Content-Length", str(len(data)))
        response.setHeader("X-Content-Type-Options", "nosniff")
        response.setHeader(
            "Content-Disposition",
            f"attachment; filename*=UTF-8''{quote(found.filename)}",
        )
        return data

    def _number(self) -> int:
        given = self.request.form.get("number", "")
        return int(given) if str(given).isdecimal() and len(str(given)) < 6 else 0
