"""How transitions are offered, and who must act next."""

from imio.platform.core import clock
from imio.platform.core.workflow.hints import TransitionHint
from imio.platform.deliberation.content.meeting import body_of
from imio.platform.deliberation.content.meeting import meeting_day
from imio.platform.deliberation.rules.french_dates import full_date
from imio.platform.deliberation.workflow.links import SENT
from imio.platform.deliberation.workflow.links import successors
from imio.platform.deliberation.workflow.lookup import meeting_of
from imio.platform.deliberation.workflow.meeting_guards import limits_of
from imio.platform.deliberation.workflow.validation import level_title
from imio.platform.i18n import _
from plone import api
from zope.i18n import translate
from zope.i18nmessageid import Message


def tell_why(context) -> TransitionHint:
    return TransitionHint(comment_required=True, style="danger")


def reopen_item(context) -> TransitionHint:
    """Taking back an acceptance warns of the copies that were sent."""
    return TransitionHint(
        confirm=sent_warning(context), comment_required=True, style="danger"
    )


def sent_warning(item):
    """What to know before an adopted point that was sent is decided anew."""
    bodies = [body_of(made).title for made in successors(item, SENT)]
    if not bodies:
        return ""
    return _(
        "Ce point a déjà été envoyé à : ${bodies}. La copie y reste telle quelle et ne "
        "sera pas envoyée une seconde fois : adaptez-la ou retirez-la là-bas.",
        mapping={"bodies": ", ".join(bodies)},
    )


def main(context) -> TransitionHint:
    return TransitionHint(style="primary")


def cancel_meeting(context) -> TransitionHint:
    return TransitionHint(
        confirm=_(
            "Annuler la séance ? Ses points redeviennent disponibles pour une autre."
        ),
        comment_required=True,
        style="danger",
    )


def convene_meeting(context) -> TransitionHint:
    return TransitionHint(
        confirm=_(
            "Convoquer la séance ? Les membres reçoivent la convocation et les "
            "numéros des points ne changent plus."
        ),
        style="primary",
    )


def declare_no_quorum(context) -> TransitionHint:
    return TransitionHint(
        confirm=_(
            "Constater l'absence de quorum ? Les points passent à une nouvelle "
            "convocation."
        ),
        style="danger",
    )


def publish_decisions(context) -> TransitionHint:
    return TransitionHint(
        confirm=_("Publier les décisions ? Elles ne changent plus ensuite."),
        style="primary",
    )


class ItemNextStep:
    """Who must act on a point."""

    def __init__(self, context):
        self.context = context

    def sentence(self) -> str:
        state = api.content.get_state(self.context)
        sentence = ITEM_SENTENCES.get(state, "")
        meeting = meeting_of(self.context)
        values = {
            "level": level_title(self.context, self.context.level)
            if self.context.level
            else "",
            "meeting": meeting.Title() if meeting is not None else "",
        }
        return _worded(sentence, values)


class MeetingNextStep:
    """What the secretariat has to do."""

    def __init__(self, context):
        self.context = context

    def sentence(self) -> str:
        state = api.content.get_state(self.context)
        day = meeting_day(self.context)
        values = {"day": full_date(day)}
        if state in ("planned", "prepared"):
            limit = limits_of(self.context).last_sending
            values["day"] = full_date(limit)
            if limit < clock.today():
                state = "late"
        return _worded(MEETING_SENTENCES.get(state, ""), values)


ITEM_SENTENCES = {
    "draft": _("Le service rédige le point, puis le soumet à la validation."),
    "in_validation": _("${level} doit valider le point."),
    "validated": _("Le secrétariat peut mettre le point à l'ordre du jour."),
    "on_agenda": _("À l'ordre du jour : ${meeting}."),
    "frozen": _("Sera traité en séance : ${meeting}."),
    "returned": _("Le service corrige le point et le rend au secrétariat."),
}

MEETING_SENTENCES = {
    "planned": _("Le secrétariat ouvre l'ordre du jour. À convoquer avant le ${day}."),
    "prepared": _(
        "Le secrétariat complète l'ordre du jour et convoque, au plus tard le ${day}."
    ),
    "late": _("Le dernier jour utile pour convoquer, le ${day}, est passé."),
    "convened": _("Les membres sont convoqués pour le ${day}."),
    "in_session": _("Le secrétariat note les présences et les décisions."),
    "held": _("Le secrétariat relit les décisions et les publie."),
    "decisions_published": _("Le procès-verbal sera approuvé à la prochaine séance."),
}


def _worded(sentence, values: dict[str, str]) -> str:
    if not sentence:
        return ""
    return translate(Message(sentence, mapping=values), target_language="fr")
