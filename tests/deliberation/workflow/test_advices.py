"""Advices: asked by people or by the law, answered in time or not."""

from DateTime import DateTime
from datetime import datetime
from datetime import timedelta
from decimal import Decimal
from imio.platform.core.clock import BRUSSELS
from imio.platform.core.organisation import membership
from imio.platform.core.workflow.guards import verdict
from imio.platform.deliberation.content.advice import advice_clock
from imio.platform.deliberation.content.advice import advices_of
from imio.platform.deliberation.errors import DeliberationError
from imio.platform.deliberation.workflow import advices
from imio.platform.deliberation.workflow.advice_wording import advice_sentences
from plone import api
from tests.core.organisation.builders import account
from tests.core.organisation.builders import service
from tests.deliberation import builders
from zope.i18n import translate
import pytest

CANARY = "Zarbiflore"
FILE = datetime(2026, 4, 23, 10, tzinfo=BRUSSELS)


@pytest.fixture
def hall(portal):
    made = builders.town_hall(portal)
    with_finances(made)
    return made


def with_finances(hall):
    """A finance service that both bodies consult, with its adviser."""
    root = next(
        one
        for one in hall.portal.objectValues("Dexterity Container")
        if one.portal_type == "Organisation"
    )
    for title, user in (("Finances", "directeur"), ("Urbanisme", "urbaniste")):
        hall.services[title] = service(root, title).UID()
        account(user)
        membership.grant(hall.services[title], "adviser", user)
    for body in (hall.college, hall.council):
        body.finance_service = hall.services["Finances"]


def costly(hall, amount="48000", **fields):
    made = builders.item(hall, financial_amount=Decimal(amount), **fields)
    builders.play(made, "submit")
    return made


def may(user, permission, context):
    builders.forget_roles()
    return bool(api.user.has_permission(permission, username=user, obj=context))


def answer(advice, opinion="favorable", text=None):
    advice.opinion = opinion
    advice.text = text
    builders.play(advice, "give")


def test_g9_an_amount_above_the_threshold_asks_the_director(hall):
    assert [one.title for one in advices_of(costly(hall, "30000.01"))] == [
        "Avis : Finances"
    ]
    assert advices_of(costly(hall, "29999")) == []


def test_an_amount_raised_in_validation_asks_too(hall):
    from zope.event import notify
    from zope.lifecycleevent import ObjectModifiedEvent

    item = costly(hall, "100")
    item.financial_amount = Decimal(90000)
    notify(ObjectModifiedEvent(item))
    assert len(advices_of(item)) == 1


def test_a_pending_mandatory_advice_holds_the_point_back(hall):
    with builders.at(FILE):
        item = costly(hall)
        found = verdict(item, "validate")
        assert not found
        assert translate(found.reason, target_language="fr") == (
            "L'avis obligatoire du service Finances est attendu jusqu'au "
            "vendredi 8 mai 2026 inclus."
        )
        answer(advices_of(item)[0])
        assert verdict(item, "validate")


def test_g9_no_advice_at_the_limit_lets_the_point_go_on(hall):
    with builders.at(FILE):
        item = costly(hall)
    with builders.at(datetime(2026, 5, 8, 23, 59, tzinfo=BRUSSELS)):
        assert not verdict(item, "validate")
    with builders.at(datetime(2026, 5, 9, 0, 0, tzinfo=BRUSSELS)):
        assert verdict(item, "validate")
        assert advice_clock(advices_of(item)[0]).is_lapsed


def test_a_point_cannot_reach_the_agenda_while_its_advice_is_awaited(hall):
    meeting = builders.meeting(hall)
    item = builders.validated(hall)
    item.financial_amount = Decimal(48000)
    advices.ask_finance_if_due(item)
    with pytest.raises(DeliberationError):
        builders.present(item, meeting)


def test_an_incomplete_file_stops_the_clock_until_it_is_completed(hall):
    with builders.at(FILE):
        item = costly(hall)
        advice = advices_of(item)[0]
        builders.play(advice, "declare_incomplete", user="directeur")
    with builders.at(FILE + timedelta(days=90)):
        assert "incomplet" in translate(
            verdict(item, "validate").reason, target_language="fr"
        )
        builders.play(advice, "complete", user="chef-travaux")
        clock = advice_clock(advice)
        assert clock.limit > (FILE + timedelta(days=90)).date()
        assert not clock.is_lapsed


def test_the_director_extends_once(hall):
    with builders.at(FILE):
        advice = advices_of(costly(hall))[0]
        builders.play(advice, "extend", user="directeur")
        assert advice_clock(advice).limit.isoformat() == "2026-05-26"
        assert not verdict(advice, "extend")


def test_what_the_law_imposes_is_not_withdrawn(hall):
    item = costly(hall)
    assert not verdict(advices_of(item)[0], "withdraw")
    item.financial_amount = Decimal(100)
    assert verdict(advices_of(item)[0], "withdraw")


def test_the_adviser_reads_the_point_from_the_state_where_it_is_asked(hall):
    item = builders.item(hall)
    assert not may("urbaniste", "View", item)
    advice = advices.ask(item, hall.services["Urbanisme"])
    assert may("urbaniste", "View", item)
    assert may("urbaniste", "Modify portal content", advice)
    assert not may("urbaniste", "Modify portal content", item)
    assert not may("directeur", "View", item)
    builders.play(advice, "withdraw", user="agent-travaux")
    assert not may("urbaniste", "View", item)


