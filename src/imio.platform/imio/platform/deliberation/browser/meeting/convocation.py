"""@@convocation: the law's dates, who will receive it, and what is still missing."""

from datetime import datetime
from functools import cached_property
from imio.platform.core import clock
from imio.platform.core.workflow.guards import verdict
from imio.platform.core.workflow.transitions import perform
from imio.platform.deliberation.browser.body.meetings import when
from imio.platform.deliberation.browser.forms import FormPage
from imio.platform.deliberation.content.meeting import body_of
from imio.platform.deliberation.documents.recipients import Recipient
from imio.platform.deliberation.documents.recipients import recipients
from imio.platform.deliberation.records.convocations import sendings
from imio.platform.deliberation.rules.deadlines import sending_in_time
from imio.platform.deliberation.rules.french_dates import full_date
from imio.platform.deliberation.workflow.meeting_guards import limits_of
from imio.platform.i18n import _
from plone import api


class ConvocationPage(FormPage):
    """Convoking is the meeting's transition; this page prepares and shows it."""

    @cached_property
    def limits(self):
        return limits_of(self.context)

    @property
    def delays(self):
        return body_of(self.context).rules().delays

    @property
    def in_time(self) -> bool:
        return sending_in_time(clock.today(), self.limits)

    @property
    def days_left(self) -> int:
        return (self.limits.last_sending - clock.today()).days

    @property
    def when(self) -> str:
        return when(self.context)

    def day(self, day) -> str:
        return full_date(day) if day else ""

    @property
    def is_prepared(self) -> bool:
        return api.content.get_state(self.context) == "prepared"

    @property
    def is_planned(self) -> bool:
        return api.content.get_state(self.context) == "planned"

    @cached_property
    def refusal(self) -> str:
        found = verdict(self.context, "convene")
        return "" if found else self.said(found.reason)

    @cached_property
    def recipients(self) -> list[Recipient]:
        return recipients(self.context)

    @property
    def without_address(self) -> list[Recipient]:
        return [one for one in self.recipients if not one.email]

    @property
    def sent(self):
        return sendings(self.context)

    def sent_at(self, sending) -> str:
        if not sending.sent_at:
            return ""
        moment = datetime.fromisoformat(sending.sent_at).astimezone(clock.BRUSSELS)
        return f"{moment:%d/%m/%Y %H:%M}"

    def handle(self) -> str:
        motive = self.value("urgency_motive")
        if motive and motive != (self.context.urgency_motive or ""):
            self.context.urgency_motive = motive[:2000]
        perform(self.context, "convene")
        return _("La séance est convoquée : la convocation part à chaque membre.")
