"""@@decisions: find a decision by its words, its body, its date; without a script."""

from functools import cached_property
from imio.platform.core.organisation import directory
from imio.platform.deliberation.browser.decisions.found import Found
from imio.platform.deliberation.browser.decisions.found import found
from imio.platform.deliberation.content.interfaces import IDeliberativeBody
from imio.platform.deliberation.content.meeting import meeting_day
from imio.platform.deliberation.content.settings import categories_of
from imio.platform.deliberation.content.vocabularies import KINDS
from imio.platform.deliberation.rules.decision_query import decision_query
from imio.platform.deliberation.rules.decision_query import DecisionQuery
from imio.platform.deliberation.rules.decision_query import What
from imio.platform.deliberation.workflow.finding import Finding
from imio.platform.deliberation.workflow.finding import findings
from imio.platform.deliberation.workflow.public_record import public_bodies
from imio.platform.deliberation.workflow.public_record import public_meetings
from imio.platform.i18n import _
from plone.base.batch import Batch
from Products.Five.browser import BrowserView
from zope.i18n import translate

PAGE_SIZE = 20
WHATS = (
    (What.ALL, _("Projets et décisions")),
    (What.DECISIONS, _("Décisions")),
    (What.PROJECTS, _("Projets à venir")),
)
ERRORS = {
    "date": _("Écrivez une date qui existe, comme 31/12/2026."),
    "order": _("La période se termine avant de commencer."),
}


class Decisions(BrowserView):
    """What the page and the feeds share: one search."""

    @cached_property
    def query(self) -> DecisionQuery:
        return decision_query(self.request.form)

    @property
    def is_one_body(self) -> bool:
        return IDeliberativeBody.providedBy(self.context)

    @cached_property
    def bodies(self) -> list:
        """Those of which the public sees something."""
        if not self.is_one_body:
            return public_bodies(self.context)
        container = self.context.aq_parent
        mine = self.context.getId()
        return [one for one in public_bodies(container) if one.getId() == mine]

    @cached_property
    def findings(self) -> list[Finding]:
        """Nothing while the period cannot be understood: everything would mislead."""
        return [] if self.query.errors else findings(self.bodies, self.query)

    def feed_url(self, kind: str) -> str:
        """The feed of this very search."""
        asked = self.query.as_query()
        address = f"{self.context.absolute_url()}/@@decisions.{kind}"
        return f"{address}?{asked}" if asked else address


class DecisionsPage(Decisions):
    """A form that is an address, its results below."""

    page_title = _("Chercher une délibération")

    def __call__(self):
        if self.query.errors:
            self.request.response.setStatus(400)
        return self.index()

    @property
    def whats(self) -> list[tuple[str, str]]:
        return [(str(value), title) for value, title in WHATS]

    @property
    def kinds(self) -> list[tuple[str, str]]:
        return list(KINDS.items())

    @property
    def services(self) -> list[tuple[str, str]]:
        return [(entry.uid, entry.title) for entry in directory.services(True)]

    @cached_property
    def categories(self) -> list[str]:
        """Names of the categories of these bodies."""
        return sorted(
            {category.title for body in self.bodies for category in categories_of(body)}
        )

    @cached_property
    def years(self) -> list[int]:
        """Years in which a public meeting was held, the latest first."""
        return sorted(
            {
                meeting_day(meeting).year
                for body in self.bodies
                for meeting in public_meetings(body)
            }
        )[::-1]

    @cached_property
    def batch(self) -> Batch:
        return Batch(self.findings, PAGE_SIZE, self._start())

    @property
    def results(self) -> list[Found]:
        """Those of the page asked for."""
        return [found(finding) for finding in self.batch]

    def error(self, name: str) -> str:
        """The sentence to show beside a field."""
        code = self.query.errors.get(name, "")
        return translate(ERRORS[code], context=self.request) if code else ""

    def typed(self, name: str) -> str:
        """What was typed in a field, as it was: a wrong date is not lost."""
        value = self.request.form.get(name, "")
        return value if isinstance(value, str) else ""

    def _start(self) -> int:
        asked = str(self.request.form.get("b_start", "0"))
        return int(asked) if asked.isdecimal() and len(asked) < 7 else 0
