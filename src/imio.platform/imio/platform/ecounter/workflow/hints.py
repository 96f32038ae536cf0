"""How transitions are offered to agents, and who must act next."""

from imio.platform.core.organisation.membership import full_name
from imio.platform.core.workflow.hints import INextStep
from imio.platform.core.workflow.hints import ITransitionHint
from imio.platform.core.workflow.hints import TransitionHint
from imio.platform.ecounter.content.interfaces import IRequest
from imio.platform.i18n import _
from plone import api
from zope.component import adapter
from zope.globalrequest import getRequest
from zope.i18n import translate
from zope.interface import implementer

WITH_WORDS = TransitionHint(comment_required=True)
QUESTION = TransitionHint(
    comment_required=True,
    comment_label=_("Ce qui manque (le demandeur le lit et y répond)"),
)
REFUSAL = TransitionHint(
    confirm=_("Refuser cette demande ? Le demandeur reçoit le motif que vous écrivez."),
    comment_required=True,
    comment_label=_("Motif du refus (le demandeur le lit)"),
    style="danger",
)
#: The applicant reads the words: whoever writes them has to know.
TOLD = TransitionHint(comment_label=_("Message au demandeur (facultatif)"))

HINTS = {
    "ask": QUESTION,
    "answer": WITH_WORDS,
    "reopen": WITH_WORDS,
    "refuse": REFUSAL,
    "accept": TOLD,
    "deliver": TOLD,
    "close": TOLD,
    "withdraw": TransitionHint(
        confirm=_("Retirer votre demande ? Elle ne sera plus traitée."), style="danger"
    ),
}


def _factory(transition_id: str):
    @implementer(ITransitionHint)
    @adapter(IRequest)
    def hint(request):
        return HINTS[transition_id]

    return hint


ask, answer, reopen, refuse, accept, deliver, close, withdraw = map(_factory, HINTS)

NEXT = {
    "submitted": _("Un agent du service doit prendre la demande en charge."),
    "awaiting_citizen": _("Le demandeur doit répondre."),
    "awaiting_third_party": _("Un avis est attendu ; reprenez quand il arrive."),
    "accepted": _("Le service doit délivrer le document ou clôturer."),
    "delivered": _(
        "Le document est à la disposition du demandeur ; il reste à clôturer."
    ),
}


@implementer(INextStep)
@adapter(IRequest)
class NextStep:
    """Who must act now on a request."""

    def __init__(self, context):
        self.context = context

    def sentence(self) -> str:
        state = api.content.get_state(self.context)
        if state == "in_progress":
            name = full_name(self.context.assignee) if self.context.assignee else ""
            message = (
                _("${name} traite la demande.", mapping={"name": name})
                if name
                else _("Le service traite la demande.")
            )
        else:
            message = NEXT.get(state, "")
        return translate(message, context=getRequest())
