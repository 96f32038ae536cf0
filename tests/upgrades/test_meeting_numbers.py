"""The meetings that release 1000 convoked are numbered, and the next one follows."""

from imio.platform.deliberation.content.vocabularies import meetings_of
from imio.platform.deliberation.records.agenda import item_uids
from imio.platform.deliberation.records.meeting_number import meeting_number
from imio.platform.deliberation.rules.references import DEFAULT
from imio.platform.deliberation.upgrades.v1001 import meeting_numbers
from imio.platform.deliberation.workflow.lookup import find_item
from imio.platform.deliberation.workflow.numbering import give_number
from imio.platform.deliberation.workflow.numbering import number_in_year
from imio.platform.deliberation.workflow.numbering import reference_of


def college(site):
    return site["deliberations"]["college"]


def convoked(site):
    return [one for one in meetings_of(college(site)) if one.convened_at is not None]


def test_convoked_meetings_are_numbered_by_date_and_once(upgraded):
    meetings = convoked(upgraded)
    assert meetings
    before = [number_in_year(one) for one in meetings]
    meeting_numbers.upgrade(upgraded.portal_setup)
    assert [number_in_year(one) for one in meetings] == before
    by_year = {}
    for one in meetings:
        given = meeting_number(one)
        by_year.setdefault(given.year, []).append(given.number)
    for numbers in by_year.values():
        assert numbers == list(range(1, len(numbers) + 1))


def test_old_points_have_a_reference_and_the_next_meeting_follows(upgraded):
    body = college(upgraded)
    assert body.item_reference_format == DEFAULT
    last = convoked(upgraded)[-1]
    given = meeting_number(last)
    item = find_item(item_uids(last)[0])
    assert reference_of(last, item).startswith(
        f"COLLEGE/{given.year}/{given.number:02}/"
    )
    waiting = [one for one in meetings_of(body) if one.convened_at is None]
    assert all(number_in_year(one) == "" for one in waiting)
    for one in waiting[:1]:
        one.date = last.date
        give_number(one)
        assert number_in_year(one) == f"{given.number + 1}/{given.year}"
