"""The commune's start content."""

from collections import Counter
from imio.platform.core.interfaces import IStartContent
from pathlib import Path
from plone import api
from zope.component import getUtility
import json

CONTENT = Path(__file__).parents[2] / "profiles" / "hautes-rives" / "content"


def data_of(name):
    return json.loads((CONTENT / f"{name}.json").read_text(encoding="utf-8"))


def load(portal, name):
    with api.env.adopt_roles(["Manager"]):
        getUtility(IStartContent, name=name).load(portal, data_of(name), str(CONTENT))


def test_the_demonstration_counter_is_filled_once(portal, monkeypatch):
    monkeypatch.setenv("IMIO_DEMO_PASSWORD", "Secret-of-the-tests-1")
    load(portal, "core")
    for _time in range(2):
        load(portal, "ecounter")
    brains = portal.portal_catalog.unrestrictedSearchResults(portal_type="Request")
    states = Counter(brain.review_state for brain in brains)
    assert len(brains) == len(data_of("ecounter")["requests"])
    assert {"draft", "submitted", "in_progress", "awaiting_citizen"} <= set(states)
    assert {"accepted", "refused", "delivered", "closed"} <= set(states)
    numbers = [brain.request_number for brain in brains if brain.request_number]
    assert len(set(numbers)) == len(numbers) == len(brains) - states["draft"]
    delivered = next(b for b in brains if b.review_state == "delivered")
    assert delivered._unrestrictedGetObject().files("document")
