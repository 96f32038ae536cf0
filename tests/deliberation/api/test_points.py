"""@points and @duplicate: another application drafts, and a point is copied."""

from base64 import b64encode
from imio.platform.core.annexes.listing import all_annexes
from imio.platform.deliberation.content.agenda_item import text_of
from imio.platform.deliberation.workflow.links import predecessor
from imio.platform.deliberation.workflow.lookup import find_item
from plone import api
from tests.deliberation import builders
from tests.deliberation.publishing import call
from tests.deliberation.publishing import is_refused
from tests.deliberation.publishing import status
from tests.deliberation.publishing import visit
from tests.deliberation.workflow.test_categories import category
from tests.deliberation.workflow.test_following import annexed
import pytest
import transaction

CANARY = "Zarbiflore"


@pytest.fixture
def scene(functional):
    hall = builders.town_hall(functional["portal"])
    transaction.commit()
    return {"app": functional["app"], "hall": hall}


def request(hall, **changes):
    return {
        "external_id": "urbanisme-2026-17",
        "title": "Permis rue Haute",
        "service": hall.services["Travaux"],
        "privacy": "public",
        "decision": "<p>D'octroyer le permis.</p><script>x()</script>",
        "annexes": [
            {
                "title": "Plan",
                "category": "plan",
                "filename": "plan.pdf",
                "data": b64encode(b"%PDF-1.4 plan").decode(),
            }
        ],
        **changes,
    }


def points(hall):
    return api.content.find(portal_type="AgendaItem", unrestricted=True)


def post(scene, body, user="agent-travaux", on="college"):
    url = f"{getattr(scene['hall'], on).absolute_url()}/@points"
    answer = call(url, "POST", body, user)
    transaction.begin()
    return answer


def test_a_point_is_drafted_with_its_annexes(scene):
    code, answer = post(scene, request(scene["hall"]))
    assert code == 201, answer
    item = find_item(answer["uid"])
    assert item.external_id == "urbanisme-2026-17"
    assert answer["state"] == "draft"
    assert text_of(item.decision) == "<p>D'octroyer le permis.</p>"
    (annex,) = all_annexes(item)
    assert annex.file.data == b"%PDF-1.4 plan"
    assert annex.title == "Plan"
    assert "/points/" in answer["@id"]


def test_the_same_identifier_twice_is_the_same_point(scene):
    first = post(scene, request(scene["hall"]))[1]
    code, again = post(scene, request(scene["hall"]))
    assert code == 200
    assert again["uid"] == first["uid"]
    assert len(all_annexes(find_item(first["uid"]))) == 1


@pytest.mark.parametrize("change", [{"title": "Autre"}, {"annexes": []}])
def test_the_same_identifier_for_another_content_is_a_conflict(scene, change):
    first = post(scene, request(scene["hall"]))[1]
    code, answer = post(scene, request(scene["hall"], **change))
    assert code == 409
    assert "identifiant externe" in answer["message"]
    assert answer["error"]["field"] == "external_id"
    assert find_item(first["uid"]).title == "Permis rue Haute"


def test_the_same_identifier_for_another_body_is_a_conflict(scene):
    post(scene, request(scene["hall"]))
    assert post(scene, request(scene["hall"]), on="council")[0] == 409


def test_a_point_that_the_caller_may_not_read_is_not_told(scene):
    post(scene, request(scene["hall"]))
    body = request(scene["hall"])
    code, answer = post(scene, body, "agent-population")
    assert code == 409
    assert "uid" not in answer


def test_a_removed_point_frees_its_identifier(scene):
    first = post(scene, request(scene["hall"]))[1]
    with api.env.adopt_roles(["Manager"]):
        api.content.delete(find_item(first["uid"]))
    transaction.commit()
    code, answer = post(scene, request(scene["hall"]))
    assert code == 201
    assert answer["uid"] != first["uid"]


def test_without_identifier_each_call_makes_a_point(scene):
    body = request(scene["hall"], external_id="", annexes=[])
    first, second = (post(scene, body)[1]["uid"] for _ in range(2))
    assert first != second


def test_it_may_be_submitted_at_once_or_not_at_all(scene):
    code, answer = post(scene, request(scene["hall"], submit=True))
    assert (code, answer["state"]) == (201, "in_validation")
    body = request(scene["hall"], external_id="b", decision=None, submit=True)
    before = len(points(scene["hall"]))
    code, answer = post(scene, body)
    assert code in (400, 409)
    assert "vide" in answer["message"]
    assert len(points(scene["hall"])) == before


def test_category_and_target_are_named_as_people_know_them(scene):
    hall = scene["hall"]
    persons = category(hall.college, code="2.08", about_persons=True)
    transaction.commit()
    body = request(hall, category="2.08", target_bodies=["conseil"])
    code, answer = post(scene, body)
    assert code == 201, answer
    item = find_item(answer["uid"])
    assert item.category == persons.UID()
    assert item.privacy == "closed"
    assert item.target_bodies == [hall.council.UID()]


