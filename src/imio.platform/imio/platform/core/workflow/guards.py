"""Reasoned guards: what is refused says why, in the page and in the API.

A transition whose guard expression is ``python: here.restrictedTraverse('@@guard')('submit')``
is decided by the ``IGuard`` adapter named ``submit``. Action menus ask
``transition_choices``, which also tells the refused transitions and the reason.
"""

from AccessControl import getSecurityManager
from dataclasses import dataclass
from imio.platform.core.interfaces import ALLOWED
from imio.platform.core.interfaces import IGuard
from imio.platform.core.interfaces import refused
from imio.platform.core.interfaces import Verdict
from imio.platform.i18n import _
from plone import api
from Products.DCWorkflow.Guard import Guard
from Products.DCWorkflow.Transitions import TRIGGER_USER_ACTION
from Products.Five.browser import BrowserView
from zope.component import queryAdapter


@dataclass(frozen=True)
class TransitionChoice:
    """A transition that the present user's roles open, and the guard's verdict."""

    id: str
    title: str
    verdict: Verdict


def verdict(context, action: str) -> Verdict:
    """What the guard named ``action`` says of ``context``; yes where none is registered."""
    guard = queryAdapter(context, IGuard, name=action)
    return ALLOWED if guard is None else guard()


def transition_choices(context) -> list[TransitionChoice]:
    """Transitions from the present state that the user's roles open, in workflow order.

    One that a guard refuses is listed with its reason; one that is not for this
    user's roles or permissions is left out.
    """
    return [
        TransitionChoice(
            transition.getId(),
            transition_title(transition),
            _verdict_of(transition, workflow, context),
        )
        for workflow, transition in transitions_from_state(context)
        if is_open_to_user(transition, workflow, context)
    ]


def transitions_from_state(context):
    """Pairs of workflow and transition that a person could do in the present state."""
    workflow_tool = api.portal.get_tool("portal_workflow")
    for workflow in workflow_tool.getWorkflowsFor(context):
        state = workflow._getWorkflowStateOf(context)
        for transition_id in state.transitions if state is not None else ():
            transition = workflow.transitions.get(transition_id)
            if transition is not None and transition.trigger_type == (
                TRIGGER_USER_ACTION
            ):
                yield workflow, transition


def transition_title(transition) -> str:
    """What the button says."""
    return transition.actbox_name or transition.title or transition.getId()


def is_open_to_user(transition, workflow, context) -> bool:
    """Whether roles, groups and permissions alone would let the user through."""
    guard = transition.guard
    if guard is None:
        return True
    without_expression = Guard()
    without_expression.permissions = guard.permissions
    without_expression.roles = guard.roles
    without_expression.groups = guard.groups
    return bool(without_expression.check(getSecurityManager(), workflow, context))


def _verdict_of(transition, workflow, context) -> Verdict:
    """The guard's verdict; a workflow that refuses on its own gives no better reason."""
    said = verdict(context, transition.getId())
    if said and not workflow._checkTransitionGuard(transition, context):
        return refused(_("Cette action n'est pas possible dans la situation actuelle."))
    return said


class GuardView(BrowserView):
    """Called by a workflow's guard expression with the transition's id."""

    def __call__(self, action: str) -> bool:
        return bool(verdict(self.context, action))
