"""@@notice: the notice of a publication, to print and to post (CDLD L1133-1)."""

from imio.platform.deliberation.browser.publication.view import PublicationView
from imio.platform.deliberation.content import officials
from imio.platform.deliberation.content.meeting import body_of
from imio.platform.deliberation.records.publications import versions
from imio.platform.deliberation.rules.signatories import Paper
from imio.platform.deliberation.rules.signatories import Signature
from imio.platform.deliberation.workflow.publishing import READABLE
from io import BytesIO
from plone import api
from Products.Five.browser import BrowserView
from zExceptions import NotFound
import segno


class NoticePage(PublicationView):
    """Only for what is online."""

    def __call__(self):
        if self.current is None:
            raise NotFound()
        return self.index()

    @property
    def body_title(self) -> str:
        return body_of(self.context).title

    @property
    def signatories(self) -> list[Signature]:
        """Who signs on the day of the publication, the secretary first."""
        day = versions(self.context)[-1].published.date()
        body = body_of(self.context)
        return list(officials.signatures(body, day, Paper.NOTICE).values())


class NoticeCode(BrowserView):
    """The address as a code to scan."""

    def __call__(self) -> bytes:
        if api.content.get_state(self.context) not in READABLE:
            raise NotFound()
        self.request.response.setHeader("Content-Type", "image/svg+xml")
        return code_of(self.context.absolute_url(), "svg")


def code_of(url: str, kind: str) -> bytes:
    """A QR code (ISO/IEC 18004) of the address, ``"svg"`` or ``"png"``."""
    made = BytesIO()
    segno.make(url, error="m", micro=False).save(made, kind=kind, scale=6, border=4)
    return made.getvalue()
