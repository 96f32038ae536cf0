"""Why a meeting may not move on, in a sentence."""

from imio.platform.core import clock
from imio.platform.core.calendar import legal_calendar
from imio.platform.core.interfaces import ALLOWED
from imio.platform.core.interfaces import refused
from imio.platform.core.interfaces import Verdict
from imio.platform.deliberation.content import officials
from imio.platform.deliberation.content.agenda_item import has_text
from imio.platform.deliberation.content.meeting import body_of
from imio.platform.deliberation.content.meeting import meeting_day
from imio.platform.deliberation.content.modes import lacking_of
from imio.platform.deliberation.content.vocabularies import meetings_of
from imio.platform.deliberation.records.agenda import item_uids
from imio.platform.deliberation.records.corrections import corrections
from imio.platform.deliberation.records.presence import member_uids
from imio.platform.deliberation.records.presence import presence
from imio.platform.deliberation.records.presence import quorum
from imio.platform.deliberation.rules.deadlines import Deadlines
from imio.platform.deliberation.rules.deadlines import deadlines
from imio.platform.deliberation.rules.deadlines import sending_in_time
from imio.platform.deliberation.rules.french_dates import full_date
from imio.platform.deliberation.workflow.lookup import find_item
from imio.platform.deliberation.workflow.lookup import find_items
from imio.platform.deliberation.workflow.lookup import find_meeting
from imio.platform.deliberation.workflow.lookup import states_of
from imio.platform.i18n import _
from plone import api
from zope.i18nmessageid import Message

ADOPTED = ("adopted", "adopted_amended")
#: Outcomes of a point that comes back at another meeting.
PUT_OFF = ("postponed", "delayed")


class MeetingGuard:
    """Base of the guards: the meeting, its body's rules and its points."""

    def __init__(self, context):
        self.context = context

    @property
    def rules(self):
        return body_of(self.context).rules()

    def items(self) -> list:
        uids = item_uids(self.context)
        found = find_items(uids)
        return [found[uid] for uid in uids if uid in found]

    def items_in(self, *states: str) -> list:
        uids = item_uids(self.context)
        state_of = states_of(uids)
        wanted = [uid for uid in uids if state_of.get(uid) in states]
        found = find_items(wanted)
        return [found[uid] for uid in wanted]


class Convene(MeetingGuard):
    def __call__(self) -> Verdict:
        if not self.items_in("on_agenda"):
            return refused(_("L'ordre du jour est vide."))
        if meeting_day(self.context) < clock.today():
            return refused(_("La date de la séance est passée."))
        if not officials.members_of(self.context):
            return refused(_("Aucun membre n'est en fonction à la date de la séance."))
        lacking = lacking_of(self.context)
        if lacking:
            return refused(lacking)
        if not rank_follows(self.context):
            return refused(
                _(
                    "Une deuxième ou une troisième convocation suit une séance sans "
                    "quorum : constatez-le sur la page de cette séance, elle prépare "
                    "la convocation suivante (CDLD, art. L1122-17)."
                )
            )
        returned = self.items_in("returned")
        if returned:
            return refused(
                _some(_("Des points sont encore au service : ${titles}."), returned)
            )
        noted = lacking_note(self.context, item_uids(self.context))
        return self._in_time() if noted else noted

    def _in_time(self) -> Verdict:
        limits = limits_of(self.context)
        late = not sending_in_time(clock.today(), limits)
        if late and self.rules.delays.binding and not self.context.urgency_motive:
            return refused(
                Message(
                    _(
                        "Le dernier jour utile pour convoquer était le ${day} "
                        "(${clear_days} jours francs). Remplissez le motif d'urgence "
                        "de la séance pour convoquer malgré tout."
                    ),
                    mapping={
                        "day": full_date(limits.last_sending),
                        "clear_days": str(limits.clear_days),
                    },
                )
            )
        return ALLOWED


class BackToPlanned(MeetingGuard):
    def __call__(self) -> Verdict:
        if item_uids(self.context):
            return refused(_("L'ordre du jour contient déjà des points."))
        return ALLOWED


class BackToPrepared(MeetingGuard):
    def __call__(self) -> Verdict:
        if meeting_day(self.context) < clock.today():
            return refused(_("La date de la séance est passée."))
        return ALLOWED


