"""Who is shown the public page: whoever may read no more than it holds."""

from imio.platform.deliberation.workflow.projection import lines
from imio.platform.deliberation.workflow.projection import sees_full_agenda
from imio.platform.deliberation.workflow.public_text import reads_personal_data
from imio.platform.deliberation.workflow.publicity import item_is_public
from imio.platform.deliberation.workflow.publicity import meeting_is_public
from plone import api

WORKS_HERE = (
    "imio.platform.deliberation: Add agenda item",
    "imio.platform.deliberation: Manage agenda",
    "imio.platform.deliberation: View full agenda",
)


def reads_body_as_public(body) -> bool:
    """Whether the reader neither drafts for the body nor sits in it."""
    return not any(api.user.has_permission(one, obj=body) for one in WORKS_HERE)


def reads_meeting_as_public(meeting) -> bool:
    """Whether the public agenda is all that the reader may see of it."""
    if not meeting_is_public(meeting) or sees_full_agenda(meeting):
        return False
    if api.user.is_anonymous():
        return True
    seen = {line.uid for line in lines(meeting)}
    return seen == {line.uid for line in lines(meeting, public_only=True)}


def reads_item_as_public(item) -> bool:
    """Whether the reader has the public texts alone."""
    return item_is_public(item) and not reads_personal_data(item)
