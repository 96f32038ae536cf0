"""What anybody may read of a body, whoever asks: pages, feeds and open data read this.

Every channel takes its meetings and its points from here, and its texts from
``public_text``: the closed sitting has one door, and it is shut.
"""

from AccessControl.PermissionRole import rolesForPermissionOn
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from imio.platform.core.annexes.listing import all_annexes
from imio.platform.deliberation.content.meeting import body_of
from imio.platform.deliberation.content.vocabularies import meetings_of
from imio.platform.deliberation.records.agenda import item_uids
from imio.platform.deliberation.records.ballots import Ballot
from imio.platform.deliberation.records.ballots import ballots
from imio.platform.deliberation.records.ballots import last_ballot
from imio.platform.deliberation.records.projects import corrections
from imio.platform.deliberation.records.register import act_of
from imio.platform.deliberation.rules.presets import Publicity
from imio.platform.deliberation.rules.project_changes import ProjectChange
from imio.platform.deliberation.workflow.lookup import find_item
from imio.platform.deliberation.workflow.lookup import find_items
from imio.platform.deliberation.workflow.lookup import meeting_of
from imio.platform.deliberation.workflow.projection import AgendaLine
from imio.platform.deliberation.workflow.projection import line_of
from imio.platform.deliberation.workflow.projection import lines
from imio.platform.deliberation.workflow.public_text import public_html
from imio.platform.deliberation.workflow.public_text import TEXTS
from imio.platform.deliberation.workflow.publicity import decisions_are_public
from imio.platform.deliberation.workflow.publicity import item_is_public
from imio.platform.deliberation.workflow.publicity import meeting_is_public
from imio.platform.deliberation.workflow.voting import votes_sentence
from plone import api


class Stage(StrEnum):
    """How far a public meeting has come, as the public understands it."""

    CONVENED = "convened"
    IN_SESSION = "in_session"
    WRITING = "writing"
    DECIDED = "decided"
    APPROVED = "approved"


STAGES = {
    "convened": Stage.CONVENED,
    "in_session": Stage.IN_SESSION,
    "held": Stage.WRITING,
    "decisions_published": Stage.DECIDED,
    "minutes_approved": Stage.APPROVED,
    "archived": Stage.APPROVED,
}


@dataclass(frozen=True)
class PublicPoint:
    """A point of the public agenda.

    :param is_readable: whether its texts are public too, not its title alone.
    """

    line: AgendaLine
    item: object
    meeting: object
    is_readable: bool

    @property
    def url(self) -> str:
        """Its own address; empty where its title alone is public."""
        return self.item.absolute_url() if self.is_readable else ""

    @cached_property
    def ballot(self) -> Ballot | None:
        """The vote that counts, once the outcome is public."""
        if not self.line.outcome:
            return None
        return last_ballot(self.meeting, self.line.uid)

    @property
    def ballots(self) -> list[Ballot]:
        """Every vote on it, round by round, once the outcome is public."""
        return ballots(self.meeting, self.line.uid) if self.line.outcome else []

    @property
    def names_voters(self) -> bool:
        """Whether the public may know who voted what.

        The college does not sit in public (CDLD L1123-20): its voices stay its own.
        """
        return sits_in_public(body_of(self.meeting))

    @property
    def vote(self) -> str:
        """The vote in words, empty where there was none."""
        if self.ballot is None:
            return ""
        return votes_sentence(self.meeting, self.line.uid, self.names_voters)

    def text(self, name: str) -> str:
        """One of its texts as safe HTML, masked; empty where it is not public."""
        return public_html(getattr(self.item, name)) if self.is_readable else ""

    @property
    def texts(self) -> dict[str, str]:
        """The texts that say something, by name."""
        found = {name: self.text(name) for name in TEXTS}
        return {name: html for name, html in found.items() if html}

    @property
    def reference(self) -> str:
        """Its number in the register, once it is an act and its outcome public."""
        if not self.line.outcome:
            return ""
        act = act_of(body_of(self.meeting), self.item)
        return act.reference if act is not None else ""

    @property
    def corrections(self) -> list[ProjectChange]:
        """What changed in it after it was put online, the first one first."""
        return corrections(self.item) if self.is_readable else []

    @property
    def annexes(self) -> list:
        """Its annexes that anybody may open."""
        return public_annexes(self.item) if self.is_readable else []


def sits_in_public(body) -> bool:
    """Whether a body's sittings are public by law."""
    return body.rules().publicity is Publicity.DRAFTS


def publishes_texts(body) -> bool:
    """Whether the body publishes projects, decisions and minutes, not titles alone."""
    return bool(body.publicity == Publicity.DRAFTS) and not body.rules().always_closed


def public_bodies(root) -> list:
    """The bodies of which the public sees something, in their order."""
    return [
        body
        for body in root.objectValues()
        if getattr(body, "portal_type", "") == "DeliberativeBody"
        and body.publicity != Publicity.NONE
        and not body.rules().always_closed
        and anybody_may_view(body)
    ]


def public_meetings(body) -> list:
    """The meetings that anybody may see, soonest first."""
    return [one for one in meetings_of(body) if meeting_is_public(one)]


def stage(meeting) -> Stage | None:
    """How far a meeting has come; ``None`` where the public knows nothing of it."""
    if not meeting_is_public(meeting):
        return None
    return STAGES.get(api.content.get_state(meeting))


def public_lines(meeting) -> list[AgendaLine]:
    """The public agenda, headings included."""
    return lines(meeting, public_only=True) if meeting_is_public(meeting) else []


def public_points(meeting) -> list[PublicPoint]:
    """The points of the public agenda, in order."""
    found = [line for line in public_lines(meeting) if line.kind == "item"]
    items = find_items(line.uid for line in found)
    return [
        PublicPoint(line, items[line.uid], meeting, anybody_may_view(items[line.uid]))
        for line in found
        if line.uid in items
    ]


def public_point(item) -> PublicPoint | None:
    """One point, when anybody may read it."""
    meeting = meeting_of(item)
    if meeting is None or not item_is_public(item):
        return None
    line = line_of(meeting, item.UID(), public_only=True)
    return PublicPoint(line, item, meeting, True) if line is not None else None


def readable_neighbours(item) -> tuple:
    """The points before and after it that anybody may read, ``None`` for none."""
    meeting = meeting_of(item)
    uids = item_uids(meeting)
    here = uids.index(item.UID())
    return _first_readable(uids[:here][::-1]), _first_readable(uids[here + 1 :])


def _first_readable(uids: list[str]):
    for uid in uids:
        found = find_item(uid)
        if found is not None and anybody_may_view(found):
            return found
    return None


def public_decisions(meeting) -> list[PublicPoint]:
    """The public points with what became of them, once that is public."""
    if not decisions_are_public(meeting):
        return []
    return [point for point in public_points(meeting) if point.line.outcome]


def has_closed_part(meeting) -> bool:
    """Whether the commune announces that a closed sitting follows, and one does."""
    if not body_of(meeting).announces_closed or not meeting_is_public(meeting):
        return False
    items = find_items(item_uids(meeting))
    return any(item.privacy != "public" for item in items.values())


def public_annexes(container) -> list:
    """The annexes of a meeting or a point that anybody may open."""
    return [one for one in all_annexes(container) if anybody_may_view(one)]


def anybody_may_view(context) -> bool:
    """Whether a visitor who is nobody may read this."""
    return "Anonymous" in rolesForPermissionOn("View", context)
