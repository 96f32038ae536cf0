"""A request in the API, for who treats it and who filed it."""

from imio.platform.ecounter.content.interfaces import IRequest
from imio.platform.ecounter.filing.facts import outcome_of
from imio.platform.ecounter.interfaces import IECounterLayer
from imio.platform.ecounter.processing.deadline import due_of
from imio.platform.ecounter.rules.kinds import KINDS
from plone import api
from plone.restapi.interfaces import ISerializeToJson
from zope.component import adapter
from zope.interface import implementer

NOTES = "imio.platform.ecounter: See private notes"


@implementer(ISerializeToJson)
@adapter(IRequest, IECounterLayer)
class SerializeRequest:
    """State, answers that apply, files, history; notes only for staff.

    Reached with the permission to view the request, as any content.
    """

    def __init__(self, context, request):
        self.context = context
        self.request = request

    def __call__(self, version=None, include_items=True):
        filed = self.context
        outcome = outcome_of(filed)
        return {
            "@id": filed.absolute_url(),
            "@type": filed.portal_type,
            "UID": filed.UID(),
            "title": filed.Title(),
            "description": filed.digest,
            "number": filed.number,
            "review_state": api.content.get_state(filed),
            "procedure": filed.procedure_uid,
            "version": filed.version_number,
            "channel": filed.channel,
            "assignee": filed.assignee,
            "submitted": _iso(filed.submitted_at),
            "due": _iso(due_of(filed)),
            "closed": _iso(filed.closed_at),
            "answers": {
                name: _json(filed.version().compiled(), name, value)
                for name, value in outcome.values.items()
            },
            "files": [
                {**each.reference(), "role": each.role}
                for each in filed.files()
                if each.role == "answer" or self._is_staff
            ],
            "history": [
                {
                    "at": _iso(line["at"]),
                    "kind": line["kind"],
                    "text": line["text"],
                    "seen_by": line["seen_by"],
                }
                for line in filed.history
                if self._is_staff or line["seen_by"] == "citizen"
            ],
        }

    @property
    def _is_staff(self) -> bool:
        return api.user.has_permission(NOTES, obj=self.context)


def _iso(instant) -> str | None:
    return instant.isoformat() if instant is not None else None


def _json(definition, name: str, value):
    field = definition.fields_by_name[name]
    if field.rows:
        kinds = {each.name: KINDS[each.kind] for each in field.rows}
        return [
            {key: kinds[key].to_json(cell) for key, cell in row.items()}
            for row in value
        ]
    return KINDS[field.kind].to_json(value)
