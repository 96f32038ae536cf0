"""@@item-advices: the advices of a point, on its page and in its services."""

from dataclasses import dataclass
from functools import cached_property
from imio.platform.core import clock
from imio.platform.deliberation.content.advice import advice_clock
from imio.platform.deliberation.content.advice import PENDING
from imio.platform.deliberation.content.advice import service_title
from imio.platform.deliberation.content.vocabularies import OPINIONS
from imio.platform.deliberation.rules.finance import euros
from imio.platform.deliberation.rules.finance import opinion_is_due
from imio.platform.deliberation.rules.french_dates import long_date
from imio.platform.deliberation.workflow.advice_hints import what_next
from imio.platform.deliberation.workflow.advices import asked
from imio.platform.deliberation.workflow.advices import CLOSED
from imio.platform.deliberation.workflow.advices import finance_service
from imio.platform.deliberation.workflow.advices import is_mandatory
from plone import api
from Products.Five.browser import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.i18n import translate

VIEW_ADVICES = "imio.platform.deliberation: View advices"
VIEW_TEXT = "imio.platform.deliberation: View advice text"
ASK = "imio.platform.deliberation: Ask advice"
GIVE = "imio.platform.deliberation: Give advice"


@dataclass(frozen=True)
class AdviceLine:
    """One advice as the reader may know it; the opinion once it may be read."""

    uid: str
    url: str
    service: str
    state: str
    next: str
    asked_on: str
    limit: str
    opinion: str
    opinion_title: str
    is_mandatory: bool
    is_lapsed: bool
    may_give: bool
    days_left: int


def may_list(item) -> bool:
    """Whether the present user may know which advices a point has."""
    permissions = (VIEW_ADVICES, "View")
    return all(api.user.has_permission(one, obj=item) for one in permissions)


def advice_lines(item) -> list[AdviceLine]:
    """The advices that the present user may see."""
    if not may_list(item):
        return []
    return [
        _line(one) for one in asked(item) if api.user.has_permission("View", obj=one)
    ]


def _line(advice) -> AdviceLine:
    state = api.content.get_state(advice)
    timer = advice_clock(advice)
    reads = api.user.has_permission(VIEW_TEXT, obj=advice)
    opinion = (advice.opinion or "") if reads else ""
    title = OPINIONS.get(opinion, "")
    is_open = state in PENDING
    return AdviceLine(
        uid=advice.UID(),
        url=advice.absolute_url(),
        service=service_title(advice),
        state=state,
        next=translate(what_next(advice), target_language="fr"),
        asked_on=long_date(advice.asked_on),
        limit=timer.limit.isoformat() if timer.limit and is_open else "",
        opinion=opinion if state == "given" else "",
        opinion_title=translate(title, target_language="fr")
        if state == "given"
        else "",
        is_mandatory=is_mandatory(advice),
        is_lapsed=is_open and timer.is_lapsed,
        may_give=state in ("requested", "in_preparation")
        and bool(api.user.has_permission(GIVE, obj=advice)),
        days_left=timer.days_left,
    )


class ItemAdvices(BrowserView):
    """A fragment of page; empty for who may not know of advices."""

    template = ViewPageTemplateFile("listing.pt")

    def __call__(self) -> str:
        if not may_list(self.context):
            return ""
        if not (self.lines or self.may_ask or self.amount):
            return ""
        return self.template()

    @cached_property
    def lines(self) -> list[AdviceLine]:
        return advice_lines(self.context)

    @property
    def may_ask(self) -> bool:
        return api.content.get_state(self.context) not in CLOSED and bool(
            api.user.has_permission(ASK, obj=self.context)
        )

    @property
    def amount(self) -> str:
        amount = self.context.financial_amount
        return euros(amount) if amount is not None else ""

    @property
    def lacks_director(self) -> bool:
        """The law asks for an opinion and nobody was named to give it."""
        return not finance_service(self.context) and opinion_is_due(
            self.context.financial_amount, clock.today()
        )
