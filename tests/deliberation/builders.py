"""A small town hall for tests: services, people, a college and its meetings."""

from contextlib import contextmanager
from dataclasses import dataclass
from dataclasses import field
from datetime import date
from datetime import datetime
from datetime import timedelta
from imio.platform.core import clock
from imio.platform.core.clock import BRUSSELS
from imio.platform.core.interfaces import IClock
from imio.platform.core.organisation import membership
from imio.platform.core.workflow.guards import verdict
from imio.platform.deliberation.content.officials import members_of
from imio.platform.deliberation.content.storage import items_folder
from imio.platform.deliberation.records.agenda import item_uids
from imio.platform.deliberation.records.presence import save_presence
from imio.platform.deliberation.rules.presence import Presence
from imio.platform.deliberation.rules.presence import Status
from imio.platform.deliberation.workflow import presenting
from imio.platform.deliberation.workflow.deciding import decide
from imio.platform.deliberation.workflow.lookup import find_item
from plone import api
from plone.app.textfield import RichTextValue
from plone.dexterity.utils import createContentInContainer
from tests.core.organisation.builders import account
from tests.core.organisation.builders import mandate
from tests.core.organisation.builders import organisation
from tests.core.organisation.builders import person
from tests.core.organisation.builders import service
from zope.annotation.interfaces import IAnnotations
from zope.component import getGlobalSiteManager
from zope.globalrequest import getRequest

PASSWORD = "Commune-2026!"
ELECTED = (
    ("Claire", "Lambert", "bourgmestre"),
    ("Benoît", "Collard", "echevin"),
    ("Samira", "El Amrani", "echevin"),
    ("Luc", "Delvaux", "echevin"),
    ("Thérèse", "Noël", "president_cpas"),
)


@dataclass
class TownHall:
    """What a test needs by name."""

    portal: object
    college: object = None
    council: object = None
    services: dict = field(default_factory=dict)


def town_hall(portal, publicity="titles") -> TownHall:
    """Three services, six accounts, a college of five and a council of three."""
    hall = TownHall(portal)
    root = organisation(portal)
    for title in ("Secrétariat", "Population", "Travaux"):
        hall.services[title] = service(root, title).UID()
    people = (
        ("secretaire", "Secrétariat", "manager"),
        ("agent-travaux", "Travaux", "agent"),
        ("chef-travaux", "Travaux", "manager"),
        ("agent-population", "Population", "agent"),
        ("chef-population", "Population", "manager"),
    )
    for user_id, title, function in people:
        account(user_id)
        membership.grant(hall.services[title], function, user_id)
    account("echevin")
    account("citoyen")
    for first_name, last_name, function in ELECTED:
        elected = person(
            root,
            first_name,
            last_name,
            email=f"elu{len(last_name)}@example.org",
            user_id="echevin" if last_name == "Collard" else None,
        )
        rank = ELECTED.index((first_name, last_name, function)) + 1
        mandate(elected, function, date(2024, 12, 2), body="college", rank=rank)
    for first_name, last_name in (("Nadia", "Peeters"), ("Xavier", "Lemaire")):
        councillor = person(root, first_name, last_name, email="c@example.org")
        mandate(councillor, "conseiller", date(2024, 12, 2), body="council")
    chair = person(root, "Jean", "Henrotte", gender="M", email="p@example.org")
    mandate(chair, "president_conseil", date(2024, 12, 2), body="council", rank=1)
    director = person(root, "Nathalie", "Wauters")
    mandate(director, "directeur_general", date(2024, 12, 2))
    with api.env.adopt_roles(["Manager"]):
        deliberations = api.content.create(
            portal, "Deliberations", "deliberations", title="Délibérations"
        )
        hall.college = api.content.create(
            deliberations,
            "DeliberativeBody",
            "college",
            title="Collège communal",
            preset="college",
            publicity=publicity,
            secretariat=hall.services["Secrétariat"],
            place="Salle du collège",
        )
        hall.council = api.content.create(
            deliberations,
            "DeliberativeBody",
            "conseil",
            title="Conseil communal",
            preset="council",
            publicity="drafts",
            secretariat=hall.services["Secrétariat"],
        )
    return hall


def rich(words: str) -> RichTextValue:
    return RichTextValue(f"<p>{words}</p>", "text/html", "text/x-html-safe")


