"""@@register of a body: its acts by year, searched, downloaded, verified."""

from functools import cached_property
from imio.platform.core import clock
from imio.platform.core.browser.titles.interfaces import ITitledPage
from imio.platform.deliberation.browser.forms import FormPage
from imio.platform.deliberation.browser.register.lines import act_lines
from imio.platform.deliberation.browser.register.lines import ActLine
from imio.platform.deliberation.browser.register.lines import with_links
from imio.platform.deliberation.records.register import act
from imio.platform.deliberation.records.register import act_bytes
from imio.platform.deliberation.records.register import years
from imio.platform.deliberation.workflow.registering import ask_for_files
from imio.platform.deliberation.workflow.registering import register
from imio.platform.deliberation.workflow.registering import unfinished
from imio.platform.deliberation.workflow.registering import unregistered
from imio.platform.deliberation.workflow.verifying import SENTENCES
from imio.platform.deliberation.workflow.verifying import Verification
from imio.platform.deliberation.workflow.verifying import verification
from imio.platform.i18n import _
from plone import api
from Products.Five.browser import BrowserView
from urllib.parse import quote
from urllib.parse import urlencode
from zExceptions import NotFound
from zExceptions import Unauthorized
from zope.interface import implementer

MANAGE_AGENDA = "imio.platform.deliberation: Manage agenda"
PAGE_SIZE = 50


@implementer(ITitledPage)
class RegisterPage(FormPage):
    """What the members read; the secretariat also completes it."""

    title = _("Registre des délibérations")

    def handle(self) -> str:
        if not self.may_manage:
            raise Unauthorized()
        number = 0
        for meeting in unregistered(self.context):
            number += len(register(meeting))
        for meeting in unfinished(self.context):
            ask_for_files(meeting)
        if number:
            return _(
                "${number} acte(s) inscrit(s) ; les fichiers suivent.",
                mapping={"number": str(number)},
            )
        return _("Les fichiers qui manquent sont demandés à nouveau.")

    @property
    def may_manage(self) -> bool:
        return bool(api.user.has_permission(MANAGE_AGENDA, obj=self.context))

    @cached_property
    def years(self) -> list[int]:
        return years(self.context) or [clock.today().year]

    @cached_property
    def year(self) -> int:
        return number_in(self.request, "year") or self.years[0]

    @property
    def query(self) -> str:
        return self.value("q")[:200]

    @cached_property
    def found(self) -> list[ActLine]:
        return act_lines(self.context, self.year, self.query)

    @cached_property
    def page(self) -> int:
        return min(max(number_in(self.request, "page"), 1), self.pages)

    @property
    def pages(self) -> int:
        return max(-(-len(self.found) // PAGE_SIZE), 1)

    @cached_property
    def lines(self) -> list[ActLine]:
        start = (self.page - 1) * PAGE_SIZE
        shown = self.found[start : start + PAGE_SIZE]
        return with_links(self.context, shown, self.year)

    def page_url(self, page: int) -> str:
        query = urlencode({"year": self.year, "q": self.query, "page": page})
        return f"{self.context.absolute_url()}/@@register?{query}"

    @cached_property
    def to_register(self) -> list[str]:
        """Approved meetings from before the register."""
        if not self.may_manage:
            return []
        return [meeting.Title() for meeting in unregistered(self.context)]

    @cached_property
    def to_finish(self) -> list[str]:
        if not self.may_manage:
            return []
        return [meeting.Title() for meeting in unfinished(self.context)]

    @property
    def print_url(self) -> str:
        query = urlencode(
            {"template": "deliberation-registre", "format": "pdf", "year": self.year}
        )
        return f"{self.context.absolute_url()}/@@document?{query}"


@implementer(ITitledPage)
class RegisterVerification(BrowserView):
    """@@register-verify: every fingerprint of a year, computed again now."""

    title = _("Vérification du registre")

    @cached_property
    def result(self) -> Verification:
        given = number_in(self.request, "year")
        found = years(self.context)
        return verification(
            self.context, given or (found[0] if found else clock.today().year)
        )

    @property
    def findings(self) -> list[dict]:
        references = {one.number: one.reference for one in self.result.acts}
        return [
            {
                "reference": references.get(one.number, f"{one.year}/{one.number}"),
                "sentence": SENTENCES[one.fault],
            }
            for one in self.result.findings
        ]

    def __call__(self):
        self.request.response.setHeader("Cache-Control", "private, no-store")
        return self.index()


class ActFile(BrowserView):
    """@@register-act: the very bytes of an act."""

    def __call__(self) -> bytes:
        found = act(
            self.context,
            number_in(self.request, "year"),
            number_in(self.request, "number"),
        )
        if found is None or not found.has_file:
            raise NotFound()
        data = act_bytes(self.context, found)
        send_pdf(self.request.response, found.filename, len(data))
        return data


def send_pdf(response, filename: str, length: int) -> None:
    """The headers of a file that is the reader's own."""
    response.setHeader("Content-Type", "application/pdf")
    response.setHeader("Content-Length", str(length))
    response.setHeader("X-Content-Type-Options", "nosniff")
    response.setHeader("Cache-Control", "private, no-store")
    response.setHeader(
        "Content-Disposition", f"attachment; filename*=UTF-8''{quote(filename)}"
    )


def number_in(request, name: str) -> int:
    """A whole number of the address; 0 where there is none."""
    given = str(request.form.get(name, ""))
    return int(given) if given.isascii() and given.isdigit() and len(given) < 7 else 0
