"""How the steps of publication are offered, and who must act next."""

from imio.platform.core.workflow.hints import INextStep
from imio.platform.core.workflow.hints import TransitionHint
from imio.platform.i18n import _
from plone import api
from zope.interface import implementer


def reject(context) -> TransitionHint:
    """The author must know what to change."""
    return TransitionHint(comment_required=True)


def withdraw(context) -> TransitionHint:
    """Visitors lose the page."""
    return TransitionHint(
        confirm=_("Retirer cette page du site ? Ses visiteurs ne la trouveront plus."),
        style="danger",
    )


@implementer(INextStep)
class NextStep:
    """Who must act on a page."""

    def __init__(self, context):
        self.context = context

    def sentence(self) -> str:
        state = api.content.get_state(self.context, default="")
        if state == "private":
            return _("Un éditeur doit terminer la page et la soumettre.")
        if state == "pending":
            return _("Un valideur doit relire la page et la mettre en ligne.")
        return ""
