"""OParl 1.1 at /deliberations/oparl, walked as a client walks it."""

from datetime import timedelta
from imio.platform.core import clock
from imio.platform.deliberation.rules.oparl import KINDS
from plone import api
from tests.deliberation import builders
from tests.deliberation import sitting
from tests.deliberation.public.oparl_checks import check
from tests.deliberation.public.oparl_checks import check_list
from tests.deliberation.sitting import CANARY
from tests.deliberation.sitting import MASKED
from tests.deliberation.sitting import PUBLIC
from urllib.parse import urlencode
from zope.event import notify
from zope.lifecycleevent import ObjectModifiedEvent
import pytest
import requests
import transaction


@pytest.fixture
def made(functional):
    return sitting.sitting(functional["portal"])


def get(url: str, user: str = "", status: int = 200) -> dict:
    auth = (user, builders.PASSWORD) if user else None
    answer = requests.get(url, auth=auth, timeout=120)
    assert answer.status_code == status, (url, answer.text)
    assert answer.headers["Content-Type"].startswith("application/json")
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    return answer.json()


def everything(made, user: str = "") -> list[dict]:
    """All the objects that a client reads from the entry point."""
    base = f"{made.root_url}/oparl"
    system = get(base, user)
    bodies = get(system["body"], user)
    check_list(bodies)
    (body,) = bodies["data"]
    found = [system, body]
    for kind in KINDS:
        page = get(f"{base}/{kind}", user)
        check_list(page)
        found += page["data"]
    return found


def listed(made, kind: str, user: str = "", **filters) -> list[dict]:
    query = urlencode(filters)
    return get(f"{made.root_url}/oparl/{kind}?{query}", user)["data"]


@pytest.mark.parametrize(
    "until", ["convened", "decisions_published", "minutes_approved"]
)
def test_every_object_is_what_the_specification_asks(made, until):
    sitting.lead(made, until)
    transaction.commit()
    base = f"{made.root_url}/oparl"
    references: set[str] = set()
    found = everything(made)
    for one in found:
        check(one, base, references)
    assert {one["type"].rpartition("/")[2] for one in found} == {
        "System",
        *KINDS.values(),
    }
    for url in references:
        answer = get(url)
        assert "data" in answer or answer["id"] == url


def test_a_meeting_tells_its_public_points_in_order(made):
    (meeting,) = listed(made, "meeting")
    assert meeting["name"].startswith("Conseil communal du")
    assert meeting["meetingState"] == "eingeladen"
    (point,) = meeting["agendaItem"]
    assert (point["name"], point["order"], point["public"]) == (PUBLIC, 0, True)
    assert "result" not in point
    assert "meeting" not in point
    (paper,) = listed(made, "paper")
    assert "Une note avec […]" in paper["mainFile"]["text"]
    assert [one["name"] for one in paper["auxiliaryFile"]] == ["Plan des lieux"]
    assert "agendaItem" not in listed(made, "meeting", omit_internal="true")[0]


def test_a_decision_tells_its_result_once_it_is_published(made):
    sitting.lead(made, "held")
    transaction.commit()
    (point,) = listed(made, "agenda-item")
    assert "result" not in point
    assert listed(made, "paper") == []
    sitting.lead(made, "decisions_published")
    transaction.commit()
    (point,) = listed(made, "agenda-item")
    assert point["result"] == "Adopté"
    assert point["resolutionText"] == "Article unique avec […]."
    assert len(listed(made, "paper")) == 1


def test_who_sits_is_told_without_what_is_private(made):
    people = listed(made, "person")
    names = {one["name"] for one in people}
    assert {"Nadia Peeters", "Jean Henrotte"} <= names
    assert all("membership" in one for one in people)
    assert "user_id" not in str(people)
    roles = {one["role"] for one in listed(made, "membership")}
    assert "Président du conseil" in roles or len(roles) > 1


