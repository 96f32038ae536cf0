"""What the public sees, decided once per transition.

The workflows give nothing to Anonymous. Here, and only here, a convened meeting
and its public points are opened, as far as the body publishes. Whatever resets
permissions therefore closes them again.
"""

from imio.platform.core.organisation.still import standing_still
from imio.platform.deliberation.content.meeting import body_of
from imio.platform.deliberation.content.vocabularies import meetings_of
from imio.platform.deliberation.records.agenda import item_uids
from imio.platform.deliberation.rules.presets import Publicity
from imio.platform.deliberation.workflow.exposing import note_item
from imio.platform.deliberation.workflow.exposing import note_meeting
from imio.platform.deliberation.workflow.lookup import find_items
from imio.platform.deliberation.workflow.lookup import meeting_of
from imio.platform.deliberation.workflow.project_changes import observe
from plone import api

CONVENED = ("convened", "in_session", "held")
DECISIONS_PUBLISHED = ("decisions_published", "minutes_approved", "archived")
PERMISSIONS = ("View", "Access contents information")


def meeting_is_public(meeting) -> bool:
    """Whether anybody may see that the meeting takes place, and its agenda."""
    body = body_of(meeting)
    if body.publicity == Publicity.NONE or body.rules().always_closed:
        return False
    return api.content.get_state(meeting) in (*CONVENED, *DECISIONS_PUBLISHED)


def decisions_are_public(meeting) -> bool:
    """Whether anybody may see what became of the public points."""
    return (
        meeting_is_public(meeting)
        and api.content.get_state(meeting) in DECISIONS_PUBLISHED
    )


def item_is_public(item) -> bool:
    """Whether anybody may read the point itself."""
    meeting = meeting_of(item)
    if (
        meeting is None
        or item.privacy != "public"
        or body_of(item).publicity != Publicity.DRAFTS
        or not meeting_is_public(meeting)
    ):
        return False
    state = api.content.get_state(item)
    # Between the vote and the publication the text is being written.
    return state == "frozen" or (
        state in ("decided", "finalised") and decisions_are_public(meeting)
    )


def item_is_announced(item) -> bool:
    """Whether anybody may know that the point is on an agenda."""
    meeting = meeting_of(item)
    return (
        meeting is not None and item.privacy == "public" and meeting_is_public(meeting)
    )


def apply_to_meeting(meeting) -> None:
    """Open or close a meeting to the public."""
    is_public = meeting_is_public(meeting)
    _apply(meeting, is_public)
    note_meeting(meeting, is_public)


def apply_to_item(item) -> None:
    """Open or close a point to the public."""
    is_public = item_is_public(item)
    _apply(item, is_public)
    note_item(item, item_is_announced(item), is_public)
    if is_public:
        observe(item)


def apply_to_body(body) -> None:
    """Open or close to the public everything that a body has convened.

    What a body publishes is a setting: changed, it holds for the past too.
    """
    with standing_still():
        for meeting in meetings_of(body):
            apply_to_meeting(meeting)
            for item in find_items(item_uids(meeting)).values():
                if item.meeting == meeting.UID():
                    apply_to_item(item)


def _apply(context, is_public: bool) -> None:
    for workflow in api.portal.get_tool("portal_workflow").getWorkflowsFor(context):
        workflow.updateRoleMappingsFor(context)
    if is_public:
        for permission in PERMISSIONS:
            roles = [
                line["name"]
                for line in context.rolesOfPermission(permission)
                if line["selected"]
            ]
            context.manage_permission(permission, [*roles, "Anonymous"], acquire=0)
    context.reindexObjectSecurity()
