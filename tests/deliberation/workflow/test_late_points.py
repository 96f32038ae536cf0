"""Points that join a convoked meeting, through the meeting itself."""

from dataclasses import replace
from imio.platform.core.workflow.guards import verdict
from imio.platform.deliberation.content.officials import members_of
from imio.platform.deliberation.errors import DeliberationError
from imio.platform.deliberation.records.agenda import agenda
from imio.platform.deliberation.records.agenda import item_uids
from imio.platform.deliberation.records.agenda import save_agenda
from imio.platform.deliberation.records.late_points import late_points
from imio.platform.deliberation.rules.agenda import numbers
from imio.platform.deliberation.rules.insertion import InsertionRules
from imio.platform.deliberation.rules.presets import COLLEGE
from imio.platform.deliberation.rules.presets import PRESETS
from imio.platform.deliberation.workflow import late_points as late
from imio.platform.deliberation.workflow.presenting import present
from imio.platform.deliberation.workflow.projection import lines
from imio.platform.deliberation.workflow.urgent import put_urgent
from plone import api
from tests.deliberation import builders
from tests.deliberation import convoking
from zope.i18n import translate
import pytest


@pytest.fixture
def hall(portal):
    return builders.town_hall(portal)


def titles(meeting):
    return [item.title for item in builders.items(meeting)]


def refusal(meeting, item) -> str:
    """Why the secretary may not present a point."""
    with pytest.raises(DeliberationError) as caught:
        builders.present(item, meeting, user="secretaire")
    return translate(caught.value.message)


def test_g2_a_councillors_point_is_taken_until_the_nineteenth(hall):
    meeting = convoking.council_meeting(hall)
    with convoking.on_june(19, 23):
        builders.present(convoking.councillors_point(hall), meeting, user="secretaire")
    assert titles(meeting) == ["Budget", "Aire de jeux"]
    assert late_points(meeting)[item_uids(meeting)[1]].kind == "councillor"


def test_g2_on_the_twentieth_it_is_refused_and_the_urgency_remains(hall):
    meeting = convoking.council_meeting(hall)
    with convoking.on_june(20):
        point = convoking.councillors_point(hall)
        words = refusal(meeting, point)
        assert "vendredi 19 juin 2026" in words
        assert "deux tiers" in words
        late.ask_urgency(meeting, point)
    with convoking.in_session(meeting):
        members = [one.uid for one in members_of(meeting)]
        with api.env.adopt_user("secretaire"):
            put_urgent(meeting, point, members[:2])
    assert titles(meeting)[-1] == "Aire de jeux"
    assert late_points(meeting)[point.UID()].kind == "urgent"


def test_g2_the_day_it_was_handed_in_counts_not_the_day_it_is_entered(hall):
    meeting = convoking.council_meeting(hall)
    with convoking.on_june(22):
        point = convoking.councillors_point(
            hall, handed_in_on=convoking.date(2026, 6, 19)
        )
        builders.present(point, meeting)
    assert titles(meeting)[-1] == "Aire de jeux"


def test_g2_a_member_of_the_college_is_refused(hall):
    meeting = convoking.council_meeting(hall)
    seat = convoking.seat_in_council(hall)
    with convoking.on_june(18):
        point = convoking.council_point(hall, origin="councillor", proposed_by=seat)
        words = refusal(meeting, point)
    assert "Benoît Collard siège au collège" in words


def test_g2_a_decision_without_draft_is_refused_and_an_information_is_not(hall):
    meeting = convoking.council_meeting(hall)
    with convoking.on_june(18):
        point = convoking.councillors_point(hall)
        point.decision = builders.rich("")
        assert "projet de délibération" in refusal(meeting, point)
        point.kind = "information"
        builders.present(point, meeting)
    assert titles(meeting)[-1] == "Aire de jeux"


def test_g2_without_note_or_author_it_is_refused(hall):
    meeting = convoking.council_meeting(hall)
    with convoking.on_june(18):
        bare = convoking.councillors_point(hall)
        bare.synthesis_note = None
        assert "note de synthèse" in refusal(meeting, bare)
        nameless = convoking.council_point(hall, origin="councillor")
        assert "quel membre du conseil" in refusal(meeting, nameless)


def test_a_refused_point_says_why_on_its_own_button_too(hall):
    meeting = convoking.council_meeting(hall)
    with convoking.on_june(20):
        point = convoking.councillors_point(hall, preferred_meeting=meeting.UID())
        assert "19 juin" in translate(verdict(point, "present").reason)


def test_the_administration_adds_a_point_in_time_without_a_word(hall):
    meeting = convoking.council_meeting(hall)
    with convoking.on_june(17):
        builders.present(convoking.council_point(hall, "Emprunt"), meeting)
    assert late_points(meeting)[item_uids(meeting)[1]].kind == "administrative"


