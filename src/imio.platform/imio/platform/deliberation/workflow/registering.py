"""When its minutes are approved, a meeting's decisions become acts of the register.

The words and the numbers are taken in the transaction that approves, all or none; the
files follow in a job, a few at a time, which goes on where it stopped.
"""

from dataclasses import asdict
from dataclasses import replace
from imio.platform.core import clock
from imio.platform.core.jobs import enqueue
from imio.platform.core.numbering import next_number
from imio.platform.core.rules.reference import parse_reference_format
from imio.platform.deliberation.content.meeting import body_of
from imio.platform.deliberation.content.meeting import meeting_day
from imio.platform.deliberation.content.vocabularies import meetings_of
from imio.platform.deliberation.records.fixed_minutes import fix_words
from imio.platform.deliberation.records.fixed_minutes import fixed_file
from imio.platform.deliberation.records.fixed_minutes import fixed_words
from imio.platform.deliberation.records.register import act_of
from imio.platform.deliberation.records.register import acts
from imio.platform.deliberation.records.register import add_act
from imio.platform.deliberation.records.register import last_act
from imio.platform.deliberation.rules.register import Act
from imio.platform.deliberation.rules.register import becomes_act
from imio.platform.deliberation.rules.register import fingerprint
from imio.platform.deliberation.rules.register import seal
from imio.platform.deliberation.workflow.lookup import find_items
from imio.platform.deliberation.workflow.words import approved_words
from plone import api

FILES_JOB = "imio.platform.deliberation.act_files"
APPROVED = ("minutes_approved", "archived")


def register(meeting) -> list[Act]:
    """Fix the minutes' words and give each decision its number, in the agenda's order.

    Nothing happens to a meeting that was registered before.
    """
    if fixed_words(meeting):
        return []
    words = approved_words(meeting)
    fix_words(meeting, words.as_record())
    body = body_of(meeting)
    year = words.date.year
    former = last_act(body, year)
    previous = former.seal if former else ""
    meeting_only = replace(words, points=()).as_record()
    items = find_items(point.uid for point in words.points)
    made = []
    for point in words.points:
        item = items[point.uid]
        if not becomes_act(item.kind, item.outcome) or act_of(body, item):
            continue
        told = {"meeting": meeting_only, "point": asdict(point)}
        one = _act(body, meeting, item, point, year, previous, told)
        add_act(body, item, one, told)
        previous = one.seal
        made.append(one)
    ask_for_files(meeting)
    return made


def ask_for_files(meeting) -> None:
    """Let the files that are missing be made, once the transaction has committed."""
    enqueue(
        FILES_JOB,
        key=f"{meeting.UID()}-{clock.now().isoformat()}",
        meeting_uid=meeting.UID(),
    )


def acts_of_meeting(meeting) -> list[Act]:
    """The acts that a meeting's decisions became."""
    year = meeting_day(meeting).year
    uid = meeting.UID()
    return [one for one in acts(body_of(meeting), year) if one.meeting == uid]


def is_whole(meeting) -> bool:
    """Whether every file of a registered meeting is made."""
    if fixed_file(meeting) is None:
        return False
    return all(one.has_file for one in acts_of_meeting(meeting))


def unregistered(body) -> list:
    """Approved meetings not in the register yet, the oldest first."""
    return [
        meeting
        for meeting in meetings_of(body)
        if api.content.get_state(meeting) in APPROVED and not fixed_words(meeting)
    ]


def unfinished(body) -> list:
    """Registered meetings that wait for files."""
    return [
        meeting
        for meeting in meetings_of(body)
        if fixed_words(meeting) and not is_whole(meeting)
    ]


def sequence(body) -> str:
    """Name of the body's numbers."""
    return f"deliberation.register.{body.UID()}"


def _act(body, meeting, item, point, year: int, previous: str, told: dict) -> Act:
    number = next_number(sequence(body), year)
    words_sha256 = fingerprint(told)
    return Act(
        year=year,
        number=number,
        reference=parse_reference_format(body.register_format).reference(number, year),
        item=item.UID(),
        meeting=meeting.UID(),
        day=meeting_day(meeting).isoformat(),
        title=point.title,
        outcome=item.outcome,
        is_closed=point.is_closed,
        service=item.proposing_service or "",
        words_sha256=words_sha256,
        seal=seal(previous, year, number, words_sha256),
        registered_at=clock.now().isoformat(timespec="seconds"),
    )
