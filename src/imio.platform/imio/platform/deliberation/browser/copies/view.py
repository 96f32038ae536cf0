"""@@copies of a point: the certified copies of its act, and a new one."""

from dataclasses import dataclass
from functools import cached_property
from imio.platform.core import clock
from imio.platform.core.browser.titles.interfaces import ITitledPage
from imio.platform.deliberation.browser.forms import FormPage
from imio.platform.deliberation.browser.register.view import number_in
from imio.platform.deliberation.browser.register.view import send_pdf
from imio.platform.deliberation.content import officials
from imio.platform.deliberation.content.meeting import body_of
from imio.platform.deliberation.records.certified_copies import copies_of
from imio.platform.deliberation.records.certified_copies import copy_bytes
from imio.platform.deliberation.records.register import act_of
from imio.platform.deliberation.rules.french_dates import long_date
from imio.platform.deliberation.rules.register import Act
from imio.platform.deliberation.rules.signatories import Paper
from imio.platform.deliberation.rules.signatories import Signature
from imio.platform.deliberation.workflow.certifying import certify
from imio.platform.i18n import _
from Products.Five.browser import BrowserView
from zExceptions import NotFound
from zope.interface import implementer


@dataclass(frozen=True)
class CopyLine:
    """A copy given out, as people read it."""

    reference: str
    day: str
    recipient: str
    purpose: str
    signed_by: str
    sha256: str
    url: str


@implementer(ITitledPage)
class CopiesPage(FormPage):
    """The secretariat's."""

    title = _("Extraits certifiés conformes")

    def handle(self) -> str:
        made = certify(self.context, self.value("recipient"), self.value("purpose"))
        return _(
            "La copie ${reference} est prête.", mapping={"reference": made.reference}
        )

    @cached_property
    def body(self):
        return body_of(self.context)

    @cached_property
    def act(self) -> Act | None:
        return act_of(self.body, self.context)

    @property
    def signatures(self) -> list[Signature]:
        """Who would certify today."""
        return list(officials.signatures(self.body, clock.today(), Paper.COPY).values())

    @property
    def lines(self) -> list[CopyLine]:
        """The latest first."""
        if self.act is None:
            return []
        base = f"{self.context.absolute_url()}/@@certified-copy"
        return [
            CopyLine(
                reference=one.reference,
                day=long_date(one.date),
                recipient=one.recipient,
                purpose=one.purpose,
                signed_by=" ; ".join(s.name for s in one.signatures),
                sha256=one.sha256,
                url=f"{base}?year={one.year}&number={one.number}",
            )
            for one in reversed(copies_of(self.body, self.act))
        ]


class CertifiedCopyFile(BrowserView):
    """@@certified-copy: the very bytes that were given out."""

    def __call__(self) -> bytes:
        body = body_of(self.context)
        act = act_of(body, self.context)
        wanted = (number_in(self.request, "year"), number_in(self.request, "number"))
        for one in copies_of(body, act) if act is not None else ():
            if (one.year, one.number) == wanted and one.sha256:
                data = copy_bytes(body, one)
                send_pdf(self.request.response, one.filename, len(data))
                return data
        raise NotFound()
