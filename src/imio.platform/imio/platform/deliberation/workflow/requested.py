"""Who asks for a meeting, and how many the body held."""

from datetime import date
from imio.platform.core import clock
from imio.platform.deliberation.content import officials
from imio.platform.deliberation.content.meeting import body_of
from imio.platform.deliberation.content.meeting import meeting_day
from imio.platform.deliberation.content.vocabularies import meetings_of
from imio.platform.deliberation.rules.requested_meeting import MeetingRequest
from imio.platform.deliberation.rules.requested_meeting import YearOfMeetings
from imio.platform.i18n import _
from plone import api
from zope.globalrequest import getRequest
from zope.i18n import translate
from zope.i18nmessageid import Message

#: States of a meeting that did not take place, or not yet.
NOT_HELD = ("planned", "prepared", "convened", "no_quorum", "cancelled")
TO_COME = ("planned", "prepared", "convened")


def request_of(meeting) -> MeetingRequest | None:
    """Who asks for the meeting; ``None`` where nobody does or the body has no rule."""
    rules = body_of(meeting).rules().request
    asked = set(meeting.requested_by or ())
    if rules is None or not asked:
        return None
    members = {one.uid for one in officials.members_of(meeting)}
    last_year = held_in(body_of(meeting), meeting_day(meeting).year - 1)
    return MeetingRequest(len(asked & members), len(members), last_year, rules)


def pinned_requesters(meeting) -> frozenset[str]:
    """Mandates whose points come first: those of a request that is enough."""
    found = request_of(meeting)
    if found is None or not found.is_enough:
        return frozenset()
    return frozenset(meeting.requested_by)


def requester_names(meeting) -> list[str]:
    """Those who ask for the meeting, in the order they were chosen."""
    found = (officials.member_named(uid) for uid in meeting.requested_by or ())
    return [one.person_name for one in found if one is not None]


def request_words(found: MeetingRequest) -> str:
    """Whether the request is enough, as a sentence."""
    values = {
        "requesters": str(found.requesters),
        "in_function": str(found.in_function),
        "needed": str(found.needed),
        "source": found.rules.source,
        "last_year": str(found.last_year),
    }
    share = (
        _(
            "un quart, le conseil s'étant réuni ${last_year} fois l'année précédente",
            mapping=values,
        )
        if found.had_few
        else _("un tiers")
    )
    sentence = (
        _(
            "${requesters} membres sur ${in_function} le demandent ; il en faut "
            "${needed} (${share} ; ${source}). Leurs points viennent d'abord.",
        )
        if found.is_enough
        else _(
            "${requesters} membres sur ${in_function} le demandent ; il en faut "
            "${needed} (${share} ; ${source}). La demande ne suffit pas : leurs points "
            "gardent la place des autres.",
        )
    )
    return Message(sentence, mapping={**values, "share": translated(share)})


def translated(words) -> str:
    """A part of a sentence: it is quoted as text."""
    return translate(words, context=getRequest())


def held_in(body, year: int) -> int | None:
    """Meetings held in a year; ``None`` where the site knows none of that year."""
    days = [
        (meeting_day(one), api.content.get_state(one))
        for one in meetings_of(body)
        if one.date is not None
    ]
    of_year = [state for day, state in days if day.year == year]
    return sum(state not in NOT_HELD for state in of_year) if of_year else None


def year_of(body, today: date | None = None) -> YearOfMeetings | None:
    """The present year's meetings; ``None`` where the law counts none."""
    rules = body.rules().request
    if rules is None:
        return None
    year = (today or clock.today()).year
    states = [
        api.content.get_state(one)
        for one in meetings_of(body)
        if meeting_day(one).year == year
    ]
    return YearOfMeetings(
        year=year,
        held=sum(state not in NOT_HELD for state in states),
        to_come=sum(state in TO_COME for state in states),
        needed=rules.yearly,
    )
