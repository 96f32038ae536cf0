"""What a meeting's transitions do."""

from collections.abc import Callable
from datetime import timedelta
from imio.platform.core import clock
from imio.platform.deliberation.content.meeting import body_of
from imio.platform.deliberation.content.meeting import meeting_start
from imio.platform.deliberation.content.meeting import storable
from imio.platform.deliberation.records.agenda import agenda
from imio.platform.deliberation.records.agenda import item_uids
from imio.platform.deliberation.records.agenda import save_agenda
from imio.platform.deliberation.rules.agenda import with_fixed_numbers
from imio.platform.deliberation.rules.agenda import without_fixed_numbers
from imio.platform.deliberation.rules.quorum import LIFTING_RANK
from imio.platform.deliberation.workflow import publicity
from imio.platform.deliberation.workflow.convoking import send_convocation_of
from imio.platform.deliberation.workflow.lookup import find_item
from imio.platform.deliberation.workflow.minutes import propose_minutes
from imio.platform.deliberation.workflow.presenting import present
from imio.platform.deliberation.workflow.registering import register
from imio.platform.deliberation.workflow.telling_services import tell_services
from imio.platform.deliberation.workflow.templates import propose_recurring
from imio.platform.deliberation.workflow.walking import has_transition
from imio.platform.deliberation.workflow.walking import walk
from plone import api
from plone.dexterity.utils import createContentInContainer

#: Time between a meeting without quorum and the next date proposed.
REPLAY_AFTER = timedelta(days=7)


def after(meeting, event) -> None:
    """Follow a transition on the points, the mails and what the public sees."""
    transition = event.transition.id if event.transition else ""
    if not transition:
        return
    effect = EFFECTS.get(transition)
    if effect is not None:
        effect(meeting)
    publicity.apply_to_meeting(meeting)
    for item in items_of(meeting):
        if item.meeting == meeting.UID():
            publicity.apply_to_item(item)


def items_of(meeting) -> list:
    """The points of a meeting in order."""
    found = (find_item(uid) for uid in item_uids(meeting))
    return [item for item in found if item is not None]


def _prepare(meeting) -> None:
    propose_minutes(meeting)
    propose_recurring(meeting)


def _convene(meeting) -> None:
    save_agenda(meeting, with_fixed_numbers(agenda(meeting)))
    meeting.convened_at = storable(clock.now())
    _walk_all(meeting, "freeze")
    send_convocation_of(meeting)


def _back_to_prepared(meeting) -> None:
    meeting.convened_at = None
    _walk_all(meeting, "unfreeze")
    save_agenda(meeting, without_fixed_numbers(agenda(meeting)))


def _open(meeting) -> None:
    meeting.opened_at = storable(clock.now())


def _close(meeting) -> None:
    meeting.closed_at = storable(clock.now())


def _back_to_convened(meeting) -> None:
    meeting.opened_at = None


def _back_to_session(meeting) -> None:
    meeting.closed_at = None


def _publish_decisions(meeting) -> None:
    tell_services(meeting)


def _approve(meeting) -> None:
    _walk_all(meeting, "finalise")
    register(meeting)


def _cancel(meeting) -> None:
    _walk_all(meeting, "unfreeze")
    _walk_all(meeting, "unpresent")


def _declare_no_quorum(meeting) -> None:
    """The same points, on the agenda of the next convocation."""
    kept = agenda(meeting)
    items = items_of(meeting)
    _cancel(meeting)
    # The quorumless meeting keeps its agenda: the third convocation rests on it.
    save_agenda(meeting, kept)
    with api.env.adopt_roles(["Manager"]):
        following = createContentInContainer(
            body_of(meeting),
            "Meeting",
            checkConstraints=False,
            date=meeting_start(meeting) + REPLAY_AFTER,
            place=meeting.place,
            convocation_rank=min(int(meeting.convocation_rank) + 1, LIFTING_RANK),
            puts_again=meeting.UID(),
        )
        walk(following, "prepare")
        for item in items:
            if api.content.get_state(item) == "validated":
                present(item, following)


def _walk_all(meeting, transition: str) -> None:
    for item in items_of(meeting):
        if has_transition(item, transition):
            walk(item, transition)


EFFECTS: dict[str, Callable] = {
    "prepare": _prepare,
    "convene": _convene,
    "back_to_prepared": _back_to_prepared,
    "open": _open,
    "close": _close,
    "back_to_convened": _back_to_convened,
    "back_to_session": _back_to_session,
    "publish_decisions": _publish_decisions,
    "approve_minutes": _approve,
    "cancel": _cancel,
    "declare_no_quorum": _declare_no_quorum,
}
