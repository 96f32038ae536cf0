"""What a meeting's transitions do."""

from collections.abc import Callable
from imio.platform.core import clock
from imio.platform.core.organisation.still import standing_still
from imio.platform.deliberation.content.meeting import storable
from imio.platform.deliberation.records.agenda import agenda
from imio.platform.deliberation.records.agenda import item_uids
from imio.platform.deliberation.records.agenda import save_agenda
from imio.platform.deliberation.records.late_points import late_points
from imio.platform.deliberation.records.late_points import save_late_point
from imio.platform.deliberation.rules.agenda import with_fixed_numbers
from imio.platform.deliberation.rules.agenda import without_fixed_numbers
from imio.platform.deliberation.workflow import publicity
from imio.platform.deliberation.workflow.convoking import send_convocation_of
from imio.platform.deliberation.workflow.lookup import find_items
from imio.platform.deliberation.workflow.minutes import propose_minutes
from imio.platform.deliberation.workflow.numbering import give_number
from imio.platform.deliberation.workflow.registering import register
from imio.platform.deliberation.workflow.replaying import put_again
from imio.platform.deliberation.workflow.telling_services import tell_services
from imio.platform.deliberation.workflow.templates import propose_recurring
from imio.platform.deliberation.workflow.walking import has_transition
from imio.platform.deliberation.workflow.walking import walk


def after(meeting, event) -> None:
    """Follow a transition on the points, the mails and what the public sees."""
    transition = event.transition.id if event.transition else ""
    if not transition:
        return
    effect = EFFECTS.get(transition)
    # Hundreds of points and annexes are indexed, each with the roles on its body.
    with standing_still():
        if effect is not None:
            effect(meeting)
        publicity.apply_to_meeting(meeting)
        for item in items_of(meeting):
            if item.meeting == meeting.UID():
                publicity.apply_to_item(item)


def items_of(meeting) -> list:
    """The points of a meeting in order."""
    uids = item_uids(meeting)
    found = find_items(uids)
    return [found[uid] for uid in uids if uid in found]


def _prepare(meeting) -> None:
    if meeting.puts_again:
        # The next convocation puts the same points, and only them.
        return
    propose_minutes(meeting)
    propose_recurring(meeting)


def _convene(meeting) -> None:
    save_agenda(meeting, with_fixed_numbers(agenda(meeting)))
    meeting.convened_at = storable(clock.now())
    give_number(meeting)
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
    kept, late = agenda(meeting), late_points(meeting)
    _cancel(meeting)
    # The quorumless meeting keeps its agenda: the third convocation rests on it.
    save_agenda(meeting, kept)
    for uid, noted in late.items():
        save_late_point(meeting, uid, noted)
    put_again(meeting)


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
