"""The demonstration commune's deliberations."""

from imio.platform.core.interfaces import IStartContent
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
