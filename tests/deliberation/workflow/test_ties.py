"""Ties of the college counted from sitting to sitting (CDLD L1123-22)."""

from imio.platform.deliberation.records.ballots import Ballot
from imio.platform.deliberation.records.ballots import save_ballot
from imio.platform.deliberation.rules.ballot import Method
from imio.platform.deliberation.rules.ballot import Tally
from imio.platform.deliberation.rules.casting import TieFacts
from imio.platform.deliberation.workflow.ties import councillors_to_call
from imio.platform.deliberation.workflow.ties import earlier_ties
from tests.deliberation import builders


def matter(hall, tallies):
    """A matter postponed from meeting to meeting; the last point has no vote yet."""
    items = []
    for day in range(len(tallies) + 1):
        meeting = builders.meeting(hall, builders.in_days(10 + day))
        item = builders.item(hall, f"Affaire {day}")
        item.meeting = meeting.UID()
        if items:
            item.predecessor = items[-1].UID()
        items.append(item)
        if day < len(tallies):
            save_ballot(meeting, item.UID(), Ballot(Method.PUBLIC, tallies[day], 5, 5))
    return items


def test_ties_are_counted_over_the_sittings_of_one_matter(portal):
    hall = builders.town_hall(portal)
    items = matter(hall, [Tally(2, 2, 1), Tally(2, 2)])
    assert [earlier_ties(item) for item in items] == [0, 1, 2]
    assert TieFacts(earlier_ties=earlier_ties(items[-1])).chair_decides
    assert not TieFacts(earlier_ties=earlier_ties(items[1])).chair_decides


def test_a_sitting_without_a_tie_is_not_counted_and_a_circle_ends(portal):
    hall = builders.town_hall(portal)
    items = matter(hall, [Tally(2, 2), Tally(3, 2)])
    assert earlier_ties(items[-1]) == 1
    items[0].predecessor = items[-1].UID()
    assert earlier_ties(items[-1]) == 1


def test_councillors_are_called_by_precedence_and_never_from_the_college(portal):
    hall = builders.town_hall(portal)
    meeting = builders.meeting(hall)
    names = [mandate.person_name for mandate in councillors_to_call(meeting)]
    assert names[0] == "Jean Henrotte"
    assert set(names) == {"Jean Henrotte", "Nadia Peeters", "Xavier Lemaire"}
