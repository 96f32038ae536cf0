"""Makes a transition happen, or says why not: the one road for pages and API."""

from AccessControl import Unauthorized
from imio.platform.core.errors import PlatformError
from imio.platform.core.workflow.errors import CommentRequired
from imio.platform.core.workflow.errors import sentence_of
from imio.platform.core.workflow.errors import TransitionForbidden
from imio.platform.core.workflow.errors import TransitionRefused
from imio.platform.core.workflow.errors import UnknownTransition
from imio.platform.core.workflow.guards import transition_choices
from imio.platform.core.workflow.guards import transition_title
from imio.platform.core.workflow.guards import TransitionChoice
from imio.platform.core.workflow.guards import transitions_from_state
from imio.platform.core.workflow.hints import hint_for
from imio.platform.i18n import _
from plone import api
from Products.CMFCore.WorkflowCore import WorkflowException
from zope.globalrequest import getRequest
from zope.i18n import translate
import transaction


def perform(context, transition_id: str, comment: str = "") -> None:
    """Do a transition as the present user, or leave everything as it was.

    :raises TransitionRefused: with the reason, or one of its subclasses.
    """
    require_possible(context, transition_id, comment)
    before = transaction.savepoint(optimistic=True)
    workflow_tool = api.portal.get_tool("portal_workflow")
    try:
        workflow_tool.doActionFor(context, transition_id, comment=comment)
    except PlatformError as error:
        # A subscriber of the transition found what the guard could not foresee.
        before.rollback()
        raise TransitionRefused(sentence_of(error)) from error
    except (Unauthorized, WorkflowException) as error:
        before.rollback()
        raise TransitionRefused(_not_now(context)) from error


def require_possible(context, transition_id: str, comment: str = "") -> None:
    """Nothing if the present user may do the transition now.

    :raises TransitionRefused: with the reason, or one of its subclasses.
    """
    choice = choice_of(context, transition_id)
    if not choice.verdict:
        raise TransitionRefused(choice.verdict.reason)
    if hint_for(context, transition_id).comment_required and not comment.strip():
        raise CommentRequired(_("Expliquez pourquoi : un commentaire est demandé ici."))


def choice_of(context, transition_id: str) -> TransitionChoice:
    """The transition as offered to the present user, possible or refused.

    :raises TransitionForbidden: where it is for others.
    :raises UnknownTransition: where no workflow of the object has it.
    :raises TransitionRefused: where it does not start from the present state.
    """
    for choice in transition_choices(context):
        if choice.id == transition_id:
            return choice
    for _workflow, transition in transitions_from_state(context):
        if transition.getId() == transition_id:
            raise TransitionForbidden(
                _(
                    "Vous n'avez pas le droit de faire « ${action} » ici.",
                    mapping={"action": _translated(transition_title(transition))},
                )
            )
    if not _exists(context, transition_id):
        raise UnknownTransition(_("Cette action n'existe pas."))
    raise TransitionRefused(_not_now(context))


def state_title(context) -> str:
    """Title of the present state, in the request's language; empty without workflow."""
    state = api.content.get_state(context, default="")
    if not state:
        return ""
    tool = api.portal.get_tool("portal_workflow")
    return _translated(tool.getTitleForStateOnType(state, context.portal_type) or state)


def _not_now(context) -> str:
    return _(
        "Cette action n'est pas possible : l'état est maintenant « ${state} ».",
        mapping={"state": state_title(context)},
    )


def _exists(context, transition_id: str) -> bool:
    workflows = api.portal.get_tool("portal_workflow").getWorkflowsFor(context)
    return any(transition_id in workflow.transitions for workflow in workflows)


def _translated(title: str) -> str:
    # Plone's own workflows are titled in Plone's domain.
    return translate(title, domain="plone", context=getRequest())
