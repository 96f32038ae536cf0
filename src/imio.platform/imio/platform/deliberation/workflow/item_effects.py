"""What a point's transitions do."""

from Acquisition import aq_parent
from imio.platform.deliberation.content.meeting import body_of
from imio.platform.deliberation.records.external_ids import release
from imio.platform.deliberation.workflow import following
from imio.platform.deliberation.workflow import item_mails
from imio.platform.deliberation.workflow import publicity
from imio.platform.deliberation.workflow import sending
from imio.platform.deliberation.workflow.categories import apply_category
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


def added(item, event) -> None:
    """A new point has at least the sitting and the ballot that the law imposes."""
    apply_category(item)


def changed(item, event) -> None:
    """A point edited to the closed sitting leaves the public's eyes at once."""
    apply_category(item)
    publicity.apply_to_item(item)


def _joins_late(item) -> bool:
    meeting = meeting_of(item)
    return meeting is not None and api.content.get_state(meeting) in LATE_STATES


def removed(item, event) -> None:
    """A point that is deleted leaves its agenda, and frees its external identifier."""
    if event.newParent is not None:
        return
    if item.meeting:
        delist(item)
    root = aq_parent(body_of(item)) if item.external_id else None
    if root is not None:
        release(root, item.external_id)
