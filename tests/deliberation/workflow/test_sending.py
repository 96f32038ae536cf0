"""G17: a point of the college goes to the council once it is adopted."""

from imio.platform.core.annexes.listing import all_annexes
from imio.platform.core.workflow.guards import verdict
from imio.platform.core.workflow.hints import hint_for
from imio.platform.deliberation.content.advice import advices_of
from imio.platform.deliberation.content.agenda_item import text_of
from imio.platform.deliberation.content.meeting import body_of
from imio.platform.deliberation.errors import DeliberationError
from imio.platform.deliberation.workflow.deciding import decide
from imio.platform.deliberation.workflow.links import predecessor
from imio.platform.deliberation.workflow.links import successors
from imio.platform.deliberation.workflow.sending import copy_in
from imio.platform.deliberation.workflow.sending import send
from imio.platform.deliberation.workflow.sending import targets
from imio.platform.deliberation.workflow.walking import put_in_state
from plone import api
from tests.deliberation import builders
from tests.deliberation.workflow.test_following import advised
from tests.deliberation.workflow.test_following import annexed
from tests.deliberation.workflow.test_following import put
import pytest


@pytest.fixture
def hall(portal):
    return builders.town_hall(portal)


def for_council(hall, title="Taxe", **fields):
    return builders.item(hall, title, target_bodies=[hall.council.UID()], **fields)


def test_g17_adopted_the_copy_waits_in_the_council(hall):
    item = for_council(hall)

    def prepare(one):
        annexed(one)
        advised(hall, one)

    put(hall, "adopted", item, before=prepare)
    (made,) = successors(item)
    assert body_of(made).UID() == hall.council.UID()
    assert api.content.get_state(made) == "validated"
    assert predecessor(made).UID() == item.UID()
    assert made.privacy == "public"
    assert made.proposing_service == item.proposing_service
    assert made.target_bodies == []
    assert [one.title for one in all_annexes(made)] == ["Plan"]
    (advice,) = advices_of(made)
    assert advice.opinion == "favorable"
    assert "point précédent" in verdict(advice, "ask_again").reason


def test_g17_the_closed_sitting_where_it_is_asked(hall):
    item = for_council(hall, target_closed=True)
    put(hall, "adopted", item)
    assert item.privacy == "public"
    assert copy_in(item, hall.council).privacy == "closed"


def test_g17_what_is_closed_here_is_closed_there(hall):
    item = for_council(hall, privacy="closed")
    put(hall, "adopted", item)
    assert copy_in(item, hall.council).privacy == "closed"


def test_g17_its_own_title_text_and_urgency_there(hall):
    item = for_council(
        hall,
        target_title="Taxe : vote du règlement",
        target_decision=builders.rich("Le conseil arrête"),
        target_urgency="Échéance légale au 1er janvier",
        notes="Voir le tableau",
    )
    put(hall, "adopted", item)
    made = copy_in(item, hall.council)
    assert made.title == "Taxe : vote du règlement"
    assert text_of(made.decision) == "<p>Le conseil arrête</p>"
    assert made.notes.startswith("Urgence demandée : Échéance")
    assert "Voir le tableau" in made.notes
    assert item.title == "Taxe"


def test_g17_the_text_as_amended_by_the_college_is_what_is_sent(hall):
    item = for_council(hall)
    meeting = builders.meeting(hall, builders.in_days(0))
    builders.play(item, "submit", "validate")
    builders.present(item, meeting)
    builders.play(meeting, "prepare", "convene", "open")
    builders.seat(meeting)
    with api.env.adopt_user("secretaire"):
        decide(item, "adopted_amended", text=builders.rich("Texte amendé"))
    assert text_of(copy_in(item, hall.council).decision) == "<p>Texte amendé</p>"


@pytest.mark.parametrize("outcome", ["refused", "postponed", "withdrawn"])
def test_g17_nothing_is_sent_of_what_is_not_adopted(hall, outcome):
    item = for_council(hall)
    put(hall, outcome, item)
    assert copy_in(item, hall.council) is None
    with pytest.raises(DeliberationError, match="dès qu'il sera adopté"):
        send(item, hall.council)


def test_g17_a_second_sending_is_refused_in_a_sentence(hall):
    item = for_council(hall)
    put(hall, "adopted", item)
    with pytest.raises(DeliberationError, match="seconde fois"):
        send(item, hall.council)
    assert len(successors(item)) == 1


def test_g17_only_the_bodies_that_the_point_names(hall):
    item = builders.item(hall)
    put(hall, "adopted", item)
    assert successors(item) == []
    with pytest.raises(DeliberationError, match="ne nomme pas"):
        send(item, hall.council)


def test_g17_a_closed_service_is_found_before_anything_is_made(hall):
    item = for_council(hall)
    item.proposing_service = "gone"
    item.outcome = "adopted"
    put_in_state(item, "decided")
    with pytest.raises(DeliberationError, match="n'existe plus"):
        send(item, hall.council)
    assert successors(item) == []


def test_g17_what_would_hold_the_sending_is_told_before_the_decision(hall):
    item = for_council(hall, decision=None)
    (target,) = targets(item)
    assert "est vide" in target.verdict.reason
    item.target_decision = builders.rich("Le conseil arrête")
    (target,) = targets(item)
    assert "dès qu'il sera adopté" in target.verdict.reason


def test_g17_cancelling_the_acceptance_warns_and_keeps_the_copy(hall):
    item = for_council(hall)
    put(hall, "adopted", item)
    hint = hint_for(item, "reopen")
    assert "déjà été envoyé" in hint.confirm
    assert hint.confirm.mapping["bodies"] == "Conseil communal"
    builders.play(item, "reopen", user="secretaire")
    made = copy_in(item, hall.council)
    assert made is not None
    with api.env.adopt_user("secretaire"):
        decide(item, "adopted", text=builders.rich("Autre texte"))
    assert len(successors(item)) == 1
    assert text_of(made.decision) == "<p>Taxe : décision</p>"


def test_g17_the_college_decision_is_never_changed_by_the_council(hall):
    item = for_council(hall)
    put(hall, "adopted", item)
    made = copy_in(item, hall.council)
    made.decision = builders.rich("Le conseil modifie")
    made.title = "Autre objet"
    assert text_of(item.decision) == "<p>Taxe : décision</p>"
    assert item.title == "Taxe"


def test_reopening_what_was_not_sent_asks_only_why(hall):
    item = builders.item(hall)
    put(hall, "adopted", item)
    assert hint_for(item, "reopen").confirm == ""
    assert hint_for(item, "reopen").comment_required
