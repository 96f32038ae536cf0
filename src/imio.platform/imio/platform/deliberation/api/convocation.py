"""@convocation of a meeting: what was sent, to whom, and sending more."""

from dataclasses import asdict
from datetime import date
from imio.platform.deliberation.api.bodies import text
from imio.platform.deliberation.api.bodies import WritingService
from imio.platform.deliberation.browser.meeting.proof import proofs
from imio.platform.deliberation.errors import DeliberationError
from imio.platform.deliberation.workflow import convoking
from imio.platform.deliberation.workflow.available_minutes import make_available
from imio.platform.deliberation.workflow.available_minutes import minutes_to_approve
from imio.platform.i18n import _
from plone.restapi.services import Service
from zope.i18n import translate


def convocation_answer(meeting, request) -> dict:
    """Every sending, the latest first, and the points not sent yet."""

    def said(words) -> str:
        return translate(words, context=request)

    return {
        "@id": f"{meeting.absolute_url()}/@convocation",
        "minutes": [
            {
                "@id": one.meeting.absolute_url(),
                "UID": one.meeting.UID(),
                "title": one.meeting.Title(),
                "available_on": one.available_on and one.available_on.isoformat(),
                "last_day": one.last_day and one.last_day.isoformat(),
                "is_late": one.is_late,
            }
            for one in minutes_to_approve(meeting)
        ],
        "not_sent": convoking.pending_points(meeting),
        "sendings": [
            {
                "id": wave.id,
                "kind": wave.kind,
                "title": said(wave.title),
                "members": [
                    {**asdict(line), "said": said(line.said)} for line in wave.lines
                ],
            }
            for wave in proofs(meeting)
        ],
    }


class ConvocationGet(Service):
    """The proof of each sending."""

    def reply(self):
        return convocation_answer(self.context, self.request)


class ConvocationPost(WritingService):
    """One thing a call.

    ``{"complement": true}``, ``{"resend": member, "sending": id}``,
    ``{"minutes": uid, "available_on": "2026-06-15"}`` or
    ``{"paper": member, "sending": id, "reason": "request", "day": "2026-06-17"}``.
    """

    def write(self, body: dict):
        meeting = self.context
        if body.get("complement") is True:
            convoking.send_complement(meeting)
        elif "resend" in body:
            convoking.resend(meeting, text(body, "sending"), text(body, "resend"))
        elif "paper" in body:
            self._paper(body)
        elif "minutes" in body:
            day = _day(body, "available_on")
            make_available(meeting, text(body, "minutes"), day)
        else:
            raise DeliberationError(
                _("Demandez « complement », « resend », « paper » ou « minutes ».")
            )
        return convocation_answer(meeting, self.request)

    def _paper(self, body: dict) -> None:
        convoking.note_paper(
            self.context,
            text(body, "sending"),
            text(body, "paper"),
            text(body, "reason"),
            _day(body, "day"),
        )


def _day(body: dict, name: str) -> date:
    try:
        return date.fromisoformat(text(body, name))
    except ValueError as error:
        raise DeliberationError(
            _("Une date s'écrit comme 2026-06-17."), name
        ) from error
