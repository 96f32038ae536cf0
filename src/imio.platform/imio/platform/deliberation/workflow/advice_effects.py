"""What the transitions of an advice do, and who is told."""

from imio.platform.core import clock
from imio.platform.core.notifications import NotificationKind
from imio.platform.core.notifications import notify
from imio.platform.core.organisation import membership
from imio.platform.deliberation.content.advice import advice_clock
from imio.platform.deliberation.content.advice import service_title
from imio.platform.deliberation.content.agenda_item import text_of
from imio.platform.deliberation.content.defaults import AUTHOR_FUNCTIONS
from imio.platform.deliberation.content.meeting import body_of
from imio.platform.deliberation.rules.french_dates import full_date
from imio.platform.deliberation.workflow.advices import ask_finance_if_due
from imio.platform.deliberation.workflow.advices import remember_services
from imio.platform.deliberation.workflow.roles import ADVISER_FUNCTIONS
from imio.platform.i18n import _
from plone import api

ASKED = NotificationKind(
    "deliberation.advice_asked",
    _("Un avis est demandé à mon service"),
    _("Une demande, une nouvelle demande ou un dossier complété."),
)
ANSWERED = NotificationKind(
    "deliberation.advice_answered",
    _("Un service répond à une demande d'avis"),
    _("L'avis est rendu, le dossier est incomplet ou le délai est prolongé."),
)


def added(advice, event) -> None:
    """The advising service is told; it already reads the point."""
    if not advice.inherited_from:
        tell_advisers(advice)


def modified(advice, event) -> None:
    """A confidential advice leaves the others' eyes at once."""
    advice.reindexObjectSecurity()


def after(advice, event) -> None:
    """Keep the clock and the answer, then tell those who wait for it."""
    transition = event.transition.id if event.transition else ""
    comment = event.kwargs.get("comment", "") if event.kwargs else ""
    effect = EFFECTS.get(transition)
    if effect is not None:
        effect(advice, comment)


def item_after(item, event) -> None:
    """Submitting a point with an amount above the threshold asks the director."""
    if event.transition:
        ask_finance_if_due(item)


def item_modified(item, event) -> None:
    """An amount raised on the way asks the director too."""
    ask_finance_if_due(item)


def _given(advice, comment: str) -> None:
    advice.given_by = api.user.get_current().getId() or ""
    advice.given_on = clock.today()
    _tell_service(advice, f"Le service {service_title(advice)} a rendu son avis.")


def _incomplete(advice, comment: str) -> None:
    advice.completed_on = None
    _tell_service(
        advice,
        f"Le service {service_title(advice)} trouve le dossier incomplet. "
        f"Le délai ne court plus.\n\n{comment}",
    )


def _completed(advice, comment: str) -> None:
    advice.completed_on = clock.today()
    tell_advisers(advice)


def _extended(advice, comment: str) -> None:
    advice.is_extended = True
    limit = full_date(advice_clock(advice).limit)
    _tell_service(
        advice,
        f"Le service {service_title(advice)} prolonge son délai jusqu'au {limit}."
        f"\n\n{comment}",
    )


def _asked_again(advice, comment: str) -> None:
    """The former answer is kept beside; the clock starts anew."""
    answer = (advice.opinion, text_of(advice.text), advice.given_by, advice.given_on)
    advice.former = (*advice.former, answer)
    advice.opinion = advice.text = advice.given_on = None
    advice.given_by = ""
    advice.is_extended = False
    advice.completed_on = advice.asked_on = clock.today()
    tell_advisers(advice)


def _withdrawn(advice, comment: str) -> None:
    remember_services(advice.aq_parent)


EFFECTS = {
    "give": _given,
    "declare_incomplete": _incomplete,
    "complete": _completed,
    "extend": _extended,
    "ask_again": _asked_again,
    "withdraw": _withdrawn,
}


def tell_advisers(advice) -> None:
    """Mail the advising service until when it may answer."""
    limit = full_date(advice_clock(advice).limit)
    text = f"Votre avis est attendu jusqu'au {limit} inclus.\n\n{subject_of(advice)}"
    people = people_of(advice.adviser_service, ADVISER_FUNCTIONS)
    notify(
        people, ASKED.name, f"Avis demandé : {subject_of(advice)}", text, _url(advice)
    )


def _tell_service(advice, text: str) -> None:
    people = people_of(advice.aq_parent.proposing_service, AUTHOR_FUNCTIONS)
    subject = f"{subject_of(advice)} : {service_title(advice)}"
    notify(people, ANSWERED.name, subject, text, _url(advice))


def subject_of(advice) -> str:
    """The body and the point; a closed one is not named in a mail."""
    item = advice.aq_parent
    title = item.title if item.privacy == "public" else "un point à huis clos"
    return f"{body_of(item).title}, {title}"


def _url(advice) -> str:
    return advice.absolute_url()


def people_of(service_uid: str | None, functions) -> list[str]:
    """Ids of those who hold one of the functions in a service, each once."""
    if not service_uid:
        return []
    found: dict[str, None] = {}
    for function in functions:
        found.update(dict.fromkeys(membership.members(service_uid, function)))
    return list(found)
