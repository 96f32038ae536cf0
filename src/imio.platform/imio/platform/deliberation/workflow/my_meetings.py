"""The meetings of the present user's bodies that she may see whole."""

from imio.platform.deliberation.content.meeting import meeting_start
from imio.platform.deliberation.content.my_mandates import my_bodies
from imio.platform.deliberation.content.vocabularies import meetings_of
from imio.platform.deliberation.workflow.projection import sees_full_agenda
from plone import api


def my_meetings() -> list:
    """Soonest first; those that are only planned are the secretariat's."""
    found = [
        meeting
        for body, _mandate in my_bodies()
        for meeting in meetings_of(body)
        if api.user.has_permission("View", obj=meeting) and sees_full_agenda(meeting)
    ]
    return sorted(found, key=meeting_start)
