"""@ballots and @presence during a sitting, as each kind of caller."""

from imio.platform.deliberation.content.officials import members_of
from imio.platform.deliberation.records.ballots import ballots
from imio.platform.deliberation.workflow.ties import councillors_to_call
from tests.deliberation import builders
from tests.deliberation.publishing import call
import pytest
import transaction


@pytest.fixture
def scene(functional):
    """A college of five in session; two points, the second closed."""
    hall = builders.town_hall(functional["portal"])
    with builders.at(builders.in_days(-1)):
        meeting = builders.meeting(hall, builders.in_days(1))
        item = builders.validated(hall, "Trottoir")
        other = builders.validated(hall, "Sanction", privacy="closed")
        for one in (item, other):
            builders.present(one, meeting)
        builders.play(meeting, "prepare", "convene")
    builders.play(meeting, "open")
    builders.seat(meeting)
    waiting = builders.validated(hall, "Subside")
    transaction.commit()
    return {"meeting": meeting, "item": item, "other": other, "waiting": waiting}


def members(scene):
    return [mandate.uid for mandate in members_of(scene["meeting"])]


def url(scene, name="item"):
    return f"{scene[name].absolute_url()}/@ballots"


def post(scene, body, user="secretaire", name="item"):
    return call(url(scene, name), "POST", body, user)


def accepted(scene, body):
    code, answer = post(scene, body)
    assert code == 200, answer
    return answer


def refusal(scene, body, code=400):
    found, answer = post(scene, body)
    assert found == code, answer
    return answer["message"]


def test_votes_are_read_by_those_who_sit_and_written_by_the_secretariat(scene):
    body = {"all_in_favour": True}
    for name in ("item", "other"):
        for user in ("", "citoyen", "agent-travaux", "chef-population"):
            assert call(url(scene, name), user=user)[0] in (401, 403), user
            assert post(scene, body, user, name)[0] in (401, 403), user
            assert call(url(scene, name), "DELETE", {}, user)[0] in (401, 403), user
        assert call(url(scene, name), user="echevin")[0] == 200
        assert post(scene, body, "echevin", name)[0] in (401, 403)
    assert accepted(scene, body)["rounds"][0]["yes"] == 5


def test_a_public_vote_is_written_and_read_by_person(scene):
    uids = members(scene)
    votes = {uids[1]: "no", uids[2]: "abstain"}
    answer = accepted(scene, {"all_in_favour": True, "votes": votes})
    (held,) = answer["rounds"]
    assert [(one["uid"], one["vote"]) for one in held["votes"]] == [
        (uids[0], "yes"),
        (uids[1], "no"),
        (uids[2], "abstain"),
        (uids[3], "yes"),
        (uids[4], "yes"),
    ]
    assert held["votes"][1]["name"] == "Benoît Collard"
    assert (held["result"], held["proposed_outcome"]) == ("adopted", "adopted")
    assert (held["votes_cast"], held["majority"]) == (4, 3)
    assert held["quorum"] == {"present": 5, "needed": 3}
    assert "une voix contre (Benoît Collard)" in held["sentence"]


def test_without_all_in_favour_who_is_not_named_says_nothing(scene):
    uids = members(scene)
    answer = accepted(scene, {"votes": {uids[0]: "yes", uids[3]: "no"}})
    (held,) = answer["rounds"]
    assert (held["yes"], held["no"]) == (1, 1)
    assert [one["uid"] for one in held["votes"]] == [uids[0], uids[3]]


def test_g11_a_secret_ballot_is_totals_and_names_nobody(scene):
    body = {"method": "secret", "yes": 3, "no": 1, "blank": 1}
    (held,) = accepted(scene, body)["rounds"]
    assert held["votes"] == []
    assert held["sentence"].startswith("Au scrutin secret, par 3 voix pour")
    code, answer = call(url(scene), user="echevin")
    assert code == 200
    assert all(member not in str(answer["rounds"]) for member in members(scene))


