"""@presence of a meeting: who is there, and whether the body may decide."""

from imio.platform.core.organisation import mandates
from imio.platform.deliberation.api.bodies import require_fresh
from imio.platform.deliberation.api.bodies import text
from imio.platform.deliberation.api.bodies import WritingService
from imio.platform.deliberation.content.officials import members_of
from imio.platform.deliberation.errors import DeliberationError
from imio.platform.deliberation.errors import worded
from imio.platform.deliberation.records.presence import presence
from imio.platform.deliberation.records.presence import quorum
from imio.platform.deliberation.records.tokens import token
from imio.platform.deliberation.rules.presence import Presence
from imio.platform.deliberation.rules.presence import single_status
from imio.platform.deliberation.rules.presence import Status
from imio.platform.deliberation.rules.violations import RuleViolation
from imio.platform.deliberation.workflow.attendance import note_item
from imio.platform.deliberation.workflow.attendance import note_meeting
from imio.platform.i18n import _
from plone.restapi.services import Service


def presence_answer(meeting) -> dict:
    noted = presence(meeting)
    there = quorum(meeting)
    return {
        "@id": f"{meeting.absolute_url()}/@presence",
        "token": _token(noted),
        "members": [
            {
                "uid": mandate.uid,
                "name": mandate.person_name,
                "title": mandates.title(mandate),
                "status": noted.meeting.get(mandate.uid),
            }
            for mandate in members_of(meeting)
        ],
        "items": {uid: dict(line) for uid, line in noted.items.items()},
        "quorum": {
            "present": there.present,
            "in_function": there.in_function,
            "needed": there.needed,
            "is_reached": there.is_reached,
        },
    }


class PresenceGet(Service):
    def reply(self):
        return presence_answer(self.context)


class PresencePatch(WritingService):
    """``{"statuses": {mandate: "present"}, "item": uid?}``: only the members named.

    With ``"token"``, a change to another attendance is refused.
    """

    def write(self, body: dict):
        if "token" in body:
            require_fresh(text(body, "token"), _token(presence(self.context)))
        statuses = _statuses(body.get("statuses"))
        item_uid = text(body, "item")
        if item_uid:
            former = presence(self.context).items.get(item_uid, {})
            note_item(self.context, item_uid, {**former, **statuses})
        else:
            note_meeting(self.context, statuses)
        return presence_answer(self.context)


def _token(noted: Presence) -> str:
    items = {uid: sorted(line.items()) for uid, line in noted.items.items()}
    return token(sorted(noted.meeting.items()), sorted(items.items()))


def _statuses(given) -> dict[str, Status]:
    if not isinstance(given, dict) or not given:
        raise DeliberationError(_("Donnez l'état d'au moins un membre."), "statuses")
    return {str(member): _status(value) for member, value in given.items()}


def _status(given) -> Status:
    several = given if isinstance(given, list) else [given]
    if all(isinstance(one, str) for one in several):
        try:
            status = single_status(several)
        except RuleViolation as violation:
            if violation.code == "two_statuses":
                violation.field = "statuses"
                raise worded(violation) from violation
        else:
            if status is not None:
                return status
    raise DeliberationError(
        _("Un état est « present », « excused », « absent » ou « non_attendee »."),
        "statuses",
    )
