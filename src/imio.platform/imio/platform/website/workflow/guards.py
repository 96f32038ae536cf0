"""What must be in order before a page is submitted or put on line."""

from imio.platform.core.interfaces import ALLOWED
from imio.platform.core.interfaces import IGuard
from imio.platform.core.interfaces import refused
from imio.platform.core.interfaces import Verdict
from imio.platform.i18n import _
from imio.platform.website.rules.readiness import has_placeholder
from plone import api
from zope.interface import implementer


@implementer(IGuard)
class Complete:
    """May be put on line: nothing left to fill in, and its folder is on line."""

    def __init__(self, context):
        self.context = context

    def __call__(self) -> Verdict:
        if has_placeholder(_html_of(self.context)):
            return refused(
                _("Le texte contient encore un passage à compléter, entre [[[ et ]]].")
            )
        parent = self.context.__parent__
        if _state(parent) in ("private", "pending"):
            return refused(
                _(
                    "La rubrique « ${title} » n'est pas en ligne : publiez-la d'abord.",
                    mapping={"title": parent.title},
                )
            )
        return ALLOWED


@implementer(IGuard)
class Summarised:
    """May be submitted: it has the summary that lists show, and is complete."""

    def __init__(self, context):
        self.context = context

    def __call__(self) -> Verdict:
        if (
            _needs_summary(self.context)
            and not (self.context.description or "").strip()
        ):
            return refused(
                _(
                    "Ajoutez un résumé : il paraît dans les listes, dans la "
                    "recherche et dans les moteurs."
                )
            )
        return Complete(self.context)()


def _needs_summary(context) -> bool:
    return context.portal_type in ("Document", "News Item", "Event")


def _html_of(context) -> str:
    text = getattr(context, "text", None)
    return (getattr(text, "raw", None) or "") if text else ""


def _state(context) -> str:
    workflow = api.portal.get_tool("portal_workflow")
    if not workflow.getWorkflowsFor(context):
        return ""
    return workflow.getInfoFor(context, "review_state", "")