@pytest.mark.parametrize(
    ("body", "word"),
    [
        ({"method": "secret", "yes": 2, "no": 2, "abstain": 2}, "maximum"),
        ({"method": "secret", "yes": None}, "nombre entier"),
        ({"method": "secret", "yes": -1}, "nombre entier"),
        ({"method": "secret", "yes": "3"}, "nombre entier"),
        ({"method": "secret", "yes": 1, "votes": {}}, "ne nomme personne"),
        ({"method": "aloud"}, "public"),
        ({"method": ["public"]}, "public"),
        ({"yes": 3}, "membre par membre"),
        ({"votes": {"nobody": "yes"}}, "ne peut pas voter"),
        ({"votes": {"nobody": "perhaps"}}, "abstain"),
        ({"votes": ["yes"]}, "objet JSON"),
        ({"all_in_favour": "yes"}, "true ou false"),
        ({"all_in_favour": True, "linked": True}, "premier vote"),
        ({"all_in_favour": True, "tie": 3}, "objet JSON"),
        ({"all_in_favour": True, "tie": {"earlier_ties": "2"}}, "nombre entier"),
        ({"label": 3}, "texte"),
        ({}, "au moins un vote"),
        ([], "JSON"),
    ],
)
def test_g11_what_is_no_vote_is_refused_in_a_sentence(scene, body, word):
    said = refusal(scene, body)
    assert word in said or (word == "maximum" and "6 voix pour 5 votants" in said)
    transaction.begin()
    assert ballots(scene["meeting"], scene["item"].UID()) == []


def test_g12_a_tie_of_the_college_stays_open_unless_the_chair_decides(scene):
    uids = members(scene)
    votes = {uids[1]: "no", uids[2]: "no", uids[4]: "abstain"}
    answer = accepted(scene, {"all_in_favour": True, "votes": votes})
    assert answer["rounds"][0]["result"] == "tie_open"
    assert answer["rounds"][0]["proposed_outcome"] == "postponed"
    body = {
        "all_in_favour": True,
        "votes": votes,
        "tie": {"urgency": True},
        "token": answer["token"],
    }
    assert accepted(scene, body)["rounds"][0]["result"] == "adopted"


def test_g14_an_alternative_is_put_to_those_who_have_not_spoken(scene):
    uids = members(scene)
    first = {"votes": {uids[0]: "no", uids[1]: "abstain"}, "label": "Projet A"}
    answer = accepted(scene, first)
    assert answer["alternative"]["may_follow"] is True
    assert [one["uid"] for one in answer["alternative"]["voters"]] == uids[2:]
    second = {
        "label": "Projet B",
        "linked": True,
        "next_round": True,
        "token": answer["token"],
    }
    spoken = {**second, "votes": {uids[0]: "yes"}}
    assert "ne peut pas voter" in refusal(scene, spoken)
    answer = accepted(scene, {**second, "all_in_favour": True})
    assert [one["label"] for one in answer["rounds"]] == ["Projet A", "Projet B"]
    assert [one["uid"] for one in answer["rounds"][1]["votes"]] == uids[2:]
    assert answer["alternative"]["may_follow"] is False
    third = {**second, "all_in_favour": True, "token": answer["token"]}
    assert "déjà recueilli des voix pour" in refusal(scene, third)


def test_rounds_are_kept_corrected_and_taken_back(scene):
    answer = accepted(scene, {"method": "secret", "yes": 2, "no": 3})
    body = {"method": "secret", "yes": 3, "no": 2, "token": answer["token"]}
    answer = accepted(scene, {**body, "next_round": True})
    assert [one["yes"] for one in answer["rounds"]] == [2, 3]
    answer = accepted(scene, {**body, "yes": 1, "token": answer["token"]})
    assert [one["yes"] for one in answer["rounds"]] == [2, 1]
    stale = call(url(scene), "DELETE", {"token": "other"}, "secretaire")
    assert stale[0] == 409
    code, answer = call(url(scene), "DELETE", {"token": answer["token"]}, "secretaire")
    assert (code, answer["rounds"]) == (200, [])


def test_two_writers_the_second_is_told_and_nothing_is_lost(scene):
    code, seen = call(url(scene), user="secretaire")
    assert code == 200
    accepted(scene, {"all_in_favour": True})
    for stale in ({}, {"token": seen["token"]}, {"token": "0"}):
        body = {"method": "secret", "yes": 1, **stale}
        assert "Quelqu'un d'autre" in refusal(scene, body, 409)
    transaction.begin()
    (held,) = ballots(scene["meeting"], scene["item"].UID())
    assert held.tally.yes == 5


