"""What the law looks at when the college is tied on a point (CDLD L1123-22)."""

from imio.platform.core.organisation import mandates
from imio.platform.core.rules.mandate import MandateRecord
from imio.platform.deliberation.content.meeting import meeting_day
from imio.platform.deliberation.content.officials import members_of
from imio.platform.deliberation.errors import DeliberationError
from imio.platform.deliberation.records.ballots import last_ballot
from imio.platform.deliberation.rules.ballot import Vote
from imio.platform.deliberation.rules.casting import CalledVote
from imio.platform.deliberation.rules.majority import conclude
from imio.platform.deliberation.workflow.lookup import find_item
from imio.platform.deliberation.workflow.lookup import meeting_of
from imio.platform.i18n import _

#: Whose members are called, by precedence, to part the college.
COUNCIL = "council"


def earlier_ties(item) -> int:
    """Sittings before this one that were tied on the matter.

    The matter is followed from point to point, as each was postponed to the next.
    """
    tied: set[str] = set()
    seen = {item.UID()}
    former = _former(item)
    while former is not None and former.UID() not in seen:
        seen.add(former.UID())
        meeting = meeting_of(former)
        held = meeting and last_ballot(meeting, former.UID())
        if held and conclude(held.tally).is_tie:
            tied.add(meeting.UID())
        former = _former(former)
    return len(tied)


def councillors_to_call(meeting) -> list[MandateRecord]:
    """Members of the council who are not of the body, by precedence."""
    seated = {member.person_uid for member in members_of(meeting)}
    found: dict[str, MandateRecord] = {}
    for mandate in mandates.active_mandates(meeting_day(meeting), body=COUNCIL):
        if mandate.person_uid not in seated:
            found.setdefault(mandate.person_uid, mandate)
    return list(found.values())


def called_vote(meeting, member: str, said: str) -> CalledVote | None:
    """The voice of a councillor who is called, ``None`` when nobody is.

    :raises DeliberationError: somebody who may not be called, or no vote.
    """
    if not member:
        return None
    callable_ones = {one.uid: one for one in councillors_to_call(meeting)}
    if member not in callable_ones:
        raise DeliberationError(
            _("Choisissez un membre du conseil qui ne siège pas au collège."), "called"
        )
    try:
        vote = Vote(said)
    except ValueError as error:
        raise DeliberationError(
            _("Dites ce que vote le membre du conseil appelé."), "called_vote"
        ) from error
    return CalledVote(member, callable_ones[member].person_name, vote)


def _former(item):
    return find_item(getattr(item, "predecessor", ""))
