"""After a meeting without quorum: the next convocation, with the same points (L1122-17)."""

from dataclasses import replace
from datetime import timedelta
from imio.platform.deliberation.content.meeting import body_of
from imio.platform.deliberation.content.meeting import meeting_start
from imio.platform.deliberation.content.vocabularies import meetings_of
from imio.platform.deliberation.records.agenda import agenda
from imio.platform.deliberation.records.agenda import item_uids
from imio.platform.deliberation.records.agenda import save_agenda
from imio.platform.deliberation.rules.agenda import HEADING
from imio.platform.deliberation.rules.quorum import LIFTING_RANK
from imio.platform.deliberation.workflow.lookup import find_items
from imio.platform.deliberation.workflow.lookup import find_meeting
from imio.platform.deliberation.workflow.presenting import accepts
from imio.platform.deliberation.workflow.presenting import present
from imio.platform.deliberation.workflow.walking import walk
from plone import api
from plone.dexterity.utils import createContentInContainer

#: Time between a meeting without quorum and the next date proposed.
REPLAY_AFTER = timedelta(days=7)


def put_again(meeting) -> None:
    """Make the next convocation, with the points, their order and their headings.

    A point that the next convocation may not take stays validated: the third one
    takes only what was put twice.
    """
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
        found = find_items(item_uids(meeting))
        for uid in item_uids(meeting):
            item = found.get(uid)
            if item is None or api.content.get_state(item) != "validated":
                continue
            if accepts(following, item):
                present(item, following)
            else:
                item.preferred_meeting = None
    _order_alike(following, meeting)


def following_of(meeting):
    """The meeting that puts the points of a quorumless one again, or ``None``."""
    uid = meeting.UID()
    others = meetings_of(body_of(meeting))
    return next((other for other in others if other.puts_again == uid), None)


def earlier_of(meeting):
    """The quorumless meeting whose points this one puts again, or ``None``."""
    return find_meeting(meeting.puts_again)


def left_over(meeting) -> list:
    """Points of a quorumless meeting that the next convocation did not take."""
    following = following_of(meeting)
    taken = set(item_uids(following)) if following is not None else set()
    found = find_items(uid for uid in item_uids(meeting) if uid not in taken)
    return [
        found[uid]
        for uid in item_uids(meeting)
        if uid in found and not found[uid].meeting
    ]


def _order_alike(following, meeting) -> None:
    """The order that the members know, its headings and sub-points; then the rest."""
    here = {entry.uid: entry for entry in agenda(following)}
    known = [
        replace(entry, fixed_number="", list_type="normal")
        for entry in agenda(meeting)
        if entry.uid in here or entry.kind == HEADING
    ]
    uids = {entry.uid for entry in known}
    new = [entry for entry in here.values() if entry.uid not in uids]
    # What was added of itself, the approval of other minutes, opens the sitting.
    save_agenda(following, _whole_series([*new, *known]))


def _whole_series(entries: list) -> list:
    """No sub-point without the point that it follows."""
    result: list = []
    for entry in entries:
        has_above = any(one.kind != HEADING for one in result)
        result.append(entry if has_above else replace(entry, level=0))
    return result
