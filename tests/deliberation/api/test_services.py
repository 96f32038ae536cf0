"""The services as each kind of caller."""

from imio.platform.deliberation.content.officials import members_of
from imio.platform.deliberation.content.storage import items_folder
from tests.deliberation import builders
from tests.deliberation.publishing import call
from zope.annotation.interfaces import IAnnotations
import pytest
import transaction

CANARY = "Zarbiflore"


@pytest.fixture
def scene(functional):
    portal = functional["portal"]
    hall = builders.town_hall(portal)
    with builders.at(builders.in_days(-1)):
        meeting = builders.meeting(hall, builders.in_days(1))
        shown = builders.validated(hall, "Trottoir", notes="Note confidentielle")
        hidden = builders.validated(
            hall, f"Sanction {CANARY}", "Population", privacy="closed"
        )
        for item in (shown, hidden):
            builders.present(item, meeting)
        builders.play(meeting, "prepare", "convene")
    builders.play(meeting, "open")
    late = builders.validated(hall, "Carnaval")
    transaction.commit()
    return {"meeting": meeting, "shown": shown, "hidden": hidden, "late": late}


def statuses(meeting, absent=0):
    noted = builders.attendance(meeting, absent).meeting
    return {member: str(status) for member, status in noted.items()}


def test_agenda_is_read_as_far_as_the_reader_may(scene):
    url = f"{scene['meeting'].absolute_url()}/@agenda"
    for user, titles in (
        ("", ["Trottoir"]),
        ("agent-travaux", ["Trottoir"]),
        ("echevin", ["Trottoir", f"Sanction {CANARY}"]),
        ("secretaire", ["Trottoir", f"Sanction {CANARY}"]),
    ):
        code, answer = call(url, user=user)
        assert code == 200
        assert [line["title"] for line in answer["items"]] == titles, user


def test_presenting_and_moving_are_for_the_secretariat(scene):
    url = f"{scene['meeting'].absolute_url()}/@agenda"
    body = {"present": [scene["late"].UID()]}
    for user in ("", "citoyen", "agent-travaux", "echevin"):
        assert call(url, "POST", body, user)[0] in (401, 403), user
    code, answer = call(url, "POST", body, "secretaire")
    assert code == 200
    assert "Carnaval" in [line["title"] for line in answer["items"]]
    code, answer = call(
        url, "POST", {"move": scene["shown"].UID(), "number": "2"}, "secretaire"
    )
    assert code == 400
    assert "numéros envoyés" in answer["message"]


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"present": "x"},
        {"present": []},
        {"present": ["nothing"]},
        {"move": "nothing", "number": "1"},
        {"move": 3},
        [],
    ],
)
def test_bad_agenda_requests_are_refused_in_a_sentence(scene, body):
    url = f"{scene['meeting'].absolute_url()}/@agenda"
    code, answer = call(url, "POST", body, "secretaire")
    assert code == 400
    assert answer["message"]


def test_presence_is_for_those_who_run_or_attend(scene):
    url = f"{scene['meeting'].absolute_url()}/@presence"
    for user in ("", "citoyen", "agent-travaux"):
        assert call(url, user=user)[0] in (401, 403), user
    assert call(url, user="echevin")[0] == 200
    body = {"statuses": statuses(scene["meeting"])}
    for user in ("", "agent-travaux", "echevin"):
        assert call(url, "PATCH", body, user)[0] in (401, 403), user
    code, answer = call(url, "PATCH", body, "secretaire")
    assert code == 200
    assert answer["quorum"] == {
        "present": 5,
        "in_function": 5,
        "needed": 3,
        "is_reached": True,
    }


@pytest.mark.parametrize(
    "statuses_given",
    [None, {}, {"nobody": "present"}, {"nobody": "asleep"}, ["present"]],
)
def test_bad_presence_is_refused_in_a_sentence(scene, statuses_given):
    url = f"{scene['meeting'].absolute_url()}/@presence"
    code, answer = call(url, "PATCH", {"statuses": statuses_given}, "secretaire")
    assert code == 400
    assert answer["message"]


