"""@@observations of a meeting: the minutes, the observations on them, their suite."""

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from imio.platform.core import clock
from imio.platform.core.browser.titles.interfaces import ITitledPage
from imio.platform.core.clock import BRUSSELS
from imio.platform.core.organisation import mandates
from imio.platform.deliberation.browser.forms import FormPage
from imio.platform.deliberation.content import officials
from imio.platform.deliberation.content.meeting import body_of
from imio.platform.deliberation.content.meeting import meeting_day
from imio.platform.deliberation.records.corrections import corrections
from imio.platform.deliberation.records.fixed_minutes import file_proof
from imio.platform.deliberation.rules.corrections import Answer
from imio.platform.deliberation.rules.corrections import Correction
from imio.platform.deliberation.rules.french_dates import full_date
from imio.platform.deliberation.rules.french_dates import hour
from imio.platform.deliberation.rules.french_dates import long_date
from imio.platform.deliberation.workflow.correcting import may_be_corrected
from imio.platform.deliberation.workflow.correcting import observe
from imio.platform.deliberation.workflow.correcting import settle
from imio.platform.deliberation.workflow.lookup import meeting_of
from imio.platform.deliberation.workflow.meeting_guards import approval_item
from imio.platform.deliberation.workflow.projection import AgendaLine
from imio.platform.deliberation.workflow.projection import lines
from imio.platform.deliberation.workflow.registering import is_whole
from imio.platform.i18n import _
from plone import api
from urllib.parse import urlencode
from zExceptions import Unauthorized
from zope.interface import implementer

MANAGE_AGENDA = "imio.platform.deliberation: Manage agenda"

ANSWERS = {
    Answer.OPEN: _("Sans suite encore"),
    Answer.ACCEPTED: _("Acceptée"),
    Answer.REFUSED: _("Non retenue"),
}


@dataclass(frozen=True)
class Approval:
    """Where the minutes are to be approved."""

    title: str
    url: str
    day: str


@implementer(ITitledPage)
class MinutesPage(FormPage):
    """The members observe; the secretariat also notes for others and answers."""

    title = _("Procès-verbal")

    def handle(self) -> str:
        if "settle" in self.request.form:
            return self._settle()
        observe(
            self.context,
            self.author,
            self.value("item"),
            self.value("before"),
            self.value("after"),
            self.value("note"),
        )
        return _("L'observation est notée.")

    def _settle(self) -> str:
        if not self.may_settle:
            raise Unauthorized()
        answer, _dash, number = self.value("settle").partition("-")
        settled = settle(
            self.context,
            int(number) if number.isascii() and number.isdigit() else 0,
            answer == "accept",
            self.value(f"reply-{number}"),
        )
        if settled.answer is Answer.REFUSED:
            return _("L'observation n'est pas retenue ; elle reste au procès-verbal.")
        if settled.before:
            return _("Le texte est corrigé.")
        return _("L'observation est acceptée.")

    @cached_property
    def may_settle(self) -> bool:
        body = body_of(self.context)
        return bool(api.user.has_permission(MANAGE_AGENDA, obj=body))

    @property
    def is_correctable(self) -> bool:
        return may_be_corrected(self.context)

    @cached_property
    def own_name(self) -> str:
        """Name and office of the member who reads, empty for others."""
        user_id = api.user.get_current().getId()
        body = body_of(self.context)
        for mandate in officials.members(body, clock.today()):
            if user_id and mandate.user_id == user_id:
                return f"{mandate.person_name}, {mandates.title(mandate)}"
        return ""

    @property
    def author(self) -> str:
        """Who observes: oneself, or for the secretariat whoever it names."""
        return self.value("author")[:200] if self.may_settle else self.own_name

    @property
    def people(self) -> list[str]:
        """Names the secretariat is proposed: members, then the general direction."""
        offices = officials.officers(body_of(self.context), meeting_day(self.context))
        return [f"{office.name}, {office.title}" for office in offices]

    @cached_property
    def points(self) -> list[AgendaLine]:
        return [line for line in lines(self.context) if line.kind == "item"]

    @cached_property
    def log(self) -> list[Correction]:
        """Those on points that the reader sees."""
        shown = {line.uid for line in self.points}
        return [
            one
            for one in corrections(self.context)
            if not one.item or one.item in shown
        ]

    def answer(self, one: Correction) -> str:
        return ANSWERS[one.answer]

    def point_title(self, one: Correction) -> str:
        found = (line for line in self.points if line.uid == one.item)
        return next((f"{line.number}. {line.title}" for line in found), "")

    def day(self, text: str) -> str:
        moment = datetime.fromisoformat(text).astimezone(BRUSSELS)
        return f"{long_date(moment.date())} à {hour(moment.time())}"

    @cached_property
    def approval(self) -> Approval | None:
        """The point that approves them, for who may see it."""
        item = approval_item(self.context)
        if item is None or not api.user.has_permission("View", obj=item):
            return None
        other = meeting_of(item)
        day = full_date(meeting_day(other)) if other is not None else ""
        return Approval(item.title, item.absolute_url(), day)

    @property
    def proof(self) -> dict:
        return file_proof(self.context)

    @property
    def has_sat(self) -> bool:
        return bool(self.context.opened_at)

    @property
    def is_whole(self) -> bool:
        """Whether every act and the minutes are fixed."""
        return is_whole(self.context)

    def document_url(
        self, output_format: str, template: str = "deliberation-proces-verbal"
    ) -> str:
        query = urlencode({"template": template, "format": output_format})
        return f"{self.context.absolute_url()}/@@document?{query}"
