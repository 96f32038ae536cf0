"""Categories: what they settle of a point, and the order they give."""

from imio.platform.core.errors import RemovalRefused
from imio.platform.deliberation.content.settings import categories_of
from imio.platform.deliberation.content.settings import is_offered_to
from imio.platform.deliberation.content.settings import lineage
from imio.platform.deliberation.errors import DeliberationError
from imio.platform.deliberation.records.ballots import last_ballot
from imio.platform.deliberation.rules.ballot import Method
from imio.platform.deliberation.workflow.deciding import decide
from imio.platform.deliberation.workflow.deciding import VoteGiven
from imio.platform.deliberation.workflow.explanation import explanation
from imio.platform.deliberation.workflow.sending import copy_in
from imio.platform.deliberation.workflow.voting import BallotGiven
from imio.platform.deliberation.workflow.voting import record_ballot
from plone import api
from plone.dexterity.utils import createContentInContainer
from tests.core.organisation.builders import service
from tests.deliberation import builders
from tests.deliberation.workflow.test_following import put
from zope.component import getUtility
from zope.event import notify
from zope.lifecycleevent import ObjectModifiedEvent
from zope.schema.interfaces import IVocabularyFactory
import pytest


@pytest.fixture
def hall(portal):
    return builders.town_hall(portal)


def category(body, title="Personnel", **fields):
    with api.env.adopt_roles(["Manager"]):
        return createContentInContainer(
            body, "ItemCategory", checkConstraints=False, title=title, **fields
        )


def test_questions_of_persons_are_always_closed(hall):
    persons = category(hall.college, about_persons=True)
    item = builders.item(hall, category=persons.UID(), privacy="public")
    assert item.privacy == "closed"
    item.privacy = "public"
    notify(ObjectModifiedEvent(item))
    assert item.privacy == "closed"


def test_a_point_moved_to_a_closing_category_closes_at_once(hall):
    persons = category(hall.council, about_persons=True)
    meeting = builders.meeting(hall, builders.in_days(12), body=hall.council)
    note = builders.rich("note")
    item = builders.validated(hall, body=hall.council, synthesis_note=note)
    builders.present(item, meeting)
    builders.play(meeting, "prepare", "convene")
    with api.env.adopt_user("citoyen"):
        assert api.user.has_permission("View", obj=item)
    item.category = persons.UID()
    notify(ObjectModifiedEvent(item))
    builders.forget_roles()
    with api.env.adopt_user("citoyen"):
        assert not api.user.has_permission("View", obj=item)


def test_an_appointment_is_voted_by_secret_ballot_only(hall):
    kind = category(hall.college, "Nominations", wants_secret_ballot=True)
    item = builders.item(hall, category=kind.UID())
    assert item.secret_ballot
    meeting, item = put(hall, "noted", item)
    builders.play(item, "reopen")
    with api.env.adopt_user("secretaire"):
        vote = VoteGiven(Method.PUBLIC, {"yes": 5, "no": 0, "abstain": 0})
        with pytest.raises(DeliberationError, match="Scrutin secret"):
            decide(item, "adopted", vote=vote)
        with pytest.raises(DeliberationError, match="Scrutin secret"):
            record_ballot(item, BallotGiven(Method.PUBLIC))
        assert last_ballot(meeting, item.UID()) is None
        vote = VoteGiven(Method.SECRET, {"yes": 5, "no": 0, "abstain": 0})
        decide(item, "adopted", vote=vote)
    assert item.outcome == "adopted"


def test_the_agenda_follows_the_categories_where_the_body_wants_it(hall):
    roads = category(hall.college, "Voirie", rank=1)
    money = category(hall.college, "Finances", rank=2)
    hall.college.order_by = ["category", "service"]
    meeting = builders.meeting(hall)
    for title, kind in (("m1", money), ("r1", roads), ("none", None), ("r2", roads)):
        uid = kind.UID() if kind is not None else None
        builders.present(builders.validated(hall, title, category=uid), meeting)
    assert [i.title for i in builders.items(meeting)] == ["r1", "r2", "m1", "none"]
    first = builders.items(meeting)[1]
    assert "catégorie" in explanation(meeting, first.UID())


def test_each_service_is_offered_its_categories(hall):
    category(hall.college, "Tous")
    category(hall.college, "Voirie", services=[hall.services["Travaux"]])
    category(hall.college, "État civil", services=[hall.services["Population"]])
    category(hall.college, "Ancienne", is_closed=True)
    factory = getUtility(
        IVocabularyFactory, name="imio.platform.deliberation.item_categories"
    )

    def offered(user):
        with api.env.adopt_user(user):
            return [term.title for term in factory(hall.college)]

    assert offered("agent-travaux") == ["Tous", "Voirie"]
    assert offered("agent-population") == ["Tous", "État civil"]
    assert offered("secretaire") == ["Tous", "Voirie", "État civil"]


def test_what_is_for_a_service_is_for_those_below_it(hall):
    works = api.portal.get()["organisation"]["travaux"]
    roads = service(works, "Voirie").UID()
    assert is_offered_to(
        category(hall.college, "Travaux", services=[works.UID()]), lineage([roads])
    )
    assert not is_offered_to(
        category(hall.college, "Égouts", services=[roads]), lineage([works.UID()])
    )


def test_g17_the_copy_takes_the_councils_category_of_the_same_code(hall):
    own = category(hall.college, "Taxes", code="484")
    theirs = category(hall.council, "Fiscalité", code="484", about_persons=True)
    item = builders.item(hall, category=own.UID(), target_bodies=[hall.council.UID()])
    put(hall, "adopted", item)
    made = copy_in(item, hall.council)
    assert made.category == theirs.UID()
    assert made.privacy == "closed"


def test_a_category_in_use_is_closed_not_removed(hall):
    used = category(hall.college, "Personnel", about_persons=True)
    free = category(hall.college, "Libre")
    builders.item(hall, category=used.UID())
    with api.env.adopt_user("secretaire"):
        with pytest.raises(RemovalRefused, match="N'est plus proposée"):
            api.content.delete(used)
        api.content.delete(free)
    assert [one.title for one in categories_of(hall.college)] == ["Personnel"]


def test_a_body_goes_with_its_categories(hall):
    category(hall.council, "Personnel")
    with api.env.adopt_roles(["Manager"]):
        api.content.delete(hall.council)
    assert "conseil" not in hall.portal["deliberations"]