def test_g16_a_decision_without_quorum_is_a_sentence(scene):
    presence = f"{scene['meeting'].absolute_url()}/@presence"
    decision = f"{scene['shown'].absolute_url()}/@decision"
    body = {"outcome": "adopted", "vote": {"yes": 2}}
    for user in ("", "agent-travaux", "echevin"):
        assert call(decision, "POST", body, user)[0] in (401, 403), user
    short = {"statuses": statuses(scene["meeting"], absent=3)}
    assert call(presence, "PATCH", short, "secretaire")[0] == 200
    code, answer = call(decision, "POST", body, "secretaire")
    assert code == 400
    assert "quorum" in answer["message"]


def test_g11_g12_votes_through_the_service(scene):
    presence = f"{scene['meeting'].absolute_url()}/@presence"
    decision = f"{scene['shown'].absolute_url()}/@decision"
    call(presence, "PATCH", {"statuses": statuses(scene["meeting"])}, "secretaire")
    for vote, word in (
        ({"yes": 4, "no": 2}, "6 voix pour 5 votants"),
        ({"yes": None}, "nombre entier"),
        ({"yes": 1, "no": 3}, "majorité"),
        ({"yes": 2, "no": 2}, "Partage"),
        ("yes", "objet JSON"),
    ):
        body = {"outcome": "adopted", "vote": vote}
        code, answer = call(decision, "POST", body, "secretaire")
        assert code == 400, vote
        assert word in answer["message"], vote
    body = {"outcome": "nonsense"}
    assert call(decision, "POST", body, "secretaire")[0] == 400
    body = {
        "outcome": "adopted",
        "vote": {"yes": 3, "no": 1, "abstain": 1},
        "decision": "<p>De réparer.</p><script>alert(1)</script>",
    }
    code, answer = call(decision, "POST", body, "secretaire")
    assert code == 200
    assert answer["vote"]["sentence"] == (
        "Par 3 voix pour, une voix contre et une abstention"
    )
    assert "script" not in answer["decision"]


def test_g11_no_stored_key_holds_a_voter(scene):
    meeting = scene["meeting"]
    presence = f"{meeting.absolute_url()}/@presence"
    call(presence, "PATCH", {"statuses": statuses(meeting)}, "secretaire")
    body = {"outcome": "adopted", "vote": {"method": "secret", "yes": 5}}
    decision = f"{scene['shown'].absolute_url()}/@decision"
    assert call(decision, "POST", body, "secretaire")[0] == 200
    transaction.begin()
    stored = repr(dict(IAnnotations(meeting)["imio.platform.deliberation.ballots"]))
    for mandate in members_of(meeting):
        assert mandate.uid not in stored
        assert mandate.person_uid not in stored


def test_an_agent_drafts_a_point_through_the_api(scene):
    folder = items_folder(scene["shown"].aq_parent.aq_parent.aq_parent)
    body = {
        "@type": "AgendaItem",
        "title": "Bancs",
        "proposing_service": scene["shown"].proposing_service,
    }
    for user in ("", "citoyen", "echevin"):
        assert call(folder.absolute_url(), "POST", body, user)[0] in (401, 403), user
    code, answer = call(folder.absolute_url(), "POST", body, "agent-travaux")
    assert code == 201, answer
    assert answer["review_state"] == "draft"
    other = {**body, "proposing_service": scene["hidden"].proposing_service}
    code, answer = call(folder.absolute_url(), "POST", other, "agent-travaux")
    assert code == 400


def test_a_transition_refused_says_why(scene):
    url = f"{scene['meeting'].absolute_url()}/@workflow/close"
    code, answer = call(url, "POST", {}, "secretaire")
    assert code in (400, 409)
    assert "issue" in answer["message"]