class Open(MeetingGuard):
    def __call__(self) -> Verdict:
        if meeting_day(self.context) > clock.today():
            return refused(_("La séance n'a pas encore lieu."))
        if officials.chair(self.context) is None:
            return refused(_("Choisissez qui préside la séance."))
        if officials.secretary(self.context) is None:
            return refused(_("Choisissez qui est secrétaire de la séance."))
        return ALLOWED


class BackToConvened(MeetingGuard):
    def __call__(self) -> Verdict:
        if self.items_in("decided"):
            return refused(_("Des points sont déjà décidés."))
        return ALLOWED


class DeclareNoQuorum(MeetingGuard):
    def __call__(self) -> Verdict:
        if meeting_day(self.context) > clock.today():
            return refused(_("La séance n'a pas encore lieu."))
        if self.items_in("decided"):
            return refused(_("Des points sont déjà décidés."))
        if not presence(self.context).is_recorded(member_uids(self.context)):
            return refused(_("Notez d'abord les présences de tous les membres."))
        if quorum(self.context).is_reached:
            return refused(_("Le quorum est atteint : la séance peut délibérer."))
        return ALLOWED


class Close(MeetingGuard):
    def __call__(self) -> Verdict:
        undecided = self.items_in("frozen", "on_agenda", "returned")
        if undecided:
            return refused(
                _some(_("Des points n'ont pas d'issue : ${titles}."), undecided)
            )
        return ALLOWED


class BackToHeld(MeetingGuard):
    def __call__(self) -> Verdict:
        if approval_item(self.context) is not None:
            return refused(_("Le procès-verbal est déjà proposé à l'approbation."))
        return ALLOWED


class ApproveMinutes(MeetingGuard):
    def __call__(self) -> Verdict:
        item = approval_item(self.context)
        if item is None:
            return refused(
                _(
                    "L'approbation de ce procès-verbal n'est à l'ordre du jour "
                    "d'aucune séance."
                )
            )
        if item.outcome not in ADOPTED or api.content.get_state(item) not in (
            "decided",
            "finalised",
        ):
            return refused(
                _("Le point qui approuve ce procès-verbal n'est pas adopté.")
            )
        if any(one.is_open for one in corrections(self.context)):
            return refused(
                _(
                    "Des observations sur ce procès-verbal n'ont pas reçu leur suite : "
                    "acceptez-les ou refusez-les sur la page « Procès-verbal »."
                )
            )
        return ALLOWED


class Cancel(MeetingGuard):
    def __call__(self) -> Verdict:
        if self.items_in("decided"):
            return refused(_("Des points sont déjà décidés."))
        return ALLOWED


def rank_follows(meeting) -> bool:
    """Whether the meeting's rank is that of a meeting without quorum, and one more."""
    rank = int(meeting.convocation_rank or 1)
    if rank == 1:
        return True
    earlier = find_meeting(meeting.puts_again)
    return (
        earlier is not None
        and api.content.get_state(earlier) == "no_quorum"
        and int(earlier.convocation_rank or 1) + 1 == rank
    )


def lacking_note(meeting, uids: list[str]) -> Verdict:
    """Whether each of these points has the note that the law wants for it."""
    if not body_of(meeting).rules().synthesis_note_required:
        return ALLOWED
    found = find_items(uids)
    bare = [
        item
        for item in (found[uid] for uid in uids if uid in found)
        if item.kind == "decision" and not has_text(item.synthesis_note)
    ]
    if not bare:
        return ALLOWED
    sentence = _(
        "La loi veut une note de synthèse pour chaque point (CDLD, art. L1122-13). "
        "Elle manque à : ${titles}."
    )
    return refused(_some(sentence, bare))


def limits_of(meeting) -> Deadlines:
    """The law's dates for a meeting."""
    return deadlines(
        meeting_day(meeting),
        int(meeting.convocation_rank or 1),
        body_of(meeting).rules().delays,
        legal_calendar(),
    )


def approval_item(meeting):
    """The point of a later meeting that approves this one's minutes, or ``None``."""
    for other in meetings_of(body_of(meeting)):
        if meeting_day(other) < meeting_day(meeting):
            continue
        for uid in item_uids(other):
            item = find_item(uid)
            if (
                item is not None
                and item.minutes_of == meeting.UID()
                and item.outcome not in PUT_OFF
            ):
                return item
    return None


def _some(sentence, items, shown: int = 3) -> Message:
    """The sentence with the first titles, and how many more."""
    titles = " ; ".join(item.title for item in items[:shown])
    more = len(items) - shown
    if more > 0:
        titles = f"{titles} (+ {more})"
    return Message(sentence, mapping={"titles": titles})
