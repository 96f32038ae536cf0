"""The demonstration commune's deliberations."""

from imio.platform.core.interfaces import IStartContent
from imio.platform.deliberation.content.meeting import body_of
from imio.platform.deliberation.records.agenda import item_uids
from pathlib import Path
from plone import api
from zope.component import getUtility
import json

CONTENT = Path(__file__).parents[2] / "profiles" / "hautes-rives" / "content"


def load(portal, name):
    data = json.loads((CONTENT / f"{name}.json").read_text(encoding="utf-8"))
    with api.env.adopt_roles(["Manager"]):
        getUtility(IStartContent, name=name).load(portal, data, str(CONTENT))


def test_the_demonstration_commune_has_meetings_at_every_stage(portal):
    load(portal, "core")
    load(portal, "deliberation")
    load(portal, "deliberation")
    college = portal["deliberations"]["college"]
    meetings = [one for one in college.objectValues() if one.portal_type == "Meeting"]
    states = [api.content.get_state(one) for one in meetings]
    assert states == ["decisions_published", "decisions_published", "prepared"]
    assert len(item_uids(meetings[-1])) == 9
    brains = portal.portal_catalog.unrestrictedSearchResults(portal_type="AgendaItem")
    found = {brain.review_state for brain in brains}
    assert {"draft", "in_validation", "validated", "on_agenda", "decided"} <= found


def test_the_history_names_the_people_who_act(portal, monkeypatch):
    monkeypatch.setenv("IMIO_DEMO_PASSWORD", "Commune-2026!")
    loader = api.user.get_current().getId()
    load(portal, "core")
    load(portal, "deliberation")
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


def test_the_demonstration_shows_a_point_sent_and_a_point_put_off(portal):
    load(portal, "core")
    load(portal, "deliberation")
    brains = portal.portal_catalog.unrestrictedSearchResults(portal_type="AgendaItem")
    made = [brain._unrestrictedGetObject() for brain in brains]
    made = {one.comes_by: one for one in made if one.comes_by}
    assert set(made) == {"sent", "postponed"}
    assert body_of(made["sent"]).getId() == "conseil"
    assert "25 euros" in made["sent"].decision.raw
    assert api.content.get_state(made["postponed"]) == "validated"
