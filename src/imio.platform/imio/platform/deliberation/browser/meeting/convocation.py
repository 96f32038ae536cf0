"""@@convocation: the law's dates, who receives it, and the proof of each sending."""

from datetime import date
from functools import cached_property
from imio.platform.core import clock
from imio.platform.core.workflow.guards import verdict
from imio.platform.core.workflow.transitions import perform
from imio.platform.deliberation.browser.body.meetings import when
from imio.platform.deliberation.browser.forms import FormPage
from imio.platform.deliberation.browser.meeting.proof import ProofOfWave
from imio.platform.deliberation.browser.meeting.proof import proofs
from imio.platform.deliberation.content.meeting import body_of
from imio.platform.deliberation.documents.recipients import Recipient
from imio.platform.deliberation.documents.recipients import recipients
from imio.platform.deliberation.errors import DeliberationError
from imio.platform.deliberation.rules.deadlines import sending_in_time
from imio.platform.deliberation.rules.french_dates import full_date
from imio.platform.deliberation.workflow import convoking
from imio.platform.deliberation.workflow.available_minutes import available_words
from imio.platform.deliberation.workflow.available_minutes import AvailableMinutes
from imio.platform.deliberation.workflow.available_minutes import make_available
from imio.platform.deliberation.workflow.available_minutes import minutes_to_approve
from imio.platform.deliberation.workflow.meeting_guards import limits_of
from imio.platform.deliberation.workflow.projection import AgendaLine
from imio.platform.deliberation.workflow.projection import lines
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

    @cached_property
    def state(self) -> str:
        return api.content.get_state(self.context)

    @property
    def is_prepared(self) -> bool:
        return self.state == "prepared"

    @property
    def is_planned(self) -> bool:
        return self.state == "planned"

    @property
    def is_open(self) -> bool:
        """Whether something can still be sent to the members."""
        return self.state in ("convened", "in_session")

    @cached_property
    def refusal(self) -> str:
        found = verdict(self.context, "convene")
        return "" if found else self.said(found.reason)

    @property
    def urgency_motive(self) -> str:
        return self.value("urgency_motive") or self.context.urgency_motive or ""

    @cached_property
    def recipients(self) -> list[Recipient]:
        return recipients(self.context)

    @property
    def without_address(self) -> list[Recipient]:
        return [one for one in self.recipients if not one.email]

    @cached_property
    def proofs(self) -> list[ProofOfWave]:
        return proofs(self.context)

    @cached_property
    def minutes(self) -> list[AvailableMinutes]:
        """Earlier minutes whose approval is on the agenda."""
        return minutes_to_approve(self.context)

    @property
    def minutes_are_late(self) -> bool:
        return any(one.is_late for one in self.minutes)

    def available_words(self, one: AvailableMinutes) -> str:
        return self.said(available_words(one))

    @cached_property
    def added(self) -> list[AgendaLine]:
        """Points that the members have not been sent yet."""
        uids = convoking.pending_points(self.context)
        return [line for line in lines(self.context) if line.uid in uids]

    @cached_property
    def complement_refusal(self) -> str:
        found = convoking.complement_verdict(self.context)
        return "" if found else self.said(found.reason)

    @property
    def paper_reasons(self) -> list[tuple[str, str]]:
        return list(convoking.PAPER_REASONS.items())

    @property
    def today(self) -> str:
        return clock.today().isoformat()

    def is_at(self, wave: ProofOfWave, line) -> bool:
        """Whether the form that was refused is this line's."""
        return self.value("paper") == f"{wave.id} {line.member}"

    def handle(self) -> str:
        if self.value("complement"):
            convoking.send_complement(self.context)
            return _("L'ordre du jour complémentaire part à chaque membre.")
        if self.value("resend"):
            convoking.resend(self.context, *self._line("resend"))
            return _("La convocation est envoyée à nouveau à ce membre.")
        if self.value("paper"):
            return self._paper()
        if self.value("minutes"):
            make_available(
                self.context, self.value("minutes"), self._day("available_on")
            )
            return _("La mise à disposition du procès-verbal est notée.")
        motive = self.value("urgency_motive")
        if motive and motive != (self.context.urgency_motive or ""):
            self.context.urgency_motive = motive[:2000]
        perform(self.context, "convene")
        return _("La séance est convoquée : la convocation part à chaque membre.")

    def _paper(self) -> str:
        wave_id, member = self._line("paper")
        convoking.note_paper(
            self.context, wave_id, member, self.value("reason"), self._day("day")
        )
        return _("La remise sur papier est notée.")

    def _day(self, name: str) -> date:
        try:
            return date.fromisoformat(self.value(name))
        except ValueError as error:
            raise DeliberationError(
                _("Écrivez une date, par exemple 17/06/2026."), name
            ) from error

    def _line(self, name: str) -> tuple[str, str]:
        wave_id, _space, member = self.value(name).partition(" ")
        return wave_id, member
