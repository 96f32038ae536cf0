"""@@tutelle of a body: what goes to the supervision; @@suivi-tutelle of a point."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from imio.platform.core import clock
from imio.platform.core.browser.titles.interfaces import ITitledPage
from imio.platform.deliberation.browser.forms import FormPage
from imio.platform.deliberation.content.meeting import body_of
from imio.platform.deliberation.content.publication import PLACE
from imio.platform.deliberation.errors import DeliberationError
from imio.platform.deliberation.records.supervisions import supervision
from imio.platform.deliberation.rules.french_dates import long_date
from imio.platform.deliberation.rules.supervision import DECISIONS
from imio.platform.deliberation.rules.supervision import REGIMES
from imio.platform.deliberation.rules.supervision import Stage
from imio.platform.deliberation.rules.supervision import Supervision
from imio.platform.deliberation.workflow.supervising import adopted_on
from imio.platform.deliberation.workflow.supervising import follow
from imio.platform.deliberation.workflow.supervising import Followed
from imio.platform.deliberation.workflow.supervising import followed
from imio.platform.deliberation.workflow.supervising import forget
from imio.platform.deliberation.workflow.supervising import may_be_followed
from imio.platform.deliberation.workflow.supervising import note_lapse
from imio.platform.deliberation.workflow.supervising import STAGES
from imio.platform.deliberation.workflow.supervising import WARNINGS
from imio.platform.i18n import _
from Products.Five.browser import BrowserView
from zope.interface import implementer

#: Look of each stage: a word says it too.
LOOKS = {
    Stage.SENDING_LATE: "danger",
    Stage.LAPSED: "danger",
    Stage.ENDING: "warning",
    Stage.TO_SEND: "warning",
    Stage.SENT: "info",
    Stage.RUNNING: "info",
    Stage.DECIDED: "success",
}


@dataclass(frozen=True)
class SupervisionLine:
    """An act at the supervision, as people read it."""

    title: str
    url: str
    regime: str
    adopted: str
    sent: str
    received: str
    due: str
    days_left: str
    stage: str
    look: str
    decision: str
    warnings: tuple[str, ...]


@implementer(ITitledPage)
class SupervisionList(BrowserView):
    """The secretariat's list, the most pressing first."""

    title = _("Suivi de tutelle")

    def __call__(self):
        self.request.response.setHeader("Cache-Control", "private, no-store")
        return self.index()

    @cached_property
    def all_lines(self) -> list[SupervisionLine]:
        return [line_of(one) for one in followed(self.context)]

    @property
    def open_lines(self) -> list[SupervisionLine]:
        return [line for line in self.all_lines if line.look != "success"]

    @property
    def decided_lines(self) -> list[SupervisionLine]:
        return [line for line in self.all_lines if line.look == "success"]


def line_of(one: Followed) -> SupervisionLine:
    today = clock.today()
    value = one.supervision
    stage = value.stage(today)
    due = value.next_date(today)
    decided = value.decision_words
    if decided and value.decision_on:
        decided = f"{decided}, le {long_date(value.decision_on)}"
    return SupervisionLine(
        title=one.item.title,
        url=f"{one.item.absolute_url()}/@@suivi-tutelle",
        regime=value.rule.title,
        adopted=long_date(value.adopted_on),
        sent=long_date(value.sent_on) if value.sent_on else "",
        received=long_date(value.received_on) if value.received_on else "",
        due=long_date(due) if due else "",
        days_left=_days_left((due - today).days) if due else "",
        stage=STAGES[stage],
        look=LOOKS[stage],
        decision=decided,
        warnings=tuple(WARNINGS[code] for code in value.warnings()),
    )


def _days_left(days: int) -> str:
    if days == 0:
        return "aujourd'hui"
    number = "1 jour" if abs(days) == 1 else f"{abs(days)} jours"
    return f"dans {number}" if days > 0 else f"depuis {number}"


@implementer(ITitledPage)
class SupervisionPage(FormPage):
    """The follow-up of one act."""

    title = _("Suivi de tutelle")

    def handle(self) -> str:
        action = self.value("action")
        if action == "lapse":
            note_lapse(self.context)
            return _("L'expiration du délai est constatée.")
        if action == "forget":
            forget(self.context)
            return _("L'acte ne fait plus l'objet d'un suivi.")
        follow(self.context, self._given())
        return _("Le suivi est enregistré.")

    def _given(self) -> Supervision:
        return Supervision(
            regime=self.value("regime"),
            adopted_on=adopted_on(self.context) or clock.today(),
            sent_on=self._day("sent_on"),
            received_on=self._day("received_on"),
            days=self._number("days"),
            extended_by=self._number("extended_by") or 0,
            decision=self.value("decision"),
            decision_on=self._day("decision_on"),
            reference=self.value("reference")[:200],
            publication=self._publication(),
        )

    def _day(self, name: str) -> date | None:
        text = self.value(name)
        if not text:
            return None
        try:
            return date.fromisoformat(text)
        except ValueError as error:
            raise DeliberationError(
                _("Écrivez une date, par exemple 2026-06-25."), name
            ) from error

    def _number(self, name: str) -> int | None:
        text = self.value(name)
        if not text:
            return None
        if not (text.isascii() and text.isdigit() and len(text) < 4):
            raise DeliberationError(_("Écrivez un nombre de jours, de 0 à 365."), name)
        return int(text)

    def _publication(self) -> str:
        given = self.value("publication")
        known = {uid for uid, _title in self.publications}
        if given and given not in known:
            raise DeliberationError(
                _("Choisissez un texte de la liste."), "publication"
            )
        return given

    @cached_property
    def body(self):
        return body_of(self.context)

    @property
    def may_follow(self) -> bool:
        return may_be_followed(self.context)

    @cached_property
    def saved(self) -> Supervision | None:
        return supervision(self.body, self.context.UID())

    @property
    def line(self) -> SupervisionLine | None:
        return line_of(Followed(self.context, self.saved)) if self.saved else None

    @property
    def is_lapsed(self) -> bool:
        saved = self.saved
        return saved is not None and saved.stage(clock.today()) is Stage.LAPSED

    def shown(self, name: str) -> str:
        """What was typed, else what is saved."""
        if self.request.method == "POST":
            return self.value(name)
        value = getattr(self.saved, name, None) if self.saved else None
        if isinstance(value, date):
            return value.isoformat()
        return "" if value in (None, 0) else str(value)

    @property
    def regimes(self) -> list[tuple[str, str]]:
        return [(one.id, f"{one.title} ({one.source})") for one in REGIMES.values()]

    @property
    def decisions(self) -> list[tuple[str, str]]:
        silence = self.saved.rule.silence if self.saved else _("Délai expiré")
        return [(key, words or silence) for key, words in DECISIONS.items()]

    @cached_property
    def publications(self) -> list[tuple[str, str]]:
        """The body's regulations, whose page tells the supervision's decision."""
        if PLACE not in self.body.objectIds():
            return []
        texts = self.body[PLACE].objectValues()
        return [
            (one.UID(), one.title) for one in texts if one.portal_type == "Publication"
        ]
