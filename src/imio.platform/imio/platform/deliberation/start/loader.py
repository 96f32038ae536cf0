"""Start content: bodies, meetings and points, as ``deliberation.json`` describes them::

    {
      "root": {"id": "deliberations", "title": "...", "description": "..."},
      "bodies": [{
        "id": "college", "title": "...", "preset": "college", "publicity": "titles",
        "secretariat": "secretariat", "place": "...",
        "meetings": [{
          "id": "...", "in_days": -14, "hour": "09:30", "until": "decisions_published",
          "convened_before": 3, "excused": ["luc-delvaux"],
          "items": [{"title": "...", "service": "travaux", "decision": "<p>...</p>",
                     "outcome": "adopted", "vote": [5, 0, 1]}]}],
        "more_meetings": "seances/college.json",
        "finance_service": "finances",
        "categories": [{"title": "...", "code": "2.08", "about_persons": true}],
        "templates": [{"title": "...", "subject": "...", "decision": "<p>...</p>",
                       "recurrence": "month", "services": ["travaux"]}],
        "items": [{"title": "...", "service": "travaux", "until": "in_validation",
                   "member": "nadia-peeters", "category": "2.08",
                   "sends_to": ["conseil"], "amount": "48000", "asked_before": 3,
                   "advice": {"opinion": "favorable", "text": "<p>...</p>"}}],
        "regulations": [{"title": "...", "file": "texts/reglement.pdf",
                         "adopted_days": -40, "published_days": -30}]
      }]
    }

Dates count from the day of loading, so that a demonstration is always of today.
A meeting is played through its own workflow, at its own dates: ``until`` is the
state it ends in, ``cancelled`` and ``no_quorum`` too (``present`` says how many came,
``again`` how the same points fare a week later). Of one that sits now (``hour``:
``now``) the first ``decided`` points are decided. A public vote may name who was
``against``, ``abstaining``, or alone ``in_favour``. ``more_meetings`` names a file of
meetings that would make this one too long.
"""

from collections.abc import Mapping
from decimal import Decimal
from imio.platform.core import clock
from imio.platform.core.interfaces import IStartContent
from imio.platform.core.organisation import directory
from imio.platform.core.organisation.still import standing_still
from imio.platform.deliberation.content.officials import members
from imio.platform.deliberation.content.origins import COUNCILLOR
from imio.platform.deliberation.content.storage import items_folder
from imio.platform.deliberation.start.acting import acting
from imio.platform.deliberation.start.acting import AUTHORS
from imio.platform.deliberation.start.advising import play_item
from imio.platform.deliberation.start.playing import approve_minutes
from imio.platform.deliberation.start.playing import play_meeting
from imio.platform.deliberation.start.regulations import load_regulation
from imio.platform.deliberation.start.settings import category_uid
from imio.platform.deliberation.start.settings import load_settings
from operator import itemgetter
from pathlib import Path
from plone.app.textfield import RichTextValue
from plone.app.uuid.utils import uuidToObject
from plone.dexterity.utils import createContentInContainer
from typing import Any
from zope.interface import implementer
import json

BODY_FIELDS = (
    "title",
    "description",
    "preset",
    "publicity",
    "announces_closed",
    "place",
    "levels",
)
ITEM_FIELDS = ("title", "kind", "privacy", "secret_ballot", "notes")
ITEM_TEXTS = ("synthesis_note", "motivation", "decision", "target_decision")


@implementer(IStartContent)
class DeliberationContent:
    """Loads ``deliberation.json``; a body that exists is left as it is."""

    order = 30

    def load(self, site: Any, data: Mapping[str, Any], folder: str) -> None:
        services = {entry.id: entry.uid for entry in directory.services(True)}
        root = _root(site, data["root"])
        with standing_still():
            new = [
                _completed(one, Path(folder))
                for one in data.get("bodies", ())
                if one["id"] not in root
            ]
            # All of them first: a point of one may go to another.
            for body in new:
                _body(root, body, services)
            for body in new:
                _fill(root[body["id"]], body, services, Path(folder))


def _completed(body: Mapping[str, Any], folder: Path) -> dict[str, Any]:
    """The body with the meetings of its own file, the earliest first."""
    meetings = list(body.get("meetings", ()))
    if "more_meetings" in body:
        text = (folder / body["more_meetings"]).read_text(encoding="utf-8")
        meetings += json.loads(text)["meetings"]
    return {**body, "meetings": sorted(meetings, key=itemgetter("in_days"))}


def _root(site, data: Mapping[str, Any]):
    if data["id"] not in site:
        createContentInContainer(
            site,
            "Deliberations",
            checkConstraints=False,
            id=data["id"],
            title=data["title"],
            description=data.get("description", ""),
        )
    return site[data["id"]]


def _body(root, data: Mapping[str, Any], services: Mapping[str, str]) -> None:
    body = createContentInContainer(
        root,
        "DeliberativeBody",
        checkConstraints=False,
        id=data["id"],
        secretariat=services.get(data.get("secretariat", "")),
        finance_service=services.get(data.get("finance_service", "")),
        **{name: data[name] for name in BODY_FIELDS if name in data},
    )
    load_settings(body, data, services)


def _fill(body, data: Mapping[str, Any], services: Mapping[str, str], folder) -> None:
    for meeting in data.get("meetings", ()):
        made = [(_item(body, one, services), one) for one in meeting.get("items", ())]
        play_meeting(body, meeting, made)
    approve_minutes(body, data.get("meetings", ()))
    for one in data.get("items", ()):
        play_item(_item(body, one, services), one)
    for one in data.get("regulations", ()):
        with acting(body, body.secretariat, AUTHORS):
            load_regulation(body, one, folder)


def _member(body, person_id: str) -> str | None:
    """The mandate in a body of the person with this id."""
    for mandate in members(body, clock.today()):
        person = uuidToObject(mandate.person_uid, unrestricted=True)
        if person.getId() == person_id:
            return mandate.uid
    return None


def _item(body, data: Mapping[str, Any], services: Mapping[str, str]):
    fields = {name: data[name] for name in ITEM_FIELDS if name in data}
    fields.update(
        (name, RichTextValue(data[name], "text/html", "text/x-html-safe"))
        for name in ITEM_TEXTS
        if name in data
    )
    if "category" in data:
        fields["category"] = category_uid(body, data["category"])
    if "member" in data:
        fields["origin"] = COUNCILLOR
        fields["proposed_by"] = _member(body, data["member"])
    if "sends_to" in data:
        root = body.aq_parent
        fields["target_bodies"] = [root[name].UID() for name in data["sends_to"]]
    if "amount" in data:
        fields["financial_amount"] = Decimal(data["amount"])
        fields["budget_article"] = data.get("budget_article", "")
    service = services[data["service"]]
    with acting(body, service, AUTHORS):
        return createContentInContainer(
            items_folder(body),
            "AgendaItem",
            checkConstraints=False,
            proposing_service=service,
            **fields,
        )
