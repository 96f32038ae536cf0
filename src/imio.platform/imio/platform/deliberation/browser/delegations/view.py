"""@@delegations of a body: who signs instead of whom, since when, until when."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from imio.platform.core import clock
from imio.platform.core.browser.titles.interfaces import ITitledPage
from imio.platform.core.organisation import mandates
from imio.platform.core.organisation.offices import offices
from imio.platform.deliberation.browser.forms import FormPage
from imio.platform.deliberation.content import officials
from imio.platform.deliberation.errors import DeliberationError
from imio.platform.deliberation.records.delegations import delegations
from imio.platform.deliberation.rules.french_dates import long_date
from imio.platform.deliberation.rules.signatories import Delegation
from imio.platform.deliberation.workflow.delegating import end
from imio.platform.deliberation.workflow.delegating import functions
from imio.platform.deliberation.workflow.delegating import give
from imio.platform.deliberation.workflow.delegating import members
from imio.platform.deliberation.workflow.delegating import PAPERS
from imio.platform.i18n import _
from zope.interface import implementer


@dataclass(frozen=True)
class DelegationLine:
    """A delegation as people read it.

    :param warning: what the secretariat should check, or empty.
    """

    number: int
    office: str
    delegator: str
    delegate: str
    title: str
    written: str
    period: str
    papers: tuple[str, ...]
    state: str
    is_running: bool
    warning: str


@implementer(ITitledPage)
class DelegationsPage(FormPage):
    """The secretariat's."""

    title = _("Délégations de signature")

    def handle(self) -> str:
        if "end" in self.request.form:
            given = self.value("end")
            number = int(given) if given.isascii() and given.isdigit() else 0
            end(self.context, number, self.day(f"last_day-{given}"))
            return _("La délégation prend fin au jour choisi.")
        function = self.value("function")
        by_mayor = function in officials.mayor_functions(self.context)
        give(
            self.context,
            function,
            self.value("member") if by_mayor else self.value("agent"),
            self.value("title"),
            self.day("written_on"),
            self.day("start"),
            tuple(self.values("papers")),
            self.day("end_day", "end"),
        )
        return _("La délégation est notée ; les documents la mentionnent.")

    def day(self, name: str, field: str = "") -> date | None:
        """A day of the form, ``None`` where it is empty."""
        text = self.value(name)
        if not text:
            return None
        try:
            return date.fromisoformat(text)
        except ValueError as error:
            raise DeliberationError(
                _("Écrivez une date, par exemple 2026-06-25."), field or name
            ) from error

    @cached_property
    def lines(self) -> list[DelegationLine]:
        """The latest first, of the offices that sign for this body."""
        shown = functions(self.context)
        return [
            self._line(one)
            for one in reversed(delegations(self.context))
            if one.function in shown
        ]

    @property
    def functions(self) -> list[tuple[str, str]]:
        known = offices()
        return [
            (key, known[key].neutral())
            for key in functions(self.context)
            if key in known
        ]

    @property
    def members(self) -> list[tuple[str, str]]:
        return [
            (mandate.uid, f"{mandate.person_name}, {mandates.title(mandate)}")
            for mandate in members(self.context, clock.today())
        ]

    @property
    def papers(self) -> dict[str, str]:
        return PAPERS

    @property
    def today(self) -> str:
        return clock.today().isoformat()

    def _line(self, one: Delegation) -> DelegationLine:
        today = clock.today()
        running = one.runs_on(today)
        state = _("En cours") if running else _("Terminée")
        if one.start > today:
            state = _("À venir")
        known = offices()
        period = f"du {long_date(one.start)}"
        period += f" au {long_date(one.end)}" if one.end else ", jusqu'à révocation"
        return DelegationLine(
            number=one.number,
            office=known[one.function].neutral() if one.function in known else "",
            delegator=one.delegator,
            delegate=one.delegate,
            title=one.title,
            written=long_date(one.written_on),
            period=period,
            papers=tuple(PAPERS[paper] for paper in one.papers if paper in PAPERS),
            state=state,
            is_running=running,
            warning=self._warning(one) if running else "",
        )

    def _warning(self, one: Delegation) -> str:
        """Somebody else holds the office now: a delegation is a personal trust."""
        holder = mandates.holder(one.function, clock.today())
        if holder is None or holder.person_name == one.delegator:
            return ""
        return _(
            "${name} exerce maintenant cette fonction : vérifiez que la délégation "
            "tient toujours, ou faites-en écrire une autre.",
            mapping={"name": holder.person_name},
        )
