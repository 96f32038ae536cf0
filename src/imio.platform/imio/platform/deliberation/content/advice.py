"""An advice: what a service is asked to say of a point, until when, and its answer."""

from imio.platform.core import clock
from imio.platform.core.calendar import legal_calendar
from imio.platform.core.interfaces import IComputedRoles
from imio.platform.core.organisation import directory
from imio.platform.deliberation.content.meeting import body_of
from imio.platform.deliberation.rules import finance
from imio.platform.deliberation.rules.advice_clock import AdviceClock
from imio.platform.deliberation.rules.advice_clock import AdviceTerm
from imio.platform.deliberation.rules.advice_clock import read_clock
from imio.platform.i18n import _
from plone import api
from plone.app.textfield import RichText
from plone.autoform import directives
from plone.dexterity.content import Item
from plone.supermodel import model
from zope import schema
from zope.interface import implementer

TEXT = "imio.platform.deliberation.ViewAdviceText"
RULE = "imio.platform.deliberation.RuleAdvices"

#: States in which the adviser still has to answer.
PENDING = ("requested", "in_preparation", "incomplete")


class IAdvice(model.Schema):
    """What was asked is written once; the answer is the adviser's."""

    directives.write_permission(
        adviser_service=RULE, delay_kind=RULE, urgency_motive=RULE
    )
    directives.omitted("adviser_service", "delay_kind", "urgency_motive")
    adviser_service = schema.Choice(
        title=_("Service consulté"), vocabulary="imio.platform.core.services"
    )
    delay_kind = schema.Choice(
        title=_("Délai"),
        vocabulary="imio.platform.deliberation.advice_delays",
        default="normal",
    )
    urgency_motive = schema.Text(
        title=_("Motif de l'urgence"), required=False, max_length=2000
    )
    directives.read_permission(opinion=TEXT, text=TEXT)
    opinion = schema.Choice(
        title=_("Avis"),
        vocabulary="imio.platform.deliberation.opinions",
        required=False,
    )
    text = RichText(
        title=_("Motivation de l'avis"),
        default_mime_type="text/html",
        output_mime_type="text/x-html-safe",
        required=False,
    )
    is_confidential = schema.Bool(
        title=_("Avis confidentiel"),
        description=_("Seuls le service proposant et le secrétariat le lisent."),
        default=False,
        required=False,
    )


@implementer(IAdvice, IComputedRoles)
class Advice(Item):
    """Lies in its point. That it lapsed is read on the clock, never stored."""

    # No type annotations here, see ``Meeting``.

    #: Asked by the law, not by a person.
    is_automatic = False
    asked_by = ""
    asked_on = None
    #: Day the complete file was received; none while it is incomplete.
    completed_on = None
    is_extended = False
    given_by = ""
    given_on = None
    #: UID of the advice of an earlier point that this one repeats, read-only.
    inherited_from = ""
    #: Earlier answers, oldest first: ``(opinion, html, given_by, given_on)``.
    former = ()

    @property
    def title(self) -> str:
        return f"Avis : {service_title(self)}"

    @title.setter
    def title(self, value) -> None:
        """Ignored: the service decides."""


def service_title(advice) -> str:
    """The advising service's name, empty where it was removed."""
    found = directory.service(advice.adviser_service)
    return found.title if found is not None else ""


def advices_of(item) -> list:
    """The advices of a point, in the order they were asked, whoever looks."""
    return [one for one in item.objectValues() if IAdvice.providedBy(one)]


def advice_clock(advice) -> AdviceClock:
    """The advice's clock, now."""
    ends = getattr(body_of(advice), "advice_not_ending_on", None) or ()
    term = AdviceTerm(
        finance.delay(advice.delay_kind),
        advice.completed_on,
        finance.extension(advice.delay_kind, advice.is_extended),
        tuple(ends),
    )
    return read_clock(term, clock.today(), legal_calendar())


def is_pending(advice) -> bool:
    """Whether its answer is still awaited: neither given nor lapsed."""
    if api.content.get_state(advice) not in PENDING:
        return False
    return not advice_clock(advice).is_lapsed


def is_financial(advice) -> bool:
    """Whether it is the financial director's opinion of legality."""
    body = body_of(advice)
    service = getattr(body, "finance_service", None)
    return advice.is_automatic or bool(service and service == advice.adviser_service)
