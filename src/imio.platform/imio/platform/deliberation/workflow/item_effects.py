"""What a point's transitions do."""

from imio.platform.deliberation.workflow import following
from imio.platform.deliberation.workflow import item_mails
from imio.platform.deliberation.workflow import publicity
from imio.platform.deliberation.workflow import sending
from imio.platform.deliberation.workflow.late_points import LATE_STATES
from imio.platform.deliberation.workflow.lookup import meeting_of
from imio.platform.deliberation.workflow.presenting import delist
from imio.platform.deliberation.workflow.presenting import enlist
from imio.platform.deliberation.workflow.validation import next_level
from imio.platform.deliberation.workflow.walking import walk
from plone import api


def before(item, event) -> None:
    """Choose the level that comes, while the present state is still known."""
    transition = event.transition.id if event.transition else ""
    if transition in ("submit", "forward"):
        item.level = next_level(item).id


def after(item, event) -> None:
    """Follow a transition on the agenda and in what the public sees."""
    transition = event.transition.id if event.transition else ""
    if transition in ("validate", "send_back"):
        item.level = ""
    elif transition == "present":
        enlist(item)
    elif transition == "unpresent":
        delist(item)
    elif transition == "decide":
        following.follow(item)
        sending.send_adopted(item)
    elif transition == "reopen":
        following.take_back(item)
        item.outcome = ""
    if transition:
        item.reindexObject(idxs=["item_level"])
        publicity.apply_to_item(item)
    if transition in ("return_to_service", "send_back"):
        item_mails.tell_returned(item, (event.kwargs or {}).get("comment", ""))
    if transition in ("present", "resume") and _joins_late(item):
        walk(item, "freeze")


def changed(item, event) -> None:
    """A point edited to the closed sitting leaves the public's eyes at once."""
    publicity.apply_to_item(item)


def _joins_late(item) -> bool:
    meeting = meeting_of(item)
    return meeting is not None and api.content.get_state(meeting) in LATE_STATES


def removed(item, event) -> None:
    """A point that is deleted leaves its agenda."""
    if event.newParent is None and item.meeting:
        delist(item)