def test_the_administration_says_why_a_point_comes_after_the_delay(hall):
    meeting = convoking.council_meeting(hall)
    with convoking.on_june(18):
        point = convoking.council_point(hall, "Emprunt")
        assert "mercredi 17 juin 2026" in refusal(meeting, point)
        with api.env.adopt_user("secretaire"):
            present(point, meeting, "Le taux expire le 30 juin.")
    noted = late_points(meeting)[point.UID()]
    assert (noted.reason, noted.who) == ("Le taux expire le 30 juin.", "secretaire")


def test_the_college_adds_a_point_to_the_last_day(hall):
    meeting = builders.meeting(hall)
    builders.present(builders.validated(hall), meeting)
    builders.play(meeting, "prepare", "convene")
    with builders.at(meeting.date):
        builders.present(builders.validated(hall, "Carnaval"), meeting)
    assert titles(meeting) == ["Réfection", "Carnaval"]


def test_a_point_taken_off_forgets_how_it_came(hall):
    meeting = convoking.council_meeting(hall)
    with convoking.on_june(16):
        point = convoking.councillors_point(hall)
        builders.present(point, meeting)
        builders.play(meeting, "cancel")
    assert late_points(meeting) == {}


def test_the_agenda_says_who_asks_and_by_which_road(hall):
    meeting = convoking.council_meeting(hall)
    with convoking.on_june(17):
        builders.present(convoking.councillors_point(hall), meeting)
        builders.present(convoking.council_point(hall, "Emprunt"), meeting)
    told = [(one.late_title, one.proposed_by) for one in lines(meeting)]
    assert told == [
        ("", ""),
        ("Point tardif d'un conseiller", "Nadia Peeters"),
        ("Point tardif de l'administration", ""),
    ]


def test_printed_numbers_stay_and_late_points_continue(hall):
    meeting = convoking.council_meeting(hall, ("Budget", "Taxe"))
    closed = convoking.council_point(hall, "Nomination", privacy="closed")
    with convoking.on_june(2):
        builders.play(meeting, "back_to_prepared")
        builders.present(closed, meeting)
        builders.play(meeting, "convene")
    with convoking.on_june(17):
        builders.present(convoking.councillors_point(hall), meeting)
    assert titles(meeting) == ["Budget", "Taxe", "Aire de jeux", "Nomination"]
    assert numbers(agenda(meeting)) == ["1", "2", "4", "3"]


def seven_points(hall, criteria, list_types, monkeypatch):
    """A college that orders by ``criteria``, with seven points, the fourth an addendum."""
    rules = InsertionRules(criteria, list_types)
    monkeypatch.setitem(PRESETS, "college", replace(COLLEGE, insertion=rules))
    meeting = builders.meeting(hall)
    builders.play(meeting, "prepare")
    for number in range(1, 8):
        builders.present(builders.validated(hall, f"n{number}"), meeting)
    return meeting


def make_addendum(meeting):
    entries = list(agenda(meeting))
    entries[3] = replace(entries[3], list_type="addendum")
    save_agenda(meeting, entries)


def test_g4_a_list_type_that_is_no_key_attracts_nothing(hall, monkeypatch):
    meeting = seven_points(hall, ("list_type",), ("normal", "late"), monkeypatch)
    make_addendum(meeting)
    builders.present(builders.validated(hall, "nouveau"), meeting)
    assert titles(meeting)[-1] == "nouveau"
    builders.play(meeting, "convene")
    builders.present(builders.validated(hall, "tardif"), meeting)
    assert titles(meeting)[-2:] == ["nouveau", "tardif"]


def test_g4_a_list_type_that_is_a_key_after_late_lets_the_late_point_fourth(
    hall, monkeypatch
):
    meeting = seven_points(
        hall, ("list_type",), ("normal", "late", "addendum"), monkeypatch
    )
    make_addendum(meeting)
    builders.play(meeting, "convene")
    builders.present(builders.validated(hall, "tardif"), meeting)
    assert titles(meeting)[3] == "tardif"
    assert numbers(agenda(meeting)) == ["1", "2", "3", "8", "4", "5", "6", "7"]


def test_g5_late_points_by_service_after_the_normal_ones(hall, monkeypatch):
    meeting = seven_points(
        hall, ("list_type", "service"), ("normal", "late"), monkeypatch
    )
    builders.play(meeting, "convene")
    dev, vend = "Population", "Travaux"
    for number, service in enumerate((vend, dev, vend, dev)):
        point = builders.validated(hall, f"tardif {number}", service)
        builders.present(point, meeting)
    assert titles(meeting)[:7] == [f"n{number}" for number in range(1, 8)]
    assert titles(meeting)[7:] == ["tardif 1", "tardif 3", "tardif 0", "tardif 2"]
    assert numbers(agenda(meeting))[7:] == ["8", "9", "10", "11"]
