"""Settings and files that change what the public sees, without a transition."""

from imio.platform.deliberation.content.interfaces import IAgendaItem
from imio.platform.deliberation.content.interfaces import IMeeting
from imio.platform.deliberation.workflow import publicity
from imio.platform.deliberation.workflow.exposing import note_annex
from imio.platform.deliberation.workflow.exposing import note_meeting

#: Fields of a body that decide what anybody sees.
DECISIVE = frozenset({"publicity", "preset"})


def body_changed(body, event) -> None:
    """Another publicity holds at once, for the meetings already convened too."""
    changed = {
        name.rpartition(".")[2]
        for one in getattr(event, "descriptions", ())
        for name in getattr(one, "attributes", ())
    }
    if not changed or changed & DECISIVE:
        publicity.apply_to_body(body)


def meeting_changed(meeting, event) -> None:
    """A date or a place that changes is a change that the public sees."""
    note_meeting(meeting, publicity.meeting_is_public(meeting))


def annex_changed(annex, event) -> None:
    """A file that comes, or turns confidential, is noted with its container."""
    container = annex.aq_parent
    if IMeeting.providedBy(container):
        note_annex(annex, publicity.meeting_is_public(container))
    elif IAgendaItem.providedBy(container):
        note_annex(annex, publicity.item_is_public(container))