def test_g16_without_quorum_or_once_decided_no_vote_is_recorded(scene):
    builders.seat(scene["meeting"], absent=3)
    transaction.commit()
    body = {"all_in_favour": True}
    assert "2 membres présents sur 5, il en faut 3" in refusal(scene, body)
    assert "quorum" in call(url(scene), user="secretaire")[1]["refusal"]
    builders.seat(scene["meeting"])
    transaction.commit()
    decision = f"{scene['item'].absolute_url()}/@decision"
    assert call(decision, "POST", {"outcome": "noted"}, "secretaire")[0] == 200
    assert "déjà une issue" in refusal(scene, body)


def test_a_point_of_no_meeting_has_no_votes_and_takes_none(scene):
    code, answer = call(url(scene, "waiting"), user="secretaire")
    assert (code, answer["rounds"], answer["voters"]) == (200, [], [])
    code, answer = post(scene, {"all_in_favour": True}, name="waiting")
    assert code == 400
    assert "pas ouverte" in answer["message"]


def presence(scene, statuses, item=True, **more):
    address = f"{scene['meeting'].absolute_url()}/@presence"
    body = {"statuses": statuses, **more}
    if item:
        body["item"] = scene["item"].UID()
    return call(address, "PATCH", body, "secretaire")


def test_g13_who_voted_aloud_is_neither_absent_nor_dropped_from_the_voters(scene):
    uids = members(scene)
    accepted(scene, {"all_in_favour": True})
    for state in ("absent", "excused", "non_attendee"):
        code, answer = presence(scene, {uids[1]: state})
        assert code == 400
        assert "Benoît Collard a voté à haute voix" in answer["message"]
        assert "« Trottoir »" in answer["message"]
    code, answer = presence(scene, {uids[1]: "absent"}, item=False)
    assert code == 400
    code, answer = call(url(scene), user="secretaire")
    assert len(answer["voters"]) == 5


def test_g13_nobody_is_both_absent_and_excused(scene):
    uid = members(scene)[0]
    code, answer = presence(scene, {uid: ["absent", "excused"]})
    assert code == 400
    assert "deux états à la fois" in answer["message"]
    assert answer["error"]["field"] == "statuses"
    for nonsense in ([], [3], {"a": 1}, None, ""):
        assert presence(scene, {uid: nonsense})[0] == 400
    assert presence(scene, {uid: ["absent"]})[0] == 200


def test_presence_noted_meanwhile_is_a_conflict(scene):
    address = f"{scene['meeting'].absolute_url()}/@presence"
    seen = call(address, user="secretaire")[1]["token"]
    uids = members(scene)
    assert presence(scene, {uids[0]: "absent"}, token=seen)[0] == 200
    code, answer = presence(scene, {uids[1]: "absent"}, token=seen)
    assert code == 409
    assert "Quelqu'un d'autre" in answer["message"]


FIRST = {
    "candidates": [
        {"name": "Anne Dupont", "voices": 2},
        {"name": "Luc Martin", "voices": 2},
        {"name": "Paul Noël", "voices": 1},
    ]
}


def test_an_election_goes_to_a_run_off_and_the_elder_wins_the_tie(scene):
    answer = accepted(scene, FIRST)
    (first,) = answer["rounds"]
    assert first["method"] == "secret"
    assert first["proposed_outcome"] is None
    assert first["election"]["step"] == "run_off"
    decision = f"{scene['item'].absolute_url()}/@decision"
    code, said = call(decision, "POST", {"outcome": "adopted"}, "secretaire")
    assert code == 400
    assert "second tour" in said["message"]
    second = {
        "candidates": [
            {"name": "Anne Dupont", "voices": 2, "born": "1980-01-01"},
            {"name": "Luc Martin", "voices": 2, "born": "1960-01-01"},
        ],
        "blank": 1,
        "run_off": True,
        "token": answer["token"],
    }
    others = {**second, "candidates": FIRST["candidates"][1:]}
    assert "départage Anne Dupont et Luc Martin" in refusal(scene, others)
    answer = accepted(scene, second)
    assert [one["election"]["run_off"] for one in answer["rounds"]] == [False, True]
    last = answer["rounds"][1]
    assert last["election"]["elected"] == "Luc Martin"
    assert last["election"]["by_age"] is True
    assert (last["proposed_outcome"], last["blank"]) == ("adopted", 1)
    assert "1960" not in str(answer)
    code, said = call(decision, "POST", {"outcome": "adopted"}, "secretaire")
    assert code == 200
    assert "désigne Luc Martin" in said["vote"]["sentence"]
    transaction.begin()
    assert len(ballots(scene["meeting"], scene["item"].UID())) == 2


