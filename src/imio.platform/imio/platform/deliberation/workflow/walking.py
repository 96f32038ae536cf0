"""Transitions that the workflow itself plays on points, in the secretariat's name."""

from plone import api


def walk(context, transition: str, comment: str = "") -> None:
    """Play a transition that follows from another one.

    The right to it was checked on the first: closing a meeting is closing its
    points.
    """
    with api.env.adopt_roles(["Manager"]):
        api.portal.get_tool("portal_workflow").doActionFor(
            context, transition, comment=comment
        )


def has_transition(context, transition: str) -> bool:
    """Whether the present state has the transition, guards apart."""
    for workflow in api.portal.get_tool("portal_workflow").getWorkflowsFor(context):
        state = workflow._getWorkflowStateOf(context)
        if state is not None and transition in state.transitions:
            return True
    return False


def validate_directly(item) -> None:
    """Give a point as validated, where there is nobody to ask.

    For the secretariat's own points, and for what was validated elsewhere.
    """
    put_in_state(item, "validated")


def put_in_state(context, state: str) -> None:
    """Put an object in a state that it was led to elsewhere, no transition told."""
    tool = api.portal.get_tool("portal_workflow")
    workflow = tool.getWorkflowsFor(context)[0]
    status = {
        "action": None,
        "actor": api.user.get_current().getId(),
        "comments": "",
        "review_state": state,
        "time": context.created(),
    }
    tool.setStatusOf(workflow.getId(), context, status)
    workflow.updateRoleMappingsFor(context)
    context.reindexObject(idxs=["review_state", "allowedRolesAndUsers"])
