"""@sitting: suspensions and closed doors, as each kind of caller."""

from imio.platform.deliberation.content.officials import members_of
from tests.deliberation import builders
from tests.deliberation.publishing import call
import pytest
import transaction


@pytest.fixture
def scene(functional):
    """The council in session, three members there, one public point."""
    hall = builders.town_hall(functional["portal"])
    with builders.at(builders.in_days(-9)):
        meeting = builders.meeting(hall, builders.in_days(9), body=hall.council)
        note = builders.rich("Note")
        item = builders.validated(
            hall, "Trottoir", body=hall.council, synthesis_note=note
        )
        builders.present(item, meeting)
        builders.play(meeting, "prepare", "convene")
    builders.play(meeting, "open")
    builders.seat(meeting)
    waiting = builders.validated(
        hall, "Subside", body=hall.council, synthesis_note=note
    )
    transaction.commit()
    members = [mandate.uid for mandate in members_of(meeting)]
    return {
        "url": f"{meeting.absolute_url()}/@sitting",
        "item": item,
        "waiting": waiting,
        "members": members,
    }


def refused(scene, body):
    code, answer = call(scene["url"], "POST", body, "secretaire")
    assert code == 400, answer
    return answer["message"]


def test_the_sitting_is_run_by_the_secretariat_and_read_by_the_members(scene):
    for user in ("", "citoyen", "agent-travaux"):
        assert call(scene["url"], user=user)[0] in (401, 403), user
        assert call(scene["url"], "POST", {"suspend": True}, user)[0] in (401, 403)
    code, answer = call(scene["url"], user="secretaire")
    assert code == 200
    assert answer["opened_at"]
    assert (answer["is_suspended"], answer["closed_at"]) == (False, None)


def test_suspending_and_resuming_are_refused_twice(scene):
    body = {"suspend": True, "item": scene["item"].UID()}
    assert call(scene["url"], "POST", body, "secretaire")[1]["is_suspended"] is True
    assert "déjà suspendue" in refused(scene, body)
    code, answer = call(scene["url"], "POST", {"resume": True}, "secretaire")
    assert code == 200
    assert answer["pauses"][0]["resumed_at"]
    assert "pas suspendue" in refused(scene, {"resume": True})


@pytest.mark.parametrize(
    ("body", "word"),
    [
        ({}, "close_doors"),
        ({"suspend": "yes"}, "true ou false"),
        ({"close_doors": "nothing", "ground": "order"}, "ordre du jour"),
        ({"close_doors": "ITEM"}, "order"),
        ({"close_doors": "ITEM", "ground": "order"}, "deux tiers"),
        ({"close_doors": "ITEM", "ground": "order", "in_favour": 4}, "4 voix pour 3"),
        ({"close_doors": "ITEM", "ground": "order", "in_favour": "2"}, "entier"),
        ({"open_doors": "ITEM"}, "pas été prononcé"),
    ],
)
def test_what_the_sitting_cannot_do_is_refused_in_a_sentence(scene, body, word):
    given = {
        key: scene["item"].UID() if value == "ITEM" else value
        for key, value in body.items()
    }
    assert word in refused(scene, given)


def test_closed_doors_take_the_point_from_the_public(scene):
    uid = scene["item"].UID()
    assert call(scene["item"].absolute_url())[0] == 200
    body = {"close_doors": uid, "ground": "order", "in_favour": 2}
    code, answer = call(scene["url"], "POST", body, "secretaire")
    assert code == 200
    assert "Par 2 voix sur 3" in answer["closed_doors"][uid]["sentence"]
    assert call(scene["item"].absolute_url())[0] in (401, 403)
    assert "déjà à huis clos" in refused(scene, body)


def test_l1122_24_an_urgent_point_wants_two_thirds_and_names_them(scene):
    uid = scene["waiting"].UID()
    body = {"put_urgent": uid, "declared_by": scene["members"][:1]}
    assert "1 voix sur 3 membres présents, il en faut 2" in refused(scene, body)
    assert "n'existe pas" in refused(scene, {**body, "put_urgent": "nothing"})
    assert "liste de textes" in refused(scene, {**body, "declared_by": "x"})
    body["declared_by"] = scene["members"][:2]
    code, answer = call(scene["url"], "POST", body, "secretaire")
    assert code == 200
    assert "déclarée par 2 des 3 membres présents" in answer["urgencies"][uid]