def test_drafting_is_for_those_who_serve_in_the_service(scene):
    for user in ("", "citoyen", "echevin"):
        assert post(scene, request(scene["hall"]), user)[0] in (401, 403), user
    code, answer = post(scene, request(scene["hall"]), "agent-population")
    assert code == 400
    assert answer["error"]["field"] == "service"


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"title": ""}, "title"),
        ({"title": "x" * 301}, "title"),
        ({"kind": "nonsense"}, "kind"),
        ({"service": "nobody"}, "service"),
        ({"external_id": 7}, "external_id"),
        ({"external_id": "x" * 201}, "external_id"),
        ({"annexes": "plan"}, "annexes"),
        ({"annexes": ["plan"]}, "annexes.0"),
        ({"annexes": [{"filename": "a.pdf", "data": "é"}]}, "annexes.0.data"),
        ({"annexes": [{"filename": "a.pdf", "data": ""}]}, "annexes.0.file"),
        ({"annexes": [{"filename": "a.exe", "data": "TVo="}]}, "annexes.0.file"),
        ({"submit": "yes"}, "submit"),
        ({"category": "nonsense"}, "category"),
        ({"target_bodies": ["nonsense"]}, "target_bodies"),
    ],
)
def test_bad_points_are_refused_in_a_sentence_and_nothing_is_made(scene, change, field):
    before = len(points(scene["hall"]))
    code, answer = post(scene, request(scene["hall"], **change))
    assert code == 400, answer
    assert answer["message"]
    assert answer["error"]["field"] == field
    assert len(points(scene["hall"])) == before


def duplicate(item, user, **body):
    answer = call(f"{item.absolute_url()}/@duplicate", "POST", body, user)
    transaction.begin()
    return answer


def test_an_agent_duplicates_with_link_and_annexes(scene):
    item = builders.validated(scene["hall"], "Trottoir", notes="Interne")
    annexed(item)
    transaction.commit()
    code, answer = duplicate(item, "agent-travaux")
    assert code == 201, answer
    made = find_item(answer["uid"])
    assert api.content.get_state(made) == "draft"
    assert predecessor(made).UID() == item.UID()
    assert [one.title for one in all_annexes(made)] == ["Plan"]
    assert made.notes == "Interne"
    code, answer = duplicate(item, "agent-travaux", link=False, annexes=False)
    made = find_item(answer["uid"])
    assert predecessor(made) is None
    assert all_annexes(made) == []


def test_duplicating_is_for_who_reads_and_drafts(scene):
    item = builders.item(scene["hall"])
    transaction.commit()
    for user in ("", "citoyen", "echevin", "agent-population"):
        assert duplicate(item, user)[0] in (400, 401, 403, 404), user
        url = f"{item.absolute_url()}/@@duplicate"
        assert is_refused(visit(scene["app"], url, user)), user
    code, answer = duplicate(
        item, "agent-travaux", service=scene["hall"].services["Population"]
    )
    assert code == 400
    assert answer["error"]["field"] == "service"


def test_a_copy_holds_no_more_than_its_maker_could_read(scene):
    hall = scene["hall"]
    meeting = builders.meeting(hall, builders.in_days(12), body=hall.council)
    masked = f'<p>M. <span class="donnee-personnelle">{CANARY}</span> demande</p>'
    item = builders.validated(
        hall,
        "Subside",
        body=hall.council,
        notes=CANARY,
        synthesis_note=builders.rich("note"),
        target_title=CANARY,
    )
    item.motivation = type(item.decision)(masked, "text/html", "text/x-html-safe")
    with api.env.adopt_roles(["Manager"]):
        annexed(item, CANARY, confidential=True)
    builders.present(item, meeting)
    builders.play(meeting, "prepare", "convene")
    transaction.commit()
    service = hall.services["Population"]
    code, answer = duplicate(item, "agent-population", service=service)
    assert code == 201, answer
    made = find_item(answer["uid"])
    held = [made.notes, made.target_title, text_of(made.motivation), made.title]
    held += [one.title for one in all_annexes(made)]
    assert CANARY not in str(held)


def test_the_page_duplicates_and_keeps_what_was_typed(scene):
    item = builders.item(scene["hall"], "Trottoir")
    transaction.commit()
    page = visit(scene["app"], f"{item.absolute_url()}/@@duplicate", "agent-travaux")
    page.getControl(name="title").value = "Trottoir, phase 2"
    page.getControl(name="link").value = []
    page.getForm(action=f"{item.absolute_url()}/@@duplicate").submit()
    assert status(page) == 200
    assert "Trottoir, phase 2" in page.contents
    assert "brouillon de votre service" in page.contents
