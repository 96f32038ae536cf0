"""What a deliberation says of the advices on it."""

from datetime import date
from imio.platform.core.clock import BRUSSELS
from imio.platform.deliberation.content.advice import advice_clock
from imio.platform.deliberation.content.advice import is_financial
from imio.platform.deliberation.content.advice import PENDING
from imio.platform.deliberation.content.advice import service_title
from imio.platform.deliberation.content.vocabularies import OPINIONS
from imio.platform.deliberation.rules import finance
from imio.platform.deliberation.rules.french_dates import long_date
from imio.platform.deliberation.workflow.advices import asked
from imio.platform.deliberation.workflow.advices import finance_service
from plone import api
from zope.i18n import translate


def advice_sentences(item) -> tuple[str, ...]:
    """The sentences for the motivation; a confidential advice is not quoted."""
    found = [sentence for one in asked(item) if (sentence := _sentence(one))]
    if _is_below_threshold(item):
        found.append(finance.below_threshold_sentence(_day_put(item)))
    return tuple(found)


def _sentence(advice) -> str:
    if advice.is_confidential:
        return ""
    state = api.content.get_state(advice)
    financial = is_financial(advice)
    if state == "given":
        return _given(advice, financial)
    clock = advice_clock(advice)
    if financial and state in PENDING and clock.is_lapsed:
        return finance.not_given_sentence(advice.asked_on, clock.limit)
    return ""


def _given(advice, financial: bool) -> str:
    opinion = translate(OPINIONS[advice.opinion], target_language="fr").lower()
    if financial:
        return finance.given_sentence(opinion, advice.given_on)
    return (
        f"Vu l'avis du service {service_title(advice)}, {opinion}, remis le "
        f"{long_date(advice.given_on)} ;"
    )


def _is_below_threshold(item) -> bool:
    """An amount that asked for no opinion, in a body that has somebody to give it."""
    service = finance_service(item)
    if not service or not item.financial_amount:
        return False
    consulted = any(one.adviser_service == service for one in asked(item))
    if consulted:
        return False
    return not finance.opinion_is_due(item.financial_amount, _day_put(item))


def _day_put(item) -> date:
    """The day in Belgium a point was last submitted, or made where it never was."""
    submissions = [
        entry["time"]
        for history in (getattr(item, "workflow_history", None) or {}).values()
        for entry in history
        if entry["action"] == "submit"
    ]
    moment = max(submissions, default=item.created())
    return moment.asdatetime().astimezone(BRUSSELS).date()
