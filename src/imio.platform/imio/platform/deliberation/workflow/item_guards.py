"""Why a point may not move on, in a sentence."""

from imio.platform.core.interfaces import ALLOWED
from imio.platform.core.interfaces import refused
from imio.platform.core.interfaces import Verdict
from imio.platform.deliberation.content.agenda_item import has_text
from imio.platform.deliberation.records.presence import member_uids
from imio.platform.deliberation.records.presence import presence
from imio.platform.deliberation.records.presence import quorum
from imio.platform.deliberation.records.sitting import pauses
from imio.platform.deliberation.rules.pauses import is_suspended
from imio.platform.deliberation.workflow.advices import mandatory_verdict
from imio.platform.deliberation.workflow.following import may_be_taken_back
from imio.platform.deliberation.workflow.lookup import find_meeting
from imio.platform.deliberation.workflow.lookup import meeting_of
from imio.platform.deliberation.workflow.presenting import accepts
from imio.platform.deliberation.workflow.presenting import target_meeting
from imio.platform.deliberation.workflow.validation import level_title
from imio.platform.deliberation.workflow.validation import next_level
from imio.platform.i18n import _
from plone import api
from zope.i18nmessageid import Message

#: Outcomes that decide nothing, hence need no quorum.
WITHOUT_QUORUM = ("postponed", "delayed", "withdrawn", "not_applicable")


class ItemGuard:
    """Base of the guards: the point, and its meeting with its state."""

    def __init__(self, context):
        self.context = context

    @property
    def meeting(self):
        return meeting_of(self.context)

    def meeting_is(self, *states: str) -> bool:
        meeting = self.meeting
        return meeting is not None and api.content.get_state(meeting) in states


class Submit(ItemGuard):
    def __call__(self) -> Verdict:
        if self.context.meeting:
            return refused(
                _("Le point est resté à l'ordre du jour : rendez-le au secrétariat.")
            )
        missing = missing_text(self.context)
        if missing:
            return refused(missing)
        if next_level(self.context) is None:
            return refused(
                _(
                    "Personne ne peut valider ce point : aucun niveau de validation "
                    "n'est occupé dans le service. Demandez à l'administration d'y "
                    "affecter un responsable."
                )
            )
        return ALLOWED


class Forward(ItemGuard):
    def __call__(self) -> Verdict:
        if next_level(self.context) is None:
            return refused(_("C'est le dernier niveau : validez le point."))
        return ALLOWED


class Validate(ItemGuard):
    def __call__(self) -> Verdict:
        level = next_level(self.context)
        if level is not None:
            return refused(
                Message(
                    _("Un niveau doit encore se prononcer : ${level}."),
                    mapping={"level": level_title(self.context, level.id)},
                )
            )
        missing = missing_text(self.context)
        return refused(missing) if missing else mandatory_verdict(self.context)


class Present(ItemGuard):
    def __call__(self) -> Verdict:
        waiting = mandatory_verdict(self.context)
        if not waiting:
            return waiting
        meeting = target_meeting(self.context)
        wanted = self.meeting or find_meeting(self.context.preferred_meeting)
        if meeting is None and wanted is not None:
            return accepts(wanted, self.context)
        if meeting is None:
            return refused(
                _("Aucune séance à venir ne reçoit de points : créez-en une d'abord.")
            )
        return ALLOWED


class Unpresent(ItemGuard):
    def __call__(self) -> Verdict:
        if self.meeting_is("convened", "in_session", "held"):
            return refused(
                _(
                    "La séance est convoquée : le point reste à l'ordre du jour, il "
                    "peut être retiré ou reporté en séance."
                )
            )
        return ALLOWED


class Freeze(ItemGuard):
    def __call__(self) -> Verdict:
        if self.meeting_is("convened", "in_session"):
            return ALLOWED
        return refused(_("Le point sera joint à la convocation de la séance."))


class Unfreeze(ItemGuard):
    def __call__(self) -> Verdict:
        if self.meeting_is("convened", "in_session", "held"):
            return refused(_("Le point suit sa séance, qui est convoquée."))
        return ALLOWED


class ReturnToService(ItemGuard):
    def __call__(self) -> Verdict:
        if self.meeting_is("held"):
            return refused(_("La séance est levée : le point doit recevoir une issue."))
        return ALLOWED


class Resume(ItemGuard):
    def __call__(self) -> Verdict:
        meeting = self.meeting
        if meeting is None:
            return refused(
                _("Le point n'est plus à l'ordre du jour : soumettez-le à nouveau.")
            )
        missing = missing_text(self.context)
        if missing:
            return refused(missing)
        return accepts(meeting, self.context)


class Decide(ItemGuard):
    def __call__(self) -> Verdict:
        if not self.meeting_is("in_session", "held"):
            return refused(_("La séance n'est pas ouverte."))
        if not self.context.outcome:
            return refused(
                _("Choisissez d'abord l'issue du point sur la page « Décider ».")
            )
        if self.context.outcome in WITHOUT_QUORUM:
            return ALLOWED
        return quorum_verdict(self.meeting, self.context.UID())


class Reopen(ItemGuard):
    def __call__(self) -> Verdict:
        if not self.meeting_is("in_session", "held"):
            return refused(
                _("Les décisions sont publiées : elles ne changent plus ici.")
            )
        return may_be_taken_back(self.context)


class Finalise(ItemGuard):
    def __call__(self) -> Verdict:
        if self.meeting_is("minutes_approved"):
            return ALLOWED
        return refused(_("Le procès-verbal de la séance n'est pas encore approuvé."))


def missing_text(item) -> str:
    """What the point still lacks to be put to the body, as a sentence."""
    if item.kind == "decision" and not has_text(item.decision):
        return _("Le texte de la décision proposée est vide.")
    if item.kind == "information" and not (
        has_text(item.synthesis_note) or has_text(item.decision)
    ):
        return _("Le texte de l'information est vide.")
    return ""


def quorum_verdict(meeting, item_uid: str) -> Verdict:
    """Whether the body sits and is numerous enough to decide a point."""
    if is_suspended(pauses(meeting)):
        return refused(_("La séance est suspendue : reprenez-la d'abord."))
    if not presence(meeting).is_recorded(member_uids(meeting)):
        return refused(_("Notez d'abord les présences de tous les membres."))
    there = quorum(meeting, item_uid)
    if there.is_reached:
        return ALLOWED
    return refused(
        Message(
            _(
                "Le quorum n'est pas atteint : ${present} membres présents sur "
                "${in_function}, il en faut ${needed}."
            ),
            mapping={
                "present": str(there.present),
                "in_function": str(there.in_function),
                "needed": str(max(there.needed, 1)),
            },
        )
    )
