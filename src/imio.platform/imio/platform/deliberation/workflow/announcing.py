"""A member says beforehand whether he comes; the roll call alone makes attendance."""

from imio.platform.core import clock
from imio.platform.core.interfaces import ALLOWED
from imio.platform.core.interfaces import refused
from imio.platform.core.interfaces import Verdict
from imio.platform.deliberation.content.meeting import meeting_start
from imio.platform.deliberation.content.my_mandates import my_mandate
from imio.platform.deliberation.errors import DeliberationError
from imio.platform.deliberation.records.announced import Answer
from imio.platform.deliberation.records.announced import save_answer
from imio.platform.deliberation.rules.presence import Status
from imio.platform.i18n import _
from plone import api

ANSWERS = {Status.PRESENT: _("Je serai présent"), Status.EXCUSED: _("Je m'excuse")}
LONGEST_REMARK = 200


def may_answer(meeting) -> Verdict:
    """Whether the present user may answer the convocation now."""
    if my_mandate(meeting) is None:
        return refused(
            _(
                "Votre compte n'est lié à aucun mandat de cet organe à la date de la "
                "séance."
            )
        )
    state = api.content.get_state(meeting)
    if state == "cancelled":
        return refused(_("Cette séance est annulée."))
    if state != "convened" or clock.now() >= meeting_start(meeting):
        return refused(
            _(
                "Une présence s'annonce entre la convocation et le début de la séance. "
                "Prévenez le secrétariat."
            )
        )
    return ALLOWED


def answer(meeting, status: str, remark: str = "") -> None:
    """Note the present user's answer.

    :raises DeliberationError: too late, not a member, or no such answer.
    """
    verdict = may_answer(meeting)
    if not verdict:
        raise DeliberationError(verdict.reason)
    if status not in ANSWERS:
        raise DeliberationError(_("Choisissez une réponse dans la liste."), "status")
    if len(remark) > LONGEST_REMARK:
        raise DeliberationError(
            _("Une remarque compte 200 caractères au plus."), "remark"
        )
    said = Answer(Status(status), remark, clock.now().isoformat(timespec="seconds"))
    save_answer(meeting, my_mandate(meeting).uid, said)
