"""The sittings of a body over a period, for its attendance tokens."""

from datetime import date
from imio.platform.core.organisation import mandates
from imio.platform.deliberation.content import officials
from imio.platform.deliberation.content.meeting import body_of
from imio.platform.deliberation.content.meeting import meeting_day
from imio.platform.deliberation.content.vocabularies import meetings_of
from imio.platform.deliberation.records.agenda import item_uids
from imio.platform.deliberation.records.presence import presence
from imio.platform.deliberation.rules.attendance_tokens import Member
from imio.platform.deliberation.rules.attendance_tokens import Owed
from imio.platform.deliberation.rules.attendance_tokens import owed
from imio.platform.deliberation.rules.attendance_tokens import Sitting
from plone import api

#: Once the sitting took place; members who came to one without quorum came.
HELD = ("held", "decisions_published", "minutes_approved", "archived", "no_quorum")
#: Whose members are paid, hence owed no token (L1122-7).
PAID_BODY = "college"
COUNCIL = "council"
PRESIDENT = "president_conseil"


def tokens(body, start: date, end: date, half_wanted: bool = False) -> list[Owed]:
    """What each member of a body is owed from ``start`` to ``end`` included."""
    return owed(sittings(body, start, end), half_wanted)


def sittings(body, start: date, end: date) -> list[Sitting]:
    """The sittings held over a period, the first one first."""
    return [
        _sitting(meeting)
        for meeting in meetings_of(body)
        if start <= meeting_day(meeting) <= end
        and api.content.get_state(meeting) in HELD
    ]


def _sitting(meeting) -> Sitting:
    members = officials.members_of(meeting)
    paid = _paid_people(meeting)
    chair = officials.chair(meeting)
    presides = chair is not None and chair.function == PRESIDENT
    without_quorum = api.content.get_state(meeting) == "no_quorum"
    return Sitting(
        day=meeting_day(meeting),
        title=meeting.Title(),
        members={
            one.uid: Member(one.person_uid, one.person_name, mandates.title(one))
            for one in members
        },
        presence=presence(meeting),
        items=() if without_quorum else tuple(item_uids(meeting)),
        paid=frozenset(one.uid for one in members if one.person_uid in paid),
        presiding=chair.uid if presides else "",
    )


def _paid_people(meeting) -> set[str]:
    if body_of(meeting).rules().id != COUNCIL:
        return set()
    paid = mandates.active_mandates(meeting_day(meeting), body=PAID_BODY)
    return {mandate.person_uid for mandate in paid}
