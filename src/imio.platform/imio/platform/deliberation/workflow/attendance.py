"""Noting who is there; what was decided keeps the attendance it was decided under."""

from collections.abc import Mapping
from dataclasses import replace
from imio.platform.deliberation.errors import DeliberationError
from imio.platform.deliberation.records.agenda import item_uids
from imio.platform.deliberation.records.ballots import last_ballot
from imio.platform.deliberation.records.presence import member_uids
from imio.platform.deliberation.records.presence import presence
from imio.platform.deliberation.records.presence import save_presence
from imio.platform.deliberation.rules.presence import Presence
from imio.platform.deliberation.rules.presence import Status
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


def _save(meeting, value: Presence) -> None:
    members = member_uids(meeting)
    for item_uid in item_uids(meeting):
        ballot = last_ballot(meeting, item_uid)
        there = len(value.present_at(item_uid, members))
        if ballot is not None and ballot.tally.total > there:
            raise DeliberationError(
                _(
                    "Un vote déjà noté compte plus de voix que de membres présents : "
                    "corrigez d'abord ce vote."
                )
            )
    save_presence(meeting, value)


def _require_members(meeting, statuses: Mapping[str, Status]) -> None:
    if set(statuses) - set(member_uids(meeting)):
        raise DeliberationError(
            _("Une des personnes n'est pas membre de l'organe à cette date."), "members"
        )