@pytest.mark.parametrize(
    ("body", "word"),
    [
        ({"candidates": "Anne"}, "liste d'objets"),
        ({"candidates": [{"name": "Anne", "voices": 2}]}, "deux à"),
        ({"candidates": [{"voices": 2}, {"name": "Luc"}]}, "pas de nom"),
        ({"candidates": [{"name": "A", "voices": "2"}, {"name": "B"}]}, "nombre"),
        ({"candidates": [{"name": "A", "voices": 9}, {"name": "B"}]}, "9 voix pour 5"),
        ({"candidates": [{"name": "A", "born": "31/5"}, {"name": "B"}]}, "naissance"),
        ({**FIRST, "retained": "Zoé", "reason": "x"}, "un des candidats"),
        ({**FIRST, "retained": "Luc Martin"}, "pourquoi"),
        ({"all_in_favour": True, "article": "x"}, "objet JSON"),
        ({"all_in_favour": True, "article": {"article": "1"}}, "demande"),
        ({"all_in_favour": True, "tie": {"called": "nobody"}}, "membre du conseil"),
    ],
)
def test_what_is_no_election_is_refused_in_a_sentence(scene, body, word):
    assert word in refusal(scene, body)
    transaction.begin()
    assert ballots(scene["meeting"], scene["item"].UID()) == []


def test_another_result_is_proclaimed_with_its_reason(scene):
    body = {**FIRST, "retained": "Luc Martin", "reason": "Désistement"}
    (held,) = accepted(scene, body)["rounds"]
    assert held["election"]["elected"] == "Luc Martin"
    assert "Désistement" in held["sentence"]


def test_pitfall_6_totals_that_betray_a_voter_are_confirmed_and_never_logged(
    scene, caplog
):
    caplog.set_level(0)
    body = {"method": "secret", "no": 1}
    assert "révèlent" in refusal(scene, body)
    transaction.begin()
    assert ballots(scene["meeting"], scene["item"].UID()) == []
    answer = accepted(scene, {**body, "acknowledged": True})
    assert answer["rounds"][0]["no"] == 1
    assert not any("secret" in line.lower() for line in caplog.messages)


def test_pitfall_6_deciding_with_totals_that_betray_wants_the_same_confirmation(scene):
    decision = f"{scene['item'].absolute_url()}/@decision"
    body = {"outcome": "adopted", "vote": {"method": "secret", "yes": 1}}
    code, answer = call(decision, "POST", body, "secretaire")
    assert code == 400
    assert "révèlent" in answer["message"]
    body["vote"]["acknowledged"] = True
    assert call(decision, "POST", body, "secretaire")[0] == 200


def test_articles_are_voted_before_the_whole_budget(scene):
    uids = members(scene)
    article = {"article": "104/111-01", "asked_by": uids[1]}
    body = {"all_in_favour": True, "votes": {uids[1]: "no"}, "article": article}
    answer = accepted(scene, body)
    decision = f"{scene['item'].absolute_url()}/@decision"
    code, said = call(decision, "POST", {"outcome": "adopted"}, "secretaire")
    assert code == 400
    assert "il reste à voter l'ensemble" in said["message"]
    whole = {"all_in_favour": True, "token": answer["token"]}
    answer = accepted(scene, whole)
    assert [
        one["article"] and one["article"]["article"] for one in answer["rounds"]
    ] == [
        "104/111-01",
        None,
    ]
    again = {**body, "next_round": True, "token": answer["token"]}
    assert "L'ensemble est déjà voté" in refusal(scene, again)
    assert call(decision, "POST", {"outcome": "adopted"}, "secretaire")[0] == 200


def test_a_councillor_called_by_precedence_parts_a_tie_of_the_college(scene):
    uids = members(scene)
    votes = {uids[1]: "no", uids[2]: "no", uids[4]: "abstain"}
    council = [one.uid for one in councillors_to_call(scene["meeting"])]
    assert len(council) == 3
    tie = {"called": council[1], "called_vote": "yes"}
    body = {"all_in_favour": True, "votes": votes, "tie": tie}
    silent = {**body, "tie": {"called": council[1]}}
    assert "Dites ce que vote" in refusal(scene, silent)
    (held,) = accepted(scene, body)["rounds"]
    assert held["result"] == "adopted"
    assert "membre du conseil, qui vote pour" in held["sentence"]