def test_a_draft_is_hidden_until_it_is_given(hall):
    advice = advices.ask(builders.item(hall), hall.services["Urbanisme"])
    text = "imio.platform.deliberation: View advice text"
    assert may("agent-travaux", "View", advice)
    assert not may("agent-travaux", text, advice)
    assert not may("agent-travaux", "Modify portal content", advice)
    answer(advice)
    assert may("agent-travaux", text, advice)
    assert not may("urbaniste", "Modify portal content", advice)


def test_a_confidential_advice_is_for_the_service_and_the_secretariat(hall):
    meeting = builders.meeting(hall)
    item = builders.validated(hall)
    advices.ask(item, hall.services["Urbanisme"])
    open_one, closed_one = (
        advices_of(item)[0],
        advices.ask(item, hall.services["Finances"]),
    )
    closed_one.is_confidential = True
    answer(open_one)
    answer(closed_one)
    builders.present(item, meeting)
    builders.play(meeting, "prepare", "convene")
    for user in ("agent-travaux", "secretaire"):
        assert may(user, "View", closed_one), user
    for user in ("echevin", "urbaniste", "agent-population", "citoyen"):
        assert not may(user, "View", closed_one), user
    assert may("echevin", "View", open_one)
    with api.env.adopt_user("echevin"):
        found = {brain.UID for brain in api.content.find(portal_type="Advice")}
    assert found == {open_one.UID()}


def test_the_public_never_sees_an_advice(hall):
    item = builders.validated(
        hall, body=hall.council, synthesis_note=builders.rich("Note")
    )
    advice = advices.ask(item, hall.services["Urbanisme"])
    answer(advice, text=builders.rich(CANARY))
    meeting = builders.meeting(hall, body=hall.council)
    builders.present(item, meeting)
    builders.play(meeting, "prepare", "convene")
    with api.env.adopt_user("citoyen"):
        assert api.user.has_permission("View", obj=item)
        assert not api.user.has_permission("View", obj=advice)
        assert list(api.content.find(SearchableText=CANARY)) == []
        assert list(api.content.find(portal_type="Advice")) == []


def test_asking_again_keeps_the_former_answer(hall):
    item = builders.item(hall)
    advice = advices.ask(item, hall.services["Urbanisme"])
    answer(advice, "unfavorable", builders.rich("Non"))
    builders.play(advice, "ask_again", user="agent-travaux")
    assert advice.opinion is None
    assert advice.former[0][0] == "unfavorable"
    assert api.content.get_state(advice) == "requested"


@pytest.mark.parametrize(
    ("service_title", "delay", "motive", "field"),
    [
        ("", "normal", "", "service"),
        ("Urbanisme", "urgent", " ", "motive"),
        ("Urbanisme", "demain", "", "delay"),
    ],
)
def test_a_bad_request_names_its_field(hall, service_title, delay, motive, field):
    item = builders.item(hall)
    with pytest.raises(DeliberationError) as refusal:
        advices.ask(item, hall.services.get(service_title, "x"), delay, motive)
    assert refusal.value.field == field
    assert advices_of(item) == []


def test_a_service_is_asked_once(hall):
    item = builders.item(hall)
    advices.ask(item, hall.services["Urbanisme"])
    with pytest.raises(DeliberationError):
        advices.ask(item, hall.services["Urbanisme"])


def test_an_advice_that_disagrees_says_why(hall):
    advice = advices.ask(builders.item(hall), hall.services["Urbanisme"])
    assert not verdict(advice, "give")
    advice.opinion = "unfavorable"
    assert "motive" in translate(verdict(advice, "give").reason, target_language="fr")
    advice.text = builders.rich("Pas de crédit")
    assert verdict(advice, "give")


def test_a_copied_point_takes_no_advice_along(hall):
    made = costly(hall)
    made.external_id = "courrier-12"
    assert made.asked_services == (hall.services["Finances"],)
    with api.env.adopt_roles(["Manager"]):
        copy = api.content.copy(made, made.aq_parent, id="copie")
    assert api.content.get_state(copy) == "draft"
    assert copy.asked_services == ()
    assert copy.objectIds() == []
    assert (copy.level, copy.meeting, copy.outcome, copy.external_id) == ("",) * 4
    assert not may("directeur", "View", copy)
    assert len(advices_of(made)) == 1
    assert made.asked_services == (hall.services["Finances"],)


def test_a_copied_point_asks_for_its_own_advice(hall):
    made = costly(hall)
    with api.env.adopt_roles(["Manager"]):
        copy = api.content.copy(made, made.aq_parent, id="copie")
    builders.play(copy, "submit")
    assert [one.adviser_service for one in advices_of(copy)] == [
        hall.services["Finances"]
    ]


@pytest.mark.parametrize(
    "instant, amount",
    (("2024-08-20T21:59:59+00:00", "22 000"), ("2024-08-20T22:00:00+00:00", "30 000")),
)
def test_g9_the_threshold_is_that_of_the_day_in_belgium(hall, instant, amount):
    made = builders.item(hall, financial_amount=Decimal("12000"))
    made.creation_date = DateTime(instant)
    assert f"{amount},00" in words_of(made)


def test_g9_the_day_of_submission_comes_before_that_of_creation(hall):
    made = builders.item(hall, financial_amount=Decimal("12000"))
    made.creation_date = DateTime("2024-01-10T10:00:00+00:00")
    builders.play(made, "submit")
    assert "30 000,00" in words_of(made)


def words_of(item):
    return " ".join(advice_sentences(item)).replace("\N{NO-BREAK SPACE}", " ")