def item(hall, title="Réfection", service_title="Travaux", body=None, **fields):
    """A draft with a text."""
    fields.setdefault("decision", rich(f"{title} : décision"))
    with api.env.adopt_roles(["Manager"]):
        return api.content.create(
            items_folder(body or hall.college),
            "AgendaItem",
            title=title,
            proposing_service=hall.services[service_title],
            **fields,
        )


def meeting(hall, day: datetime | None = None, body=None, **fields):
    with api.env.adopt_roles(["Manager"]):
        return createContentInContainer(
            body or hall.college,
            "Meeting",
            checkConstraints=False,
            date=day or in_days(10),
            **fields,
        )


def in_days(days: int) -> datetime:
    moment = clock.now() + timedelta(days=days)
    return moment.replace(hour=20, minute=0, second=0, microsecond=0)


def play(context, *transitions, user=None, comment="Voici pourquoi."):
    """Play transitions, as a user or as the system."""
    for transition in transitions:
        if user is None:
            with api.env.adopt_roles(["Manager"]):
                _do(context, transition, comment)
        else:
            with api.env.adopt_user(user):
                _do(context, transition, comment)


def present(item, meeting, user=None):
    """Put a point on an agenda, as a user or as the system."""
    switch = api.env.adopt_user(user) if user else api.env.adopt_roles(["Manager"])
    with switch:
        presenting.present(item, meeting)
    forget_roles()


def forget_roles():
    """What a new request would do: local roles are remembered within one."""
    request = getRequest()
    if request is None:
        # After a browser's visit nothing is remembered.
        return
    annotations = IAnnotations(request)
    for key in [key for key in annotations if "borg.localrole" in str(key)]:
        del annotations[key]
    annotations.pop("plone.memoize", None)


def _do(context, transition, comment):
    refusal = verdict(context, transition)
    assert refusal, f"{transition}: {refusal.reason}"
    api.portal.get_tool("portal_workflow").doActionFor(
        context, transition, comment=comment
    )
    forget_roles()


def validated(hall, title="Réfection", service_title="Travaux", **fields):
    """A point that its service's head validated."""
    made = item(hall, title, service_title, **fields)
    play(made, "submit", "validate")
    return made


def attendance(meeting, absent: int = 0) -> Presence:
    """Everybody present but the last ``absent`` members."""
    members = [mandate.uid for mandate in members_of(meeting)]
    there = len(members) - absent
    statuses = dict.fromkeys(members[:there], Status.PRESENT)
    statuses.update(dict.fromkeys(members[there:], Status.EXCUSED))
    return Presence(meeting=statuses)


def seat(meeting, absent: int = 0) -> None:
    save_presence(meeting, attendance(meeting, absent))


class Standing:
    """A clock that stands still."""

    def __init__(self, moment: datetime):
        self.moment = moment.astimezone(BRUSSELS)

    def now(self) -> datetime:
        return self.moment


@contextmanager
def at(moment: datetime):
    """The clock stands still at ``moment``."""
    manager = getGlobalSiteManager()
    former = manager.getUtility(IClock)
    manager.registerUtility(Standing(moment), IClock)
    try:
        yield
    finally:
        manager.registerUtility(former, IClock)


def items(meeting) -> list:
    """The points of a meeting in order."""
    return [find_item(uid) for uid in item_uids(meeting)]


def held(hall, titles=("Trottoir",), body=None, day: datetime | None = None, **fields):
    """A meeting that sat ten days ago and adopted its points, decisions published."""
    moment = day or in_days(-10)
    body = body or hall.college
    with at(moment - timedelta(days=9)):
        made = meeting(hall, moment, body=body)
        for title in titles:
            options = {"synthesis_note": rich("Note"), **fields}
            present(validated(hall, title, body=body, **options), made)
        play(made, "prepare", "convene")
    with at(moment):
        play(made, "open")
        seat(made)
        for one in items(made):
            with api.env.adopt_roles(["Manager"]):
                decide(one, "adopted")
        play(made, "close", "publish_decisions")
    return made


def approved(hall, titles=("Trottoir",), body=None, **fields):
    """The same, whose minutes the next meeting approved."""
    first = held(hall, titles, body, **fields)
    second = held(hall, (), body or hall.college, in_days(-3))
    play(first, "approve_minutes")
    assert items(second)
    return first
