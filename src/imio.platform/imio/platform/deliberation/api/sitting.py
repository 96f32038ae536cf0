"""@sitting of a meeting: suspensions, and doors closed to the public."""

from dataclasses import asdict
from imio.platform.deliberation.api.bodies import flag
from imio.platform.deliberation.api.bodies import text
from imio.platform.deliberation.api.bodies import texts
from imio.platform.deliberation.api.bodies import WritingService
from imio.platform.deliberation.errors import DeliberationError
from imio.platform.deliberation.records.agenda import item_uids
from imio.platform.deliberation.records.sitting import closed_doors
from imio.platform.deliberation.records.sitting import pauses
from imio.platform.deliberation.rules.closed_doors import closing_sentence
from imio.platform.deliberation.rules.closed_doors import Ground
from imio.platform.deliberation.rules.pauses import is_suspended
from imio.platform.deliberation.workflow.lookup import find_item
from imio.platform.deliberation.workflow.sitting import close_doors
from imio.platform.deliberation.workflow.sitting import open_doors
from imio.platform.deliberation.workflow.sitting import resume
from imio.platform.deliberation.workflow.sitting import suspend
from imio.platform.deliberation.workflow.urgent import put_urgent
from imio.platform.deliberation.workflow.urgent import urgency_words
from imio.platform.i18n import _
from plone import api
from plone.restapi.services import Service


def sitting_answer(meeting) -> dict:
    """When the meeting sat, and at which points without the public."""
    held = pauses(meeting)
    closings = {uid: closed_doors(meeting, uid) for uid in item_uids(meeting)}
    return {
        "@id": f"{meeting.absolute_url()}/@sitting",
        "opened_at": _instant(meeting.opened_at),
        "closed_at": _instant(meeting.closed_at),
        "is_suspended": is_suspended(held),
        "pauses": [
            {
                "item": pause.item,
                "suspended_at": _instant(pause.suspended_at),
                "resumed_at": _instant(pause.resumed_at),
            }
            for pause in held
        ],
        "closed_doors": {
            uid: {**asdict(closing), "sentence": closing_sentence(closing)}
            for uid, closing in closings.items()
            if closing is not None
        },
        "urgencies": {
            uid: words
            for uid in item_uids(meeting)
            if (words := urgency_words(meeting, uid))
        },
    }


def _instant(moment) -> str | None:
    return moment.isoformat() if moment else None


class SittingGet(Service):
    def reply(self):
        return sitting_answer(self.context)


class SittingPost(WritingService):
    """One thing a call: ``{"suspend": true, "item": uid}``, ``{"resume": true}``,
    ``{"close_doors": uid, "ground": "order", "in_favour": 10}`` (``"persons"`` wants
    no vote), ``{"open_doors": uid}`` or ``{"put_urgent": uid, "declared_by":
    [mandate, ...], "item": uid}``.
    """

    def write(self, body: dict):
        if flag(body, "suspend"):
            suspend(self.context, text(body, "item"))
        elif flag(body, "resume"):
            resume(self.context)
        elif "close_doors" in body:
            ground, in_favour = _ground(body), _voices(body)
            close_doors(self.context, text(body, "close_doors"), ground, in_favour)
        elif "open_doors" in body:
            open_doors(self.context, text(body, "open_doors"))
        elif "put_urgent" in body:
            self._put_urgent(body)
        else:
            raise DeliberationError(
                _(
                    "Demandez « suspend », « resume », « close_doors », "
                    "« open_doors » ou « put_urgent »."
                )
            )
        return sitting_answer(self.context)

    def _put_urgent(self, body: dict) -> None:
        item = find_item(text(body, "put_urgent"))
        if item is None or not api.user.has_permission("View", obj=item):
            raise DeliberationError(_("Ce point n'existe pas."), "put_urgent")
        put_urgent(self.context, item, texts(body, "declared_by"), text(body, "item"))


def _ground(body: dict) -> Ground:
    try:
        return Ground(text(body, "ground"))
    except ValueError as error:
        raise DeliberationError(
            _("Le huis clos est prononcé pour « order » ou « persons »."), "ground"
        ) from error


def _voices(body: dict) -> int:
    given = body.get("in_favour", 0)
    if isinstance(given, bool) or not isinstance(given, int) or given < 0:
        raise DeliberationError(
            _("Écrivez un nombre entier de voix, 0 ou plus."), "in_favour"
        )
    return given
