"""Once decisions are published, each service is told what became of its points."""

from imio.platform.core.jobs import enqueue
from imio.platform.core.jobs import job
from imio.platform.core.jobs import SYSTEM
from imio.platform.core.notifications import notify
from imio.platform.core.notifications.interfaces import NotificationKind
from imio.platform.core.organisation import directory
from imio.platform.core.organisation import membership
from imio.platform.deliberation.content.defaults import AUTHOR_FUNCTIONS
from imio.platform.deliberation.content.meeting import meeting_day
from imio.platform.deliberation.content.vocabularies import OUTCOMES
from imio.platform.deliberation.workflow.lookup import find_item
from imio.platform.deliberation.workflow.lookup import find_meeting
from imio.platform.deliberation.workflow.projection import AgendaLine
from imio.platform.deliberation.workflow.projection import lines
from imio.platform.i18n import _
from urllib.parse import urlencode
from zope.i18n import translate

JOB = "imio.platform.deliberation.tell_services"
#: Name of the page of the service's decisions, on the root of the bodies.
PAGE = "@@decisions-de-mon-service"

DECIDED = NotificationKind(
    "deliberation.decided",
    _("Les points de mon service sont décidés"),
    _("Après chaque séance, quand les décisions sont publiées."),
)


def tell_services(meeting) -> None:
    """Let each service know, once the transaction has committed."""
    enqueue(JOB, key=meeting.UID(), meeting_uid=meeting.UID())


@job(JOB, title=_("Décisions aux services"), run_as=SYSTEM)
def send(site, meeting_uid: str) -> None:
    """One mail a person and a service, with that service's points only."""
    meeting = find_meeting(meeting_uid)
    if meeting is None:
        return
    by_service: dict[str, list[AgendaLine]] = {}
    for line in lines(meeting):
        item = find_item(line.uid) if line.kind == "item" else None
        if item is not None and item.outcome and item.proposing_service:
            by_service.setdefault(item.proposing_service, []).append(line)
    for service_uid, decided in by_service.items():
        notify(
            recipients(service_uid),
            DECIDED.name,
            f"Décisions : {meeting.Title()}",
            text(meeting, service_uid, decided),
            page_url(meeting, service_uid),
        )


def recipients(service_uid: str) -> list[str]:
    """Those who draft for the service."""
    found: dict[str, None] = {}
    for function in AUTHOR_FUNCTIONS:
        found.update(dict.fromkeys(membership.members(service_uid, function)))
    return list(found)


def text(meeting, service_uid: str, decided: list[AgendaLine]) -> str:
    """The mail: a closed point has no title there, a mail travels."""
    service = directory.service(service_uid)
    title = service.title if service is not None else ""
    told = [
        f"- {line.number}. "
        f"{'Point du huis clos' if line.is_closed else line.title} : "
        f"{_outcome(find_item(line.uid))}"
        for line in decided
    ]
    return (
        f"Le {meeting.aq_parent.title} s'est prononcé le {meeting_day(meeting):%d/%m/%Y} "
        f"sur les points du service {title} :\n\n" + "\n".join(told) + "\n\n"
        "Les décisions et leurs textes se lisent ici, une fois connecté :"
    )


def page_url(meeting, service_uid: str) -> str:
    root = meeting.aq_parent.aq_parent
    query = urlencode({"service": service_uid, "year": meeting_day(meeting).year})
    return f"{root.absolute_url()}/{PAGE}?{query}"


def _outcome(item) -> str:
    return translate(OUTCOMES[item.outcome], target_language="fr").lower()
