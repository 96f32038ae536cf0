"""How the steps of publication are offered, and who must act next."""

from imio.platform.core.clock import BRUSSELS
from imio.platform.core.workflow.hints import INextStep
from imio.platform.core.workflow.hints import TransitionHint
from imio.platform.i18n import _
from imio.platform.website.rules.wording import day
from imio.platform.website.rules.wording import hour
from imio.platform.website.workflow.planned import ended_at
from imio.platform.website.workflow.planned import planned_for
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
        return self._plan()

    def _plan(self):
        """What the dates of publication make of a page that is on line."""
        begins, ends = planned_for(self.context), ended_at(self.context)
        if begins:
            return _(
                "Les visiteurs la verront à partir du ${when}.",
                mapping={"when": _in_words(begins)},
            )
        if ends:
            return _(
                "Les visiteurs ne la voient plus depuis le ${when}.",
                mapping={"when": _in_words(ends)},
            )
        return ""


def _in_words(instant) -> str:
    local = instant.asdatetime().astimezone(BRUSSELS)
    return f"{day(local.date())} à {hour(local.time())}"
