"""What comes after a point that a meeting puts off (G18).

Postponed, it waits for the body's next meeting, validated as it was. Delayed, it
is a draft again, in the hands of its service.
"""

from imio.platform.core.annexes.listing import all_annexes
from imio.platform.core.interfaces import ALLOWED
from imio.platform.core.interfaces import refused
from imio.platform.core.interfaces import Verdict
from imio.platform.deliberation.content.meeting import body_of
from imio.platform.deliberation.content.meeting import meeting_day
from imio.platform.deliberation.content.vocabularies import meetings_of
from imio.platform.deliberation.workflow import item_mails
from imio.platform.deliberation.workflow.cloning import clone
from imio.platform.deliberation.workflow.cloning import give_annexes
from imio.platform.deliberation.workflow.cloning import inherit_advices
from imio.platform.deliberation.workflow.cloning import is_untouched
from imio.platform.deliberation.workflow.cloning import remember_as_made
from imio.platform.deliberation.workflow.links import DELAYED
from imio.platform.deliberation.workflow.links import POSTPONED
from imio.platform.deliberation.workflow.links import successors
from imio.platform.deliberation.workflow.lookup import meeting_of
from imio.platform.deliberation.workflow.walking import validate_directly
from imio.platform.i18n import _
from plone import api

#: State in which the point that follows waits, untouched.
WAITING_STATE = {POSTPONED: "validated", DELAYED: "draft"}


def follow(item):
    """The point that takes over from one put off, or ``None`` for another outcome."""
    if item.outcome not in WAITING_STATE:
        return None
    body = body_of(item)
    made = clone(item, body, item.outcome)
    made.creators = item.creators
    made.minutes_of = item.minutes_of
    give_annexes(made, all_annexes(item))
    if item.outcome == POSTPONED:
        coming = _meeting_after(meeting_of(item))
        made.preferred_meeting = coming.UID() if coming is not None else None
        inherit_advices(made, item)
        validate_directly(made)
    remember_as_made(made)
    made.reindexObject()
    item_mails.tell_put_off(item, made)
    return made


def may_be_taken_back(item) -> Verdict:
    """Whether a decision to put off can be undone: nobody went on with the point."""
    for kind, state in WAITING_STATE.items():
        for made in successors(item, kind):
            if api.content.get_state(made) != state or not is_untouched(made):
                return refused(
                    _(
                        "Le point qui lui fait suite a déjà été repris : sa décision "
                        "ne peut plus changer ici."
                    )
                )
    return ALLOWED


def take_back(item) -> None:
    """Remove the untouched points that followed one decided anew."""
    for kind in WAITING_STATE:
        for made in successors(item, kind):
            item.successors = tuple(u for u in item.successors if u != made.UID())
            with api.env.adopt_roles(["Manager"]):
                api.content.delete(made, check_linkintegrity=False)


def _meeting_after(meeting):
    """The body's next meeting that still prepares its agenda, or ``None``."""
    return next(
        (
            other
            for other in meetings_of(body_of(meeting))
            if meeting_day(other) > meeting_day(meeting)
            and api.content.get_state(other) in ("planned", "prepared")
        ),
        None,
    )
