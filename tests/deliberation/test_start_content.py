"""The demonstration commune's deliberations."""

from imio.platform.core import clock
from imio.platform.core.interfaces import IStartContent
from imio.platform.deliberation.content.meeting import body_of
from imio.platform.deliberation.content.meeting import meeting_day
from imio.platform.deliberation.content.vocabularies import meetings_of
from imio.platform.deliberation.records.agenda import item_uids
from imio.platform.deliberation.records.ballots import ballots
from imio.platform.deliberation.rules.ballot import Method
from imio.platform.deliberation.workflow.lookup import find_item
from pathlib import Path
from plone import api
from zope.component import getUtility
import json
import pytest

CONTENT = Path(__file__).parents[2] / "profiles" / "hautes-rives" / "content"


def load(portal, name):
    data = json.loads((CONTENT / f"{name}.json").read_text(encoding="utf-8"))
    with api.env.adopt_roles(["Manager"]):
        getUtility(IStartContent, name=name).load(portal, data, str(CONTENT))


@pytest.fixture
def bodies(portal, monkeypatch):
    monkeypatch.setenv("IMIO_DEMO_PASSWORD", "Commune-2026!")
    load(portal, "core")
    load(portal, "deliberation")
    load(portal, "deliberation")
    return portal["deliberations"]


def meetings(body) -> list[str]:
    """States by date."""
    return [api.content.get_state(one) for one in meetings_of(body)]


def test_the_demonstration_commune_has_a_year_of_meetings_in_every_state(bodies):
    college, council = meetings(bodies["college"]), meetings(bodies["conseil"])
    assert set(college) | set(council) == {
        "planned",
        "prepared",
        "convened",
        "in_session",
        "held",
        "decisions_published",
        "minutes_approved",
        "no_quorum",
        "cancelled",
    }
    # A council sits ten times a year (CDLD L1122-11).
    assert (
        council.count("minutes_approved") + council.count("decisions_published") >= 10
    )
    days = [meeting_day(one) for one in meetings_of(bodies["college"])]
    assert (days[-1] - days[0]).days > 330
    assert all(day.weekday() < 5 for day in days if day != clock.today())


def check_points(portal) -> None:
    brains = portal.portal_catalog.unrestrictedSearchResults(portal_type="AgendaItem")
    found = {brain.review_state for brain in brains}
    assert {
        "draft",
        "in_validation",
        "validated",
        "on_agenda",
        "frozen",
        "decided",
        "finalised",
    } <= found
    advices = portal.portal_catalog.unrestrictedSearchResults(portal_type="Advice")
    assert {"given", "requested"} <= {brain.review_state for brain in advices}
    outcomes = {brain._unrestrictedGetObject().outcome for brain in brains}
    assert {"adopted", "refused", "noted", "postponed"} <= outcomes


def check_history_names_the_people_who_act(portal) -> None:
    loader = api.user.get_current().getId()
    catalog = portal.portal_catalog
    actors = {}
    for kind in ("AgendaItem", "Advice", "Meeting", "PublishedRegulation"):
        for brain in catalog.unrestrictedSearchResults(portal_type=kind):
            found = brain._unrestrictedGetObject()
            rows = [row for steps in found.workflow_history.values() for row in steps]
            assert loader not in {row["actor"] for row in rows}, brain.getPath()
            assert loader not in found.creators, brain.getPath()
            actors[brain.getPath()] = {row["action"]: row["actor"] for row in rows}
    walked = next(
        acts
        for path, acts in actors.items()
        if path.endswith("remplacement-de-la-chaudiere-de-lecole-du-centre")
    )
    assert walked == {None: "agent-travaux", "submit": "agent-travaux"}
    given = [acts["give"] for acts in actors.values() if "give" in acts]
    assert given and set(given) == {"directeur-financier"}


def check_sent_and_put_off(portal) -> None:
    brains = portal.portal_catalog.unrestrictedSearchResults(portal_type="AgendaItem")
    made: dict[str, list] = {}
    for brain in brains:
        item = brain._unrestrictedGetObject()
        made.setdefault(item.comes_by, []).append(item)
    assert {"sent", "postponed"} <= made.keys()
    (sent,) = made["sent"]
    assert body_of(sent).getId() == "conseil"
    assert "25 euros" in sent.decision.raw
    assert "validated" in {api.content.get_state(one) for one in made["postponed"]}


def check_votes(council) -> None:
    found = [
        ballot
        for meeting in meetings_of(council)
        for uid in item_uids(meeting)
        for ballot in ballots(meeting, uid)
    ]
    assert {ballot.method for ballot in found} == {Method.PUBLIC, Method.SECRET}
    assert any(ballot.votes for ballot in found)
    assert not any(b.votes for b in found if b.method is Method.SECRET)


def check_sitting(college) -> None:
    sitting = next(
        one
        for one in meetings_of(college)
        if api.content.get_state(one) == "in_session"
    )
    states = [api.content.get_state(find_item(uid)) for uid in item_uids(sitting)]
    assert states.count("decided") == 2
    assert "frozen" in states


def check_put_again(body) -> None:
    council = meetings_of(body)
    missed = next(m for m in council if api.content.get_state(m) == "no_quorum")
    again = next(m for m in council if m.puts_again == missed.UID())
    assert again.convocation_rank == 2
    assert api.content.get_state(again) == "minutes_approved"


def test_points_votes_and_unusual_meetings_of_the_demonstration(portal, bodies):
    """One loading for all of them: it plays a year."""
    check_points(portal)
    check_history_names_the_people_who_act(portal)
    check_sent_and_put_off(portal)
    check_votes(bodies["conseil"])
    check_sitting(bodies["college"])
    check_put_again(bodies["conseil"])
