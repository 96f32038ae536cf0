"""The supervision of acts by the Region (CDLD, third part): who, when, and silence.

General supervision with mandatory sending (L3122-2): the act is sent within a delay
of its adoption, and may be annulled within another from the complete file. Special
approval (L3131-1): the act wants an approval, which silence gives. Delays are known,
not confirmed: they warn and never block, and may be corrected act by act.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from datetime import timedelta
from enum import StrEnum
from imio.platform.core.rules.calendar import LegalCalendar
from imio.platform.core.rules.local_days import LocalDay

#: Days on which a delay of the supervision does not end: week-ends, legal holidays and
#: four more (CDLD L3113-1 and L3113-2). The summer no longer stops it since 2019.
CALENDAR = LegalCalendar(
    (LocalDay(9, 27), LocalDay(11, 2), LocalDay(11, 15), LocalDay(12, 26))
)


@dataclass(frozen=True)
class Regime:
    """A kind of supervision.

    :param send_days: calendar days from the adoption to the sending.
    :param days: calendar days from the day after the complete file was received.
    :param extension_days: most that the supervision may add.
    :param silence: what is written when it lets the delay pass.
    :param confidence: B: to be checked, hence a warning.
    """

    id: str
    title: str
    send_days: int
    days: int
    extension_days: int
    silence: str
    source: str
    confidence: str = "B"


REGIMES: Mapping[str, Regime] = {
    one.id: one
    for one in (
        Regime(
            "general",
            "Tutelle générale, envoi obligatoire",
            15,
            30,
            15,
            "Exécutoire, délai d'annulation expiré",
            "CDLD, art. L3122-2 à L3122-6",
        ),
        Regime(
            "approval",
            "Tutelle spéciale d'approbation",
            15,
            30,
            15,
            "Approuvé par expiration du délai",
            "CDLD, art. L3131-1 et L3132-1",
        ),
    )
}

#: What the supervision decides.
DECISIONS: Mapping[str, str] = {
    "approved": "Approuvé",
    "partly": "Approuvé partiellement",
    "refused": "Non approuvé",
    "annulled": "Annulé",
    "no_objection": "Sans observation, devenu pleinement exécutoire",
    "lapse": "",
}


class Stage(StrEnum):
    """Where an act stands, the most pressing first."""

    SENDING_LATE = "sending_late"
    LAPSED = "lapsed"
    ENDING = "ending"
    TO_SEND = "to_send"
    SENT = "sent"
    RUNNING = "running"
    DECIDED = "decided"


#: Days before a date on which it is shown as near.
NEAR = 5


@dataclass(frozen=True)
class Supervision:
    """The follow-up of an act.

    :param adopted_on: day of the sitting.
    :param received_on: day on which the supervision had the complete file.
    :param days: delay where the supervision says another one; else ``None``.
    :param extended_by: days added by a reasoned decision of the supervision.
    :param decision: a key of ``DECISIONS``.
    :param publication: UID of the regulation that publishes the act.
    """

    regime: str
    adopted_on: date
    sent_on: date | None = None
    received_on: date | None = None
    days: int | None = None
    extended_by: int = 0
    decision: str = ""
    decision_on: date | None = None
    reference: str = ""
    publication: str = ""

    @property
    def rule(self) -> Regime:
        return REGIMES[self.regime]

    @property
    def send_before(self) -> date:
        """The last day to send."""
        return self.adopted_on + timedelta(days=self.rule.send_days)

    @property
    def deadline(self) -> date | None:
        """The last day of the supervision, once it has the complete file."""
        if self.received_on is None:
            return None
        days = self.rule.days if self.days is None else self.days
        last = self.received_on + timedelta(days=days + self.extended_by)
        # CDLD L3113-1: put off to a working day.
        return CALENDAR.next_working_day(last)

    @property
    def decision_words(self) -> str:
        """What is published of it, empty while there is no decision."""
        if self.decision == "lapse":
            return self.rule.silence
        return DECISIONS.get(self.decision, "")

    def stage(self, today: date) -> Stage:
        if self.decision:
            return Stage.DECIDED
        if self.sent_on is None:
            return Stage.SENDING_LATE if today > self.send_before else Stage.TO_SEND
        deadline = self.deadline
        if deadline is None:
            return Stage.SENT
        if today > deadline:
            return Stage.LAPSED
        near = today + timedelta(days=NEAR) >= deadline
        return Stage.ENDING if near else Stage.RUNNING

    def next_date(self, today: date) -> date | None:
        """The date to watch: the sending, else the end of the delay."""
        stage = self.stage(today)
        if stage in (Stage.TO_SEND, Stage.SENDING_LATE):
            return self.send_before
        return None if stage is Stage.DECIDED else self.deadline

    def warnings(self) -> tuple[str, ...]:
        """What the law would not expect, by code; nothing of it blocks."""
        found = []
        if self.sent_on and self.sent_on > self.send_before:
            found.append("sent_late")
        if self.extended_by > self.rule.extension_days:
            found.append("long_extension")
        deadline = self.deadline
        is_spoken = self.decision not in ("", "lapse")
        if is_spoken and self.decision_on and deadline and self.decision_on > deadline:
            found.append("decided_late")
        return tuple(found)


def order_problem(one: Supervision) -> str:
    """The field whose date precedes the one before it; empty where all follow."""
    if one.sent_on and one.sent_on < one.adopted_on:
        return "sent_on"
    if one.received_on and (one.sent_on is None or one.received_on < one.sent_on):
        return "received_on"
    if one.decision and one.decision_on is None:
        return "decision_on"
    if one.decision_on and not one.decision:
        return "decision"
    if one.decision_on and one.sent_on and one.decision_on < one.sent_on:
        return "decision_on"
    return ""
