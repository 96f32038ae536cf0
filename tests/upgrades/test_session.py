"""Votes and attendance noted by release 1000 are read by today's code."""

from datetime import date
from imio.platform.deliberation.records.agenda import item_uids
from imio.platform.deliberation.records.ballots import ballots
from imio.platform.deliberation.records.sitting import closed_doors
from imio.platform.deliberation.records.sitting import pauses
from imio.platform.deliberation.workflow.tokens import tokens
from imio.platform.deliberation.workflow.voting import conclusion_of
from imio.platform.deliberation.workflow.voting import votes_sentence


def held_votes(site):
    """Every vote of the old site, with its meeting and its point."""
    for brain in site.portal_catalog.unrestrictedSearchResults(portal_type="Meeting"):
        meeting = brain._unrestrictedGetObject()
        for uid in item_uids(meeting):
            for ballot in ballots(meeting, uid):
                yield meeting, uid, ballot


def test_old_votes_are_read_worded_and_concluded(upgraded):
    found = list(held_votes(upgraded))
    assert found
    for meeting, uid, ballot in found:
        assert (ballot.election, ballot.article, ballot.tie.called) == (None,) * 3
        assert votes_sentence(meeting, uid)
        assert conclusion_of(meeting, ballot).result


def test_an_old_meeting_was_neither_suspended_nor_closed(upgraded):
    meeting, uid, _ballot = next(held_votes(upgraded))
    assert pauses(meeting) == ()
    assert closed_doors(meeting, uid) is None


def test_attendance_noted_before_counts_for_tokens(upgraded):
    college = upgraded.deliberations.college
    lines = tokens(college, date(2000, 1, 1), date(2100, 1, 1))
    assert sum(line.attended for line in lines) > 0
