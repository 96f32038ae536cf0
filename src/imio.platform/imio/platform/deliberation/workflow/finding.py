"""Finding public points: what anybody may find, whoever looks.

The words marked as personal are in no index, and the texts of a body that publishes
its agenda alone are not looked at: its titles are.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from imio.platform.deliberation.content.meeting import body_of
from imio.platform.deliberation.content.meeting import meeting_day
from imio.platform.deliberation.content.settings import categories_of
from imio.platform.deliberation.rules.decision_query import DecisionQuery
from imio.platform.deliberation.rules.decision_query import What
from imio.platform.deliberation.rules.presets import Publicity
from imio.platform.deliberation.workflow.public_record import public_meetings
from imio.platform.deliberation.workflow.publicity import decisions_are_public
from plone import api
from plone.base.utils import munge_search_term
from Products.ZCTextIndex.ParseTree import ParseError

DECIDED = ("decided", "finalised")


@dataclass(frozen=True)
class Finding:
    """A point found, with its meeting.

    :param is_readable: whether its texts are public, not its title alone.
    """

    brain: object
    meeting: object
    is_readable: bool

    @property
    def item(self):
        return self.brain._unrestrictedGetObject()

    @property
    def url(self) -> str:
        """Where it is read: its own page, else its meeting's."""
        if self.is_readable:
            return self.brain.getURL()
        return self.meeting.absolute_url()


def findings(bodies: list, query: DecisionQuery) -> list[Finding]:
    """The public points that answer a search, the latest meeting first."""
    meetings = {meeting.UID(): meeting for meeting in _meetings(bodies, query)}
    by_text = {uid: one for uid, one in meetings.items() if _publishes_texts(one)}
    by_title = {uid: one for uid, one in meetings.items() if uid not in by_text}
    found = [
        *_found(by_text, query, True),
        *_found(by_title, query, False),
    ]
    return sorted(found, key=_latest_first)


def _latest_first(finding: Finding) -> tuple:
    return (-meeting_day(finding.meeting).toordinal(), finding.brain.Title.casefold())


def _meetings(bodies: list, query: DecisionQuery) -> Iterator:
    for body in bodies:
        if query.body and body.getId() != query.body:
            continue
        for meeting in public_meetings(body):
            if query.covers(meeting_day(meeting)):
                yield meeting


def _publishes_texts(meeting) -> bool:
    return body_of(meeting).publicity == Publicity.DRAFTS


def _found(meetings: dict, query: DecisionQuery, readable: bool) -> Iterator[Finding]:
    if not meetings:
        return
    catalog = api.portal.get_tool("portal_catalog")
    asked = _asked(query, meetings, readable)
    index = catalog._catalog.getIndex("item_meeting")
    try:
        brains = catalog.unrestrictedSearchResults(**asked)
    except ParseError:
        # Words that are signs alone: there is nothing to find.
        return
    for brain in brains:
        meeting = meetings[index.getEntryForObject(brain.getRID())]
        if _wanted(brain, meeting, query, readable):
            yield Finding(brain, meeting, readable)


def _asked(query: DecisionQuery, meetings: dict, readable: bool) -> dict:
    asked = {
        "portal_type": "AgendaItem",
        "item_meeting": list(meetings),
        "item_privacy": "public",
    }
    if readable:
        asked["allowedRolesAndUsers"] = ["Anonymous"]
    if query.words:
        name = "SearchableText" if readable else "Title"
        asked[name] = munge_search_term(query.words)
    if query.kind:
        asked["item_kind"] = query.kind
    if query.service:
        asked["proposing_service"] = query.service
    if query.category:
        asked["item_category"] = _categories(meetings, query.category)
    return asked


def _categories(meetings: dict, title: str) -> list[str]:
    """UIDs of the categories of this name in the bodies of these meetings."""
    bodies = {body.UID(): body for body in map(body_of, meetings.values())}
    return [
        category.UID()
        for body in bodies.values()
        for category in categories_of(body)
        if category.title == title
    ]


def _wanted(brain, meeting, query: DecisionQuery, readable: bool) -> bool:
    if query.what is What.ALL:
        return True
    is_decided = decisions_are_public(meeting) and brain.review_state in DECIDED
    return is_decided == (query.what is What.DECISIONS)
