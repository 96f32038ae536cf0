"""Noting who is there; what was decided keeps the attendance it was decided under."""

from collections.abc import Mapping
from dataclasses import replace
from imio.platform.deliberation.content.officials import members_of
from imio.platform.deliberation.errors import DeliberationError
from imio.platform.deliberation.errors import worded
from imio.platform.deliberation.records.agenda import item_uids
from imio.platform.deliberation.records.ballots import ballots
from imio.platform.deliberation.records.presence import member_uids
from imio.platform.deliberation.records.presence import presence
from imio.platform.deliberation.records.presence import save_presence
from imio.platform.deliberation.rules.presence import check_voters_stay
from imio.platform.deliberation.rules.presence import from_point_on
from imio.platform.deliberation.rules.presence import Presence
from imio.platform.deliberation.rules.presence import Status
from imio.platform.deliberation.rules.violations import RuleViolation
from imio.platform.deliberation.workflow.lookup import find_item
from imio.platform.i18n import _


def note_meeting(meeting, statuses: Mapping[str, Status]) -> None:
    """Note the members' status for the whole meeting."""
    _require_members(meeting, statuses)
    if Status.NON_ATTENDEE in statuses.values():
        raise DeliberationError(
            _("« Ne participe pas » se note point par point, jamais pour la séance.")
        )
    noted = presence(meeting)
    _save(meeting, replace(noted, meeting={**noted.meeting, **statuses}))


def note_item(meeting, item_uid: str, statuses: Mapping[str, Status]) -> None:
    """Note what differs at one point; a member left out is as at the meeting."""
    _require_members(meeting, statuses)
    if item_uid not in item_uids(meeting):
        raise DeliberationError(
            _("Ce point n'est pas à l'ordre du jour de cette séance."), "item"
        )
    noted = presence(meeting)
    line = {
        member: status
        for member, status in statuses.items()
        if noted.meeting.get(member) is not status
    }
    _save(meeting, replace(noted, items={**noted.items, item_uid: line}))


def note_from(meeting, item_uid: str, statuses: Mapping[str, Status]) -> None:
    """Note who leaves or comes from one point on, and who stands aside at it.

    Standing aside is for that point alone; a later point that was already voted
    on keeps the attendance of its vote.
    """
    _require_members(meeting, statuses)
    uids = item_uids(meeting)
    if item_uid not in uids:
        raise DeliberationError(
            _("Ce point n'est pas à l'ordre du jour de cette séance."), "item"
        )
    aside = {m: s for m, s in statuses.items() if s is Status.NON_ATTENDEE}
    moving = {m: s for m, s in statuses.items() if s is not Status.NON_ATTENDEE}
    following = [uid for uid in uids[uids.index(item_uid) + 1 :] if _is_open(uid)]
    value = from_point_on(presence(meeting), [item_uid, *following], moving)
    _save(meeting, from_point_on(value, [item_uid], aside))


def _is_open(item_uid: str) -> bool:
    item = find_item(item_uid)
    return item is not None and not item.outcome


def _save(meeting, value: Presence) -> None:
    members = member_uids(meeting)
    for item_uid in item_uids(meeting):
        there = len(value.present_at(item_uid, members))
        for ballot in ballots(meeting, item_uid):
            _require_voters(meeting, value, item_uid, list(ballot.votes))
            if ballot.tally.total > there:
                raise DeliberationError(
                    _(
                        "Un vote déjà noté compte plus de voix que de membres "
                        "présents : corrigez d'abord ce vote."
                    )
                )
    save_presence(meeting, value)


def _require_voters(meeting, value: Presence, item_uid: str, voters: list[str]) -> None:
    try:
        check_voters_stay(value, item_uid, voters)
    except RuleViolation as violation:
        names = {one.uid: one.person_name for one in members_of(meeting)}
        item = find_item(item_uid)
        violation.values = {
            "member": names.get(violation.field, ""),
            "point": item.title if item is not None else "",
        }
        violation.field = f"status-{violation.field}"
        raise worded(violation) from violation


def _require_members(meeting, statuses: Mapping[str, Status]) -> None:
    if set(statuses) - set(member_uids(meeting)):
        raise DeliberationError(
            _("Une des personnes n'est pas membre de l'organe à cette date."), "members"
        )
