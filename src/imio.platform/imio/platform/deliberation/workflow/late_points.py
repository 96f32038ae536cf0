"""Whether a point may still join a convoked meeting, and by which road."""

from imio.platform.core import clock
from imio.platform.core.interfaces import ALLOWED
from imio.platform.core.interfaces import refused
from imio.platform.core.interfaces import Verdict
from imio.platform.deliberation.content.agenda_item import has_text
from imio.platform.deliberation.content.meeting import body_of
from imio.platform.deliberation.content.officials import member_named
from imio.platform.deliberation.content.origins import sits_in_college
from imio.platform.deliberation.errors import DeliberationError
from imio.platform.deliberation.records.agenda import item_uids
from imio.platform.deliberation.records.late_points import late_points
from imio.platform.deliberation.records.late_points import LatePoint
from imio.platform.deliberation.records.late_points import save_late_point
from imio.platform.deliberation.records.urgencies import urgency
from imio.platform.deliberation.rules.french_dates import full_date
from imio.platform.deliberation.rules.late_points import COUNCILLOR
from imio.platform.deliberation.rules.late_points import CouncillorPoint
from imio.platform.deliberation.rules.late_points import kind_of
from imio.platform.deliberation.rules.late_points import knows_councillors_right
from imio.platform.deliberation.rules.late_points import Lack
from imio.platform.deliberation.rules.late_points import lack_of
from imio.platform.deliberation.rules.late_points import LateKind
from imio.platform.deliberation.rules.late_points import wants_reason
from imio.platform.deliberation.workflow.meeting_guards import limits_of
from imio.platform.i18n import _
from plone import api
from zope.i18nmessageid import Message

#: States of a meeting in which a new point is a late one.
LATE_STATES = ("convened", "in_session")

REASON_LENGTH = 2000

KINDS = {
    LateKind.COUNCILLOR: _("Point tardif d'un conseiller"),
    LateKind.URGENT: _("Point tardif, urgent en séance"),
    LateKind.ADMINISTRATIVE: _("Point tardif de l'administration"),
}

LACKS = {
    Lack.AUTHOR: _("Dites quel membre du conseil propose ce point."),
    Lack.OUTSIDE_COLLEGE: _(
        "${name} siège au collège : le droit d'ajouter un point appartient aux autres "
        "membres du conseil (CDLD, art. L1122-24). Si le collège propose ce point, "
        "changez son origine."
    ),
    Lack.NOTE: _(
        "Le point d'un conseiller est accompagné d'une note de synthèse "
        "(CDLD, art. L1122-24) : elle est vide."
    ),
    Lack.DRAFT: _(
        "Le point d'un conseiller qui demande une décision est accompagné d'un projet "
        "de délibération (CDLD, art. L1122-24) : il est vide."
    ),
    Lack.TIME: _(
        "Ce point d'un conseiller devait être remis au plus tard le ${last_day} "
        "(${clear_days} jours francs avant la séance, CDLD, art. L1122-24) ; il l'a "
        "été le ${handed_in}. Il peut encore être présenté en séance, si les deux tiers "
        "des membres présents déclarent l'urgence."
    ),
}


def late_verdict(meeting, item, reason: str = "") -> Verdict:
    """Whether the law lets a point join the meeting as it stands now.

    :param reason: why the administration adds it so late.
    """
    if item.UID() in item_uids(meeting):
        return ALLOWED
    is_late = api.content.get_state(meeting) in LATE_STATES
    kind = late_kind(meeting, item)
    if kind is LateKind.URGENT:
        return ALLOWED
    if kind is LateKind.COUNCILLOR:
        return councillor_verdict(item, meeting, is_late)
    if lacks_reason(meeting, item, reason):
        return refused(_why_so_late(meeting))
    return ALLOWED


def lacks_reason(meeting, item, reason: str) -> bool:
    """Whether only a reason is missing for the point to join."""
    by_administration = late_kind(meeting, item) is LateKind.ADMINISTRATIVE
    return by_administration and not reason and needs_reason(meeting)


def needs_reason(meeting) -> bool:
    """Whether a point added by the administration must say today why it comes late."""
    if api.content.get_state(meeting) not in LATE_STATES:
        return False
    rules = body_of(meeting).rules()
    return wants_reason(clock.today(), limits_of(meeting), rules)