@pytest.mark.parametrize("user", ["", "citoyen", "agent-population", "secretaire"])
def test_g19_oparl_holds_the_public_record_alone_whoever_asks(made, user):
    sitting.lead(made, "minutes_approved")
    transaction.commit()
    text = str(everything(made, user))
    for secret in (CANARY, MASKED, made.hidden.UID(), made.hidden_annex.UID()):
        assert secret not in text
    base = f"{made.root_url}/oparl"
    for kind in ("agenda-item", "paper", "consultation"):
        get(f"{base}/{kind}/{made.hidden.UID()}", user, status=404)
    get(f"{base}/file/{made.hidden_annex.UID()}", user, status=404)


def test_a_point_turned_to_the_closed_sitting_leaves_a_tombstone(made):
    since = (clock.now() - timedelta(days=1)).isoformat(timespec="seconds")
    made.shown.privacy = "closed"
    notify(ObjectModifiedEvent(made.shown))
    transaction.commit()
    for kind in ("agenda-item", "paper", "consultation"):
        assert listed(made, kind) == []
        (gone,) = listed(made, kind, modified_since=since)
        assert gone["deleted"] is True
        assert set(gone) == {"id", "type", "created", "modified", "deleted"}
        assert get(gone["id"]) == gone
        later = (clock.now() + timedelta(days=1)).isoformat(timespec="seconds")
        assert listed(made, kind, modified_since=later) == []
    # The annex and the text of the paper.
    assert len(listed(made, "file", modified_since=since)) == 2
    assert PUBLIC not in str(everything(made))


def test_what_is_deleted_or_cancelled_leaves_a_tombstone(made):
    since = (clock.now() - timedelta(days=1)).isoformat(timespec="seconds")
    person = next(
        one
        for one in made.hall.portal["organisation"].objectValues()
        if getattr(one, "last_name", "") == "Peeters"
    )
    key, annex = person.UID(), made.annex.UID()
    with api.env.adopt_roles(["Manager"]):
        api.content.delete(made.annex)
        api.content.delete(person, check_linkintegrity=False)
    builders.play(made.meeting, "cancel")
    transaction.commit()
    for kind in ("meeting", "agenda-item", "paper"):
        assert listed(made, kind) == [], kind
        assert [one["deleted"] for one in listed(made, kind, modified_since=since)] == [
            True
        ], kind
    assert key not in str(listed(made, "person"))
    gone = [
        one
        for one in listed(made, "person", modified_since=since)
        if one.get("deleted")
    ]
    assert [one["id"].rpartition("/")[2] for one in gone] == [key]
    assert get(f"{made.root_url}/oparl/file/{annex}")["deleted"] is True


def test_a_body_that_publishes_no_more_is_closed_at_once(made):
    made.hall.council.publicity = "none"
    notify(ObjectModifiedEvent(made.hall.council))
    transaction.commit()
    assert PUBLIC not in str(everything(made))
    for url in (made.url, made.shown.absolute_url()):
        found = requests.get(url, timeout=60, headers={"Accept": "application/json"})
        assert found.status_code in (401, 403, 404)


def test_pages_and_bad_filters(made):
    base = f"{made.root_url}/oparl"
    page = get(f"{base}/person?limit=2")
    assert len(page["data"]) == 2
    read = [one["id"] for one in page["data"]]
    while "next" in page["links"]:
        page = get(page["links"]["next"])
        read += [one["id"] for one in page["data"]]
    assert len(read) == len(set(read)) == page["pagination"]["totalElements"]
    for query in ("modified_since=hier", "page=0", "created_since=2026-01-01T00:00"):
        answer = get(f"{base}/meeting?{query}", status=400)
        assert answer["type"].endswith("/Error")
        assert query.partition("=")[0] in answer["message"]
    for path in ("nothing", "meeting/nothing", "meeting/a/b"):
        assert get(f"{base}/{path}", status=404)["message"]
