"""REST: what a meeting and a point say beside their fields."""

from dataclasses import asdict
from imio.platform.deliberation.api.agenda import agenda_answer
from imio.platform.deliberation.browser.item.links import links_of
from imio.platform.deliberation.content.interfaces import IAgendaItem
from imio.platform.deliberation.content.interfaces import IMeeting
from imio.platform.deliberation.content.vocabularies import OUTCOMES
from imio.platform.deliberation.interfaces import IDeliberationLayer
from imio.platform.deliberation.workflow.lookup import meeting_of
from imio.platform.deliberation.workflow.meeting_guards import limits_of
from imio.platform.deliberation.workflow.numbering import number_in_year
from imio.platform.deliberation.workflow.numbering import reference_of
from imio.platform.deliberation.workflow.projection import line_of
from imio.platform.deliberation.workflow.projection import NOTES
from imio.platform.deliberation.workflow.projection import sees_full_agenda
from imio.platform.deliberation.workflow.projection import state_title
from imio.platform.deliberation.workflow.public_text import public_html
from imio.platform.deliberation.workflow.public_text import reads_personal_data
from imio.platform.deliberation.workflow.public_text import TEXTS
from imio.platform.deliberation.workflow.requested import request_of
from imio.platform.deliberation.workflow.requested import requester_names
from plone import api
from plone.restapi.interfaces import ISerializeToJson
from plone.restapi.serializer.dxcontent import SerializeFolderToJson
from zope.component import adapter
from zope.i18n import translate
from zope.interface import implementer

#: What only the secretariat and the members may read of a meeting.
INTERNAL_FIELDS = (
    "observations",
    "urgency_motive",
    "chair",
    "secretary",
    "mode_tool",
    "mode_connection",
    "requested_by",
)


def request_answer(meeting) -> dict | None:
    """Who asks for the meeting, and whether they are enough."""
    found = request_of(meeting)
    if found is None:
        return None
    return {
        "members": requester_names(meeting),
        "needed": found.needed,
        "is_enough": found.is_enough,
    }


@implementer(ISerializeToJson)
@adapter(IMeeting, IDeliberationLayer)
class MeetingSerializer(SerializeFolderToJson):
    """With its agenda as the reader may see it."""

    def __call__(self, version=None, include_items=True):
        result = super().__call__(version=version, include_items=include_items)
        if not sees_full_agenda(self.context):
            for name in INTERNAL_FIELDS:
                result.pop(name, None)
        else:
            limits = limits_of(self.context)
            result["last_sending"] = limits.last_sending.isoformat()
            result["request"] = request_answer(self.context)
        result["title"] = self.context.Title()
        result["state_title"] = state_title(self.context)
        result["number"] = number_in_year(self.context) or None
        result["agenda"] = agenda_answer(self.context)["items"]
        return result


@implementer(ISerializeToJson)
@adapter(IAgendaItem, IDeliberationLayer)
class ItemSerializer(SerializeFolderToJson):
    """With its meeting, its number and its outcome, where the reader may know them."""

    def __call__(self, version=None, include_items=True):
        result = super().__call__(version=version, include_items=include_items)
        result["state_title"] = state_title(self.context)
        self._mask(result)
        result.update(self._standing())
        if api.user.has_permission(NOTES, obj=self.context):
            result["external_id"] = self.context.external_id or None
        result["links"] = [
            {"@id": values.pop("url"), **values}
            for values in (asdict(link) for link in links_of(self.context))
        ]
        return result

    def _mask(self, result: dict) -> None:
        """Leave the words marked as personal data to those entitled."""
        if reads_personal_data(self.context):
            return
        for name in TEXTS:
            if result.get(name):
                html = public_html(getattr(self.context, name))
                result[name] = {**result[name], "data": html}

    def _standing(self) -> dict:
        meeting = meeting_of(self.context)
        if meeting is None or not api.user.has_permission("View", obj=meeting):
            return {"meeting": None, "number": None, "reference": None, "outcome": None}
        line = line_of(meeting, self.context.UID())
        outcome = line.outcome if line is not None else ""
        return {
            "meeting": {"@id": meeting.absolute_url(), "title": meeting.Title()},
            "number": line.number if line is not None else None,
            "reference": (line and reference_of(meeting, self.context)) or None,
            "outcome": outcome or None,
            "outcome_title": translate(OUTCOMES.get(outcome, ""), target_language="fr"),
        }
