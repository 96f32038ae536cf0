"""A meeting is numbered when it is convoked, and its points then have references.

The number stays when the convocation is taken back, and so does the format of the
references: what was written on a document is never said otherwise later.
"""

from imio.platform.core.numbering import next_number
from imio.platform.deliberation.content.meeting import body_of
from imio.platform.deliberation.content.meeting import meeting_day
from imio.platform.deliberation.content.settings import category_of
from imio.platform.deliberation.records.agenda import agenda
from imio.platform.deliberation.records.meeting_number import meeting_number
from imio.platform.deliberation.records.meeting_number import MeetingNumber
from imio.platform.deliberation.records.meeting_number import save_meeting_number
from imio.platform.deliberation.rules.agenda import numbers
from imio.platform.deliberation.rules.references import Numbered
from imio.platform.deliberation.rules.references import reference


def give_number(meeting) -> None:
    """Give the next number of the body and the year; nothing to one that has its own."""
    if meeting_number(meeting) is not None:
        return
    body, year = body_of(meeting), meeting_day(meeting).year
    number = next_number(f"deliberation.meeting.{body.UID()}", year)
    save_meeting_number(
        meeting,
        MeetingNumber(meeting.UID(), year, number, body.item_reference_format),
    )


def number_in_year(meeting) -> str:
    """``"5/2026"``, or an empty string before the convocation."""
    given = meeting_number(meeting)
    return f"{given.number}/{given.year}" if given is not None else ""


def reference_of(meeting, item) -> str:
    """The point's reference on this agenda, empty before the convocation.

    It tells the sitting and the category: for who may read the point.
    """
    given = meeting_number(meeting)
    number = _number_on(meeting, item.UID()) if given is not None else ""
    if not number:
        return ""
    body, category = body_of(meeting), category_of(item)
    return reference(
        given.reference_format,
        Numbered(
            year=given.year,
            meeting=given.number,
            point=number,
            body=body.getId(),
            is_closed=item.privacy != "public",
            category=(category.code or "") if category is not None else "",
        ),
    )


def _number_on(meeting, uid: str) -> str:
    entries = agenda(meeting)
    found = zip(entries, numbers(entries), strict=True)
    return next((number for entry, number in found if entry.uid == uid), "")
