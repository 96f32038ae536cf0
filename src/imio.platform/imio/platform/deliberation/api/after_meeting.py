"""@corrections of minutes, @supervisions of a body, @supervision and copies of a point."""

from dataclasses import asdict
from datetime import date
from imio.platform.core import clock
from imio.platform.deliberation.api.bodies import text
from imio.platform.deliberation.api.bodies import WritingService
from imio.platform.deliberation.browser.supervision.view import line_of
from imio.platform.deliberation.content.meeting import body_of
from imio.platform.deliberation.errors import DeliberationError
from imio.platform.deliberation.records.certified_copies import copies_of
from imio.platform.deliberation.records.corrections import corrections
from imio.platform.deliberation.records.register import act_of
from imio.platform.deliberation.records.supervisions import supervision
from imio.platform.deliberation.rules.certified_copies import CertifiedCopy
from imio.platform.deliberation.rules.supervision import Supervision
from imio.platform.deliberation.workflow.certifying import certify
from imio.platform.deliberation.workflow.projection import lines
from imio.platform.deliberation.workflow.supervising import adopted_on
from imio.platform.deliberation.workflow.supervising import follow
from imio.platform.deliberation.workflow.supervising import Followed
from imio.platform.deliberation.workflow.supervising import followed
from imio.platform.i18n import _
from plone import api
from plone.restapi.services import Service

DAYS = ("sent_on", "received_on", "decision_on")
NUMBERS = ("days", "extended_by")
TEXTS = ("regime", "decision", "reference")


class CorrectionsGet(Service):
    """The observations on points that the reader sees."""

    def reply(self):
        shown = {line.uid for line in lines(self.context)}
        return {
            "@id": f"{self.context.absolute_url()}/@corrections",
            "items": [
                asdict(one)
                for one in corrections(self.context)
                if not one.item or one.item in shown
            ],
        }


class SupervisionsGet(Service):
    """What goes to the supervision, the most pressing first."""

    def reply(self):
        return {
            "@id": f"{self.context.absolute_url()}/@supervisions",
            "items": [supervision_answer(one) for one in followed(self.context)],
        }


class SupervisionPatch(WritingService):
    """``{"regime": "approval", "sent_on": "2026-07-06"}``: only what is named."""

    def write(self, body: dict):
        former = supervision(body_of(self.context), self.context.UID())
        day = adopted_on(self.context) or clock.today()
        values = asdict(former or Supervision("", day))
        values.update({name: text(body, name) for name in TEXTS if name in body})
        values.update({name: _day(body, name) for name in DAYS if name in body})
        values.update({name: _number(body, name) for name in NUMBERS if name in body})
        follow(self.context, Supervision(**values))
        saved = supervision(body_of(self.context), self.context.UID())
        return supervision_answer(Followed(self.context, saved))


class CopiesGet(Service):
    """The certified copies that were given out of the act of a point."""

    def reply(self):
        body = body_of(self.context)
        act = act_of(body, self.context)
        found = copies_of(body, act) if act is not None else []
        return {
            "@id": f"{self.context.absolute_url()}/@certified-copies",
            "items": [_copy(self.context, one) for one in found],
        }


class CopiesPost(WritingService):
    """``{"recipient": "Madame Dupont", "purpose": "prime"}``."""

    def write(self, body: dict):
        if not api.user.has_permission("View", obj=self.context):
            self.request.response.setStatus(403)
            return {"type": "Forbidden", "message": "Accès refusé."}
        made = certify(
            self.context, text(body, "recipient").strip(), text(body, "purpose").strip()
        )
        self.request.response.setStatus(201)
        return _copy(self.context, made)


def supervision_answer(one: Followed) -> dict:
    """A follow-up as JSON: what was written, and what it comes to."""
    line = line_of(one)
    values = {
        name: value.isoformat() if isinstance(value, date) else value
        for name, value in asdict(one.supervision).items()
    }
    deadline = one.supervision.deadline
    return {
        **values,
        "@id": one.item.absolute_url(),
        "title": one.item.title,
        "send_before": one.supervision.send_before.isoformat(),
        "deadline": deadline.isoformat() if deadline else None,
        "stage": one.supervision.stage(clock.today()).value,
        "warnings": [str(words) for words in line.warnings],
    }


def _copy(item, one: CertifiedCopy) -> dict:
    query = f"year={one.year}&number={one.number}"
    return {
        "@id": f"{item.absolute_url()}/@@certified-copy?{query}",
        "reference": one.reference,
        "issued_on": one.issued_on,
        "recipient": one.recipient,
        "purpose": one.purpose,
        "sha256": one.sha256,
        "signatures": [asdict(signature) for signature in one.signatures],
    }


def _day(body: dict, name: str) -> date | None:
    given = body.get(name)
    if given in (None, ""):
        return None
    try:
        return date.fromisoformat(text(body, name))
    except ValueError as error:
        raise DeliberationError(
            _("Écrivez une date, par exemple 2026-06-25."), name
        ) from error


def _number(body: dict, name: str) -> int | None:
    given = body.get(name)
    if given is None:
        return None if name == "days" else 0
    if not isinstance(given, int) or isinstance(given, bool):
        raise DeliberationError(_("Écrivez un nombre de jours, de 0 à 365."), name)
    return given
