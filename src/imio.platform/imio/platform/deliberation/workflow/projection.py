"""The agenda as one reader may see it: pages, services and documents read this.

The secretariat and the members see every point. Somebody else sees the points
that are his to read and, once the body publishes its agenda, the public ones.
"""

from dataclasses import dataclass
from dataclasses import replace
from imio.platform.core.organisation import directory
from imio.platform.core.security.many import ManyChecks
from imio.platform.deliberation.content.officials import member_named
from imio.platform.deliberation.content.vocabularies import OUTCOMES
from imio.platform.deliberation.records.agenda import agenda
from imio.platform.deliberation.records.late_points import late_points
from imio.platform.deliberation.rules.agenda import HEADING
from imio.platform.deliberation.rules.agenda import numbers
from imio.platform.deliberation.rules.late_points import COUNCILLOR
from imio.platform.deliberation.workflow.late_points import late_title
from imio.platform.deliberation.workflow.lookup import find_items
from imio.platform.deliberation.workflow.lookup import states_of
from imio.platform.deliberation.workflow.publicity import decisions_are_public
from imio.platform.deliberation.workflow.publicity import meeting_is_public
from imio.platform.deliberation.workflow.validation import level_title
from plone import api
from zope.i18n import translate

FULL_AGENDA = "imio.platform.deliberation: View full agenda"
NOTES = "imio.platform.deliberation: View private notes"


@dataclass(frozen=True)
class AgendaLine:
    """One line of an agenda for one reader.

    :param url: where the point can be read; empty where it may not be.
    :param late_kind: by which road it joined a convoked meeting.
    :param proposed_by: the councillor whose point it is.
    :param outcome: what was decided, empty where it is not for this reader.
    """

    uid: str
    number: str
    kind: str
    level: int
    title: str
    service: str = ""
    is_closed: bool = False
    is_late: bool = False
    late_kind: str = ""
    late_title: str = ""
    proposed_by: str = ""
    by_hand: bool = False
    state: str = ""
    state_title: str = ""
    outcome: str = ""
    outcome_title: str = ""
    url: str = ""


def sees_full_agenda(meeting) -> bool:
    """Whether the present user may see the closed sitting too."""
    return bool(api.user.has_permission(FULL_AGENDA, obj=meeting))


class _Reading:
    """What one reader may know of a meeting, asked once for all its points."""

    def __init__(self, meeting, public_only: bool):
        self.public_only = public_only
        self.is_full = not public_only and sees_full_agenda(meeting)
        self.is_published = meeting_is_public(meeting)
        self.tells_outcomes = self.is_full or decisions_are_public(meeting)
        self.services = {entry.uid: entry.title for entry in directory.services(True)}
        self.late = late_points(meeting)
        self.may = ManyChecks()
        self.titles: dict[tuple[str, str], str] = {}

    def line(self, entry, number: str, item, states) -> AgendaLine | None:
        """The point's line; ``None`` where it is not for this reader."""
        if item is None:
            return None
        readable = self.may("View", item)
        announced = self.is_published and item.privacy == "public"
        if not (self.is_full or announced or (readable and not self.public_only)):
            return None
        # Empty where this reader sees the public side of the point.
        state = ""
        if readable and not self.public_only and self.may(NOTES, item):
            state = states.get(entry.uid, "")
        line = self._line(entry, number, item, readable, state)
        if line.is_late:
            line = _told_late(line, self.late.get(entry.uid))
        if item.origin == COUNCILLOR:
            line = replace(line, proposed_by=author_name(item))
        return line

    def _line(self, entry, number, item, readable: bool, state: str) -> AgendaLine:
        outcome = item.outcome if self.tells_outcomes or state else ""
        return AgendaLine(
            uid=entry.uid,
            number=number,
            kind=entry.kind,
            level=entry.level,
            title=item.title,
            service=self.services.get(item.proposing_service, ""),
            is_closed=item.privacy != "public",
            is_late=entry.list_type != "normal",
            by_hand=entry.by_hand,
            state=state,
            state_title=_state_title_once(item, state, self.titles) if state else "",
            outcome=outcome,
            outcome_title=_text(OUTCOMES[outcome]) if outcome in OUTCOMES else "",
            url=item.absolute_url() if readable else "",
        )


def lines(meeting, public_only: bool = False) -> list[AgendaLine]:
    """The agenda for the present user.

    :param public_only: what the public sees, whoever asks: for public documents.
    """
    reading = _Reading(meeting, public_only)
    entries = agenda(meeting)
    items = find_items(entry.uid for entry in entries)
    states = states_of(items)
    result = []
    for entry, number in zip(entries, numbers(entries), strict=True):
        if entry.kind == HEADING:
            line = AgendaLine(entry.uid, "", HEADING, entry.level, entry.heading)
        else:
            line = reading.line(entry, number, items.get(entry.uid), states)
        if line is not None:
            result.append(line)
    return _with_headings(result, reading.is_full)


def line_of(meeting, uid: str, public_only: bool = False) -> AgendaLine | None:
    """One point of the agenda for the present user, without reading the others.

    :param public_only: what the public sees, whoever asks.
    """
    entries = agenda(meeting)
    for entry, number in zip(entries, numbers(entries), strict=True):
        if entry.uid == uid and entry.kind != HEADING:
            item = find_items([uid]).get(uid)
            reading = _Reading(meeting, public_only)
            return reading.line(entry, number, item, states_of([uid]))
    return None


def _with_headings(found: list[AgendaLine], full: bool) -> list[AgendaLine]:
    """Each heading in the part of its first point; without a point for this reader
    it says nothing but what is kept from them."""
    result: list[AgendaLine] = []
    for index, line in enumerate(found):
        if line.kind != HEADING:
            result.append(line)
            continue
        following = found[index + 1] if index + 1 < len(found) else None
        if following is not None and following.kind != HEADING:
            result.append(replace(line, is_closed=following.is_closed))
        elif full:
            result.append(line)
    return result


def _told_late(line: AgendaLine, noted) -> AgendaLine:
    kind = noted.kind if noted is not None else ""
    return replace(line, late_kind=kind, late_title=_text(late_title(noted)))


def author_name(item) -> str:
    """The councillor who proposes a point, or an empty string."""
    author = member_named(item.proposed_by)
    return author.person_name if author is not None else ""


def _state_title_once(item, state: str, titles: dict) -> str:
    """The title of a state, translated once for the hundreds of points of an agenda."""
    if state == "in_validation":
        return state_title(item)
    key = (item.portal_type, state)
    if key not in titles:
        titles[key] = state_title(item)
    return titles[key]


def state_title(context) -> str:
    """The state as people say it, with the level of a point in validation."""
    state = api.content.get_state(context)
    title = api.portal.get_tool("portal_workflow").getTitleForStateOnType(
        state, context.portal_type
    )
    level = getattr(context, "level", "")
    if state == "in_validation" and level:
        return f"{_text(title)} : {level_title(context, level)}"
    return _text(title)


def _text(message) -> str:
    return translate(message, domain="imio.platform", target_language="fr")