def councillor_verdict(item, meeting, is_late: bool) -> Verdict:
    """Whether a councillor's point has what L1122-24 asks of it."""
    limits = limits_of(meeting)
    author = member_named(item.proposed_by)
    point = CouncillorPoint(
        has_author=bool(item.proposed_by),
        in_college=author is not None and sits_in_college(author.person_uid),
        has_note=has_text(item.synthesis_note),
        decides=item.kind == "decision",
        has_draft=has_text(item.decision),
        handed_in=item.handed_in_on or clock.today(),
    )
    last_day = limits.last_councillor_point if is_late else None
    lack = lack_of(point, last_day)
    if lack is None:
        return ALLOWED
    values = {
        "name": author.person_name if author is not None else "",
        "last_day": full_date(last_day) if last_day else "",
        "clear_days": str(body_of(meeting).rules().delays.councillor_point),
        "handed_in": full_date(point.handed_in),
    }
    return refused(Message(LACKS[lack], mapping=values))


def uses_councillors_right(item) -> bool:
    """Whether a point comes from a councillor of a body that knows the right."""
    rules = body_of(item).rules()
    return item.origin == COUNCILLOR and knows_councillors_right(rules)


def note_late(meeting, item, reason: str = "") -> None:
    """Record how a point joins a convoked meeting."""
    save_late_point(meeting, item.UID(), _signed(late_kind(meeting, item), reason))


def ask_urgency(meeting, item) -> None:
    """Keep a validated point ready for the urgency that the sitting may declare.

    :raises DeliberationError: the body knows no urgency, or the point is not ready.
    """
    if not body_of(meeting).rules().urgency_by_vote:
        raise DeliberationError(_("Cet organe ne vote pas l'urgence d'un point."))
    if api.content.get_state(meeting) not in LATE_STATES:
        raise DeliberationError(
            _("La séance n'est pas convoquée : mettez le point à l'ordre du jour.")
        )
    if api.content.get_state(item) != "validated":
        raise DeliberationError(
            _("Seul un point validé peut être mis à l'ordre du jour.")
        )
    item.preferred_meeting = meeting.UID()
    save_late_point(meeting, item.UID(), _signed(LateKind.URGENT, ""))


def asks_urgency(meeting, item_uid: str) -> bool:
    """Whether the urgency of a point that is not on the agenda is to be asked."""
    noted = late_points(meeting).get(item_uid)
    waits = item_uid not in item_uids(meeting)
    return waits and noted is not None and noted.kind == LateKind.URGENT


def late_title(noted: LatePoint | None) -> str:
    """What a reader is told of a late point."""
    if noted is None:
        return _("Point tardif")
    return KINDS[LateKind(noted.kind)]


def late_kind(meeting, item) -> LateKind:
    """By which road a point would join the meeting now."""
    is_urgent = urgency(meeting, item.UID()) is not None
    return kind_of(item.origin, is_urgent, body_of(meeting).rules())


def _why_so_late(meeting) -> Message:
    limits = limits_of(meeting)
    return Message(
        _(
            "Un point ajouté à une séance convoquée doit parvenir aux membres au plus "
            "tard le ${last_day} (${clear_days} jours francs, ${source}). Écrivez le "
            "motif de l'ajout tardif sur la page « Ordre du jour » de la séance, ou "
            "présentez le point en séance : l'urgence y est déclarée par les deux tiers "
            "des membres présents."
        )
        if body_of(meeting).rules().urgency_by_vote
        else _(
            "Un point ajouté à une séance convoquée doit parvenir aux membres au plus "
            "tard le ${last_day} (${clear_days} jours francs, ${source}). Écrivez le "
            "motif de l'ajout tardif sur la page « Ordre du jour » de la séance."
        ),
        mapping={
            "last_day": full_date(limits.last_sending),
            "clear_days": str(limits.clear_days),
            "source": body_of(meeting).rules().delays.source,
        },
    )


def _signed(kind: str, reason: str) -> LatePoint:
    return LatePoint(
        kind=str(kind),
        reason=reason[:REASON_LENGTH],
        who=api.user.get_current().getId() or "",
        when=clock.now().isoformat(timespec="seconds"),
    )
